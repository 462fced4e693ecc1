"""The sentence for each thing that can be wrong with an answer: what, where, and what to do."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from onward.questionnaires.definition import Bound
from onward.questionnaires.issues import Wrong
from onward.questionnaires.validity import Problem


def sentence(problem: Problem) -> str:
    """In the reader's words; it names the question."""
    values = {
        "label": _(problem.item.text).rstrip("?"),
        "length": f"{problem.length:,}",
        "most": f"{problem.item.max_length or 0:,}",
        "least": f"{problem.item.min_length or 0:,}",
        "few": problem.item.min_occurs,
        "many": problem.item.max_occurs,
        "from": _bound(problem.item.least),
        "to": _bound(problem.item.most),
        "example": problem.item.example,
    }
    return _SENTENCES[problem.wrong]() % values


def problem_key(problem: Problem) -> str:
    """The key of the answer that it is about."""
    return problem.key or problem.item.link_id


def by_key(problems: Sequence[Problem]) -> dict[str, str]:
    """The first sentence about each answer."""
    return {problem_key(each): sentence(each) for each in reversed(problems)}


def _bound(bound: Bound | None) -> str:
    return str(bound.value.raw) if bound and bound.value else ""


_SENTENCES = {
    Wrong.MISSING: lambda: _("%(label)s: give an answer"),
    Wrong.TOO_LONG: lambda: _(
        "%(label)s: you wrote %(length)s letters and the most is %(most)s. Shorten it, or ask us to ring you"
    ),
    Wrong.TOO_SHORT: lambda: _("%(label)s: you wrote %(length)s letters. Write at least %(least)s"),
    Wrong.TOO_FEW: lambda: _("%(label)s: give at least %(few)s answers"),
    Wrong.TOO_MANY: lambda: _("%(label)s: give no more than %(many)s answers"),
    Wrong.NOT_A_NUMBER: lambda: _("%(label)s: write a number, like 12"),
    Wrong.TOO_SMALL: lambda: _("%(label)s: write a number that is %(from)s or more"),
    Wrong.TOO_LARGE: lambda: _("%(label)s: write a number that is %(to)s or less"),
    Wrong.OTHERWISE: lambda: _("%(label)s: check your answer"),
    Wrong.NOT_AN_OPTION: lambda: _("%(label)s: choose one of the answers shown"),
    Wrong.NOT_ALONE: lambda: _("%(label)s: that answer goes with no other. Choose it alone, or the others"),
    Wrong.ONE_ONLY: lambda: _("%(label)s: choose one answer only"),
    Wrong.NOT_A_DATE: lambda: _(
        "%(label)s: write a real date with a day, a month and a year, like 27 3 1950"
    ),
    Wrong.NOT_SHAPED_SO: lambda: _("%(label)s: check it. It should look like %(example)s"),
    Wrong.TOO_EARLY: lambda: _("%(label)s: check the year. It is too long ago"),
    Wrong.TOO_LATE: lambda: _("%(label)s: check the year. The date is still to come"),
}
