"""`onward messages`: collect every word that a reader can see into one file for translators, or say it is stale.

No dates and no line numbers in it: it changes only when words do.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from onward.policy import national, own_forms
from onward.policy.needs import needs
from onward.policy.questionnaires import known
from onward.policy.triage import FILE as TRIAGE
from onward.policy.triage import triage
from onward.questionnaires.definition import Item, Questionnaire
from onward.vocabulary import caring, proportion, screening

PACKAGE = Path(__file__).resolve().parents[2]
FILE = PACKAGE / "web" / "locale" / "onward.pot"
STALE, CANNOT_RUN = 1, 2
METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
OPTIONS = {"**/templates/**.html": {"newstyle_gettext": "true", "silent": "false"}}
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2)}
_CHURNS = re.compile(rb'^"(POT-Creation-Date|Generated-By|PO-Revision-Date)[^\n]*\n', re.MULTILINE)


def messages(*, check: bool, file: Path = FILE) -> int:
    """Write the file; with `check` change nothing, and answer 1 where it would change."""
    try:
        collected = collect()
    except ModuleNotFoundError as problem:
        sys.stderr.write(f"onward messages needs {problem.name}, which `make setup` installs.\n")
        return CANNOT_RUN
    if not check:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(collected)
    elif not file.exists() or file.read_bytes() != collected:
        sys.stderr.write("onward/web/locale/onward.pot lacks words or has too many. Run `make messages`.\n")
        return STALE
    return 0


def collect() -> bytes:
    """The file as it should be."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(project="Onward", version="", charset="utf-8", fuzzy=False)
    catalog.header_comment = (
        "# The words of Onward, for translators. `make messages` collects them from the code."
    )
    for place, message in [*_of_code(), *_of_policy(), *_of_rules()]:
        catalog.add(message, locations=[(place, 0)])
    written = io.BytesIO()
    write_po(written, catalog, width=0, include_lineno=False, sort_by_file=True)
    return _CHURNS.sub(b"", written.getvalue())


def _of_code() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    from babel.messages.extract import extract_from_dir

    found = extract_from_dir(PACKAGE, METHODS, OPTIONS, KEYWORDS)
    for file, _line, message, _comments, _context in sorted(found, key=lambda each: (each[0], each[1])):
        yield f"onward/{file}", message


def _of_policy() -> Iterator[tuple[str, str]]:
    """What pages show of policy: the needs by name, and whatever a questionnaire says."""
    for need in needs().by_code.values():
        yield "onward/policy/england/needs.yaml", need.phrase
    for place, form in _forms():
        for text in _of_questionnaire(form):
            yield place, text


def _forms() -> Iterator[tuple[str, Questionnaire]]:
    """Every version of every form that may be asked, with the file that it is of."""
    for name in national.names():
        for version in national.versions(name):
            yield f"onward/policy/england/questionnaires/{version.key}.json", version.form
    for council in own_forms.councils():
        for form in known(council).values():
            if form.raw.get("derivedFrom"):
                yield f"onward/policy/councils/{council}/questionnaires", form


def _of_rules() -> Iterator[tuple[str, str]]:
    """The reasons that people read, and whom they are told to ring."""
    for place, sentences in (
        ("caring", caring.SENTENCES.values()),
        ("screening", (*screening.SENTENCES.values(), *screening.OF_NO_SIGN)),
        ("proportion", proportion.SENTENCES.values()),
    ):
        yield from ((f"onward/vocabulary/{place}.py", says) for says, _source in sentences)
    yield from ((f"onward/policy/{TRIAGE}", each.says) for each in triage().ring)


def _of_questionnaire(asked: Questionnaire) -> Iterator[str]:
    yield asked.title
    for item in asked.walk():
        yield from (text for text in _of_item(item) if text)


def _of_item(item: Item) -> Iterator[str]:
    yield from (item.text, item.easy, item.hint, item.help, item.why)
    if item.enable_expression:
        yield item.enable_expression.says
    for option in item.options:
        yield from (option.text, option.easy)
