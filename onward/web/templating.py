"""Jinja2 with the GOV.UK components and translation, and what every page is told."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup, escape

from onward.records.queries import roles
from onward.vocabulary.roles import Permission, may
from onward.web.here import here


def environment(**options: Any) -> Environment:
    """The Jinja2 environment of every page; called by Django once."""
    options.pop("autoescape", None)
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    loader = ChoiceLoader([options.pop("loader"), components])
    made = Environment(loader=loader, extensions=["jinja2.ext.i18n"], autoescape=True, **options)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(static=static, url=_url, Permission=Permission)
    made.filters.update(day=day, moment=moment, km=km, date=plain_date, lines=lines)
    return made


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: the council, and what whoever looks may open."""
    user = getattr(request, "user", None)
    signed_in = bool(user and user.is_authenticated)
    held = roles(user.pk, timezone.localdate()) if signed_in and user else frozenset()
    return {
        "council": here(),
        "signed_in": user if signed_in else None,
        "may": lambda permission: may(held, permission),
        "demo": settings.DEMO,
        "path": request.path,
        "layout": "layouts/staff.html" if request.path.startswith("/staff/") else "layouts/public.html",
        "themeColor": here().colour,
        # As text: the lazy one counts as false until it was used, and then the page's own script has none.
        "cspNonce": str(getattr(request, "csp_nonce", "")),
    }


def day(value: date | None) -> str:
    """`Saturday 21 November 2026`, in the reader's language."""
    return date_format(value, "l j F Y") if value else ""


def plain_date(value: date | None) -> str:
    """`21 November 2026`, in the reader's language."""
    return date_format(value, "j F Y") if value else ""


def moment(value: datetime | None) -> str:
    """`21 November 2026, 2:05pm`, in local time."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{date_format(local, 'j F Y')}, {date_format(local, 'g:ia').replace('.', '')}"


def km(value: float | None) -> str:
    return "" if value is None else f"{value:.1f} km"


def lines(value: str) -> Markup:
    """Text for a field of several lines, which stays as it is however the page around it is indented."""
    return Markup(escape(value).replace("\n", Markup("&#10;")))  # noqa: S704 (escaped)


def _url(name: str, /, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)
