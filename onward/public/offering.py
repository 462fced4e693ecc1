"""What a person told before, offered again on a page: when it was told, and never as if it were still so."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.casework.answering import queries
from onward.casework.answering.seen import Fact, Filling
from onward.web.questions.offers import Offer


def offers(filling: Filling | None) -> dict[str, Sequence[Offer]]:
    """By question: what may answer it. Nothing where nothing was saved yet."""
    if filling is None:
        return {}
    return {
        key: [Offer(each.values, source(each)) for each in found]
        for key, found in queries.told(filling).items()
    }


def source(fact: Fact) -> str:
    """When it was told and by whom, as its writer reads it."""
    day = date_format(fact.said_on, "j F Y")
    if fact.by.startswith("case:"):
        return _("You told us on %(day)s") % {"day": day}
    return _("One of us wrote it down on %(day)s") % {"day": day}
