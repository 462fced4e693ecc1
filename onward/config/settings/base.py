"""What every installation shares. Each setting that a council chooses comes from the environment."""

import os
from pathlib import Path

from csp.constants import NONCE

from onward.config.databases import django_settings
from onward.config.settings.signing_in import *  # noqa: F403 (a part of its own)

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "onward"

SECRET_KEY = os.environ.get("ONWARD_SECRET_KEY", "")
DEBUG = False
DEMO = False
ALLOWED_HOSTS = [host for host in os.environ.get("ONWARD_HOSTS", "").split(",") if host]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "procrastinate.contrib.django",
    "onward.records",
    "onward.web",
    "onward.directory",
    "onward.casework.meetings",
    "onward.casework.messages",
    "onward.casework.promises",
    "onward.casework.followup",
    "onward.casework.tidying",
    "onward.casework.links",
    "onward.casework.introducing",
    "onward.journey.contact",
    "onward.public",
    "onward.staff",
    "onward.insight",
    "onward.partners",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "onward.web.middleware.PrincipalMiddleware",
    "onward.web.middleware.PrivatePagesMiddleware",
    "onward.web.middleware.ProblemsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "onward.staff.account.lifetime.SignedInMiddleware",
]

ROOT_URLCONF = "onward.config.urls"
WSGI_APPLICATION = "onward.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": False,
        "DIRS": [
            PACKAGE / "web" / "templates",
            *(
                PACKAGE / app / "templates"
                for app in (
                    "public",
                    "staff",
                    "insight",
                    "directory",
                    "casework/messages",
                    "casework/promises",
                    "casework/followup",
                    "casework/introducing",
                    "partners",
                    "journey/contact",
                )
            ),
        ],
        "OPTIONS": {
            "environment": "onward.web.templating.environment",
            "context_processors": ["onward.web.templating.page_context"],
        },
    },
]

# `default` is the role that owns nothing; `owner` is there only where migrations are run.
DATABASES = django_settings(os.environ)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "records.Staff"

# A session ends with the browser: people share phones and computers.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 60 * 60 * 4
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
CSRF_FAILURE_VIEW = "onward.web.kept.send_again_after_csrf"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Room for a very long answer: it is refused with a sentence by its question, not by the server.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'", NONCE],
        "img-src": ["'self'", "data:"],
        "style-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "build" / "static"]
# The fonts of what is printed, put there by `make setup`; the machine's own are never used.
ONWARD_FONTS = os.environ.get("ONWARD_FONTS", str(ROOT / "build" / "fonts"))
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

# Which council this is: a folder below onward/policy/councils.
ONWARD_COUNCIL = os.environ.get("ONWARD_COUNCIL", "")
# The name to show where that folder gives none.
ONWARD_AREA = os.environ.get("ONWARD_AREA", "")

# The account with the service that sends messages, GOV.UK Notify; nothing is sent where the key is empty.
NOTIFY = {
    "address": os.environ.get("ONWARD_NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk"),
    "key": os.environ.get("ONWARD_NOTIFY_KEY", ""),
    "email_template": os.environ.get("ONWARD_NOTIFY_EMAIL_TEMPLATE", ""),
    "text_template": os.environ.get("ONWARD_NOTIFY_TEXT_TEMPLATE", ""),
    # Whether that account may send letters; otherwise we print and post them ourselves.
    "letters": os.environ.get("ONWARD_NOTIFY_LETTERS", "") == "yes",
}

# Where people reach this, for links in emails that no page asks for; otherwise the first of the hosts.
ONWARD_ADDRESS = os.environ.get("ONWARD_ADDRESS", "") or f"https://{(ALLOWED_HOSTS or ['localhost'])[0]}"
# Whether the websites of services are asked every night if they are still there.
ONWARD_CHECK_LINKS = os.environ.get("ONWARD_CHECK_LINKS", "") == "yes"

# Each app's jobs are in its `jobs.py`; those of the jobs themselves in `onward.config.jobs`.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["onward.config.jobs"]

# What follows from which event, in the same transaction.
EVENT_HANDLERS = "onward.config.handlers.HANDLERS"

# Addresses, methods and outcomes only: what a person typed never reaches a log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"no_personal_data": {"()": "onward.web.logs.NoPersonalData"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["no_personal_data"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # The client's own words quote what it was answered, and that may quote an address.
    "loggers": {"notifications_python_client": {"level": "CRITICAL"}, "onward": {"level": "INFO"}},
}
