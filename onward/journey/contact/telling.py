"""What was told, as staff read it: when, by whom, by which road, and what was told before."""

from collections.abc import Mapping, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.casework.answering import queries
from onward.casework.answering.seen import Fact, Filling
from onward.records import queries as records
from onward.web.questions.offers import Offer
from onward.web.questions.reading import Change


def offers(filling: Filling) -> Mapping[str, Sequence[Offer]]:
    """By question: what was told before that may answer it, or that says otherwise."""
    told = queries.told(filling)
    names = records.staff_names({each.by for found in told.values() for each in found})
    return {key: [Offer(each.values, _source(each, names)) for each in found] for key, found in told.items()}


def changes(filling: Filling) -> list[Change]:
    """How each answer came to be, with names."""
    steps = queries.changes(filling)
    earlier = [each.taken_from for each in steps if each.taken_from]
    names = records.staff_names({each.by for each in steps} | {each.by for each in earlier})
    return [
        Change(
            key=each.key,
            values=each.values,
            said_on=each.said_on,
            said_by=_who(each.by, names),
            dropped=each.dropped,
            offered_from=_source(each.taken_from, names) if each.taken_from else "",
        )
        for each in steps
    ]


def _source(fact: Fact, names: Mapping[str, str]) -> str:
    told = {"day": date_format(fact.said_on, "j F Y"), "who": _who(fact.by, names)}
    if fact.own:
        return _("told in this request on %(day)s, by %(who)s") % told
    return _("told in another request on %(day)s, by %(who)s") % told


def _who(by: str, names: Mapping[str, str]) -> str:
    return names.get(by) or _("the person who asked")
