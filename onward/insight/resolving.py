"""Closed with advice at the first decision, and beside it whether that held and who asked again: never one alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from onward.casework.followup import queries as followup
from onward.insight.period import Period
from onward.insight.tables import Table, table
from onward.journey.contact import figures
from onward.journey.contact.figures import Figure
from onward.policy.follow_up import follow_up_policy
from onward.vocabulary.followup import Worked


@dataclass(frozen=True)
class Resolving:
    """Three tables, and sentences that say each number with what it is a number of."""

    tables: tuple[Table, ...]
    sentences: tuple[str, ...]


def resolving(period: Period) -> Resolving:
    """Of the requests that came in in a period."""
    first = table(
        Figure.FIRST,
        _("The first decision"),
        _("Requests by their first decision. The table has the same figures."),
        period,
        beside=False,
    )
    held = table(
        Figure.HELD,
        _("Those closed with advice: six weeks later"),
        _("Requests closed with advice, by what was said at six weeks. The table has the same figures."),
        period,
        beside=False,
    )
    back = table(
        Figure.BACK,
        _("Those closed with advice: who asked again"),
        _("Requests closed with advice, by who asked again. The table has the same figures."),
        period,
        beside=False,
    )
    return Resolving((first, held, back), _sentences(first.numbers, held.numbers, back.numbers, period))


def _sentences(
    first: Mapping[str, int], held: Mapping[str, int], back: Mapping[str, int], period: Period
) -> tuple[str, ...]:
    resolved = first[figures.RESOLVED]
    decided = resolved + first[figures.OTHERWISE]
    answered = sum(held[each] for each in Worked)
    over = followup.answers_due(period.first, period.until)
    return (
        _(
            "Of the %(decided)s that are decided so far, %(resolved)s were closed with advice "
            "at the first decision%(share)s."
        )
        % {"decided": decided, "resolved": resolved, "share": share(resolved, decided)},
        _(
            "Of these %(resolved)s, %(answered)s have answered at six weeks; "
            "%(yes)s of those %(answered)s say that it helped%(share)s."
        )
        % {
            "resolved": resolved,
            "answered": answered,
            "yes": held[Worked.YES],
            "share": share(held[Worked.YES], answered),
        },
        _("Of these %(resolved)s, %(back)s asked again within 90 days so far%(share)s.")
        % {"resolved": resolved, "back": back[figures.BACK], "share": share(back[figures.BACK], resolved)},
        _(
            "How many of those who asked again were then found eligible is not recorded yet, so nobody can say it."
        ),
        _(
            "Of all advice whose six weeks were over in these days, whenever it was given: "
            "%(answered)s answered, and %(yes)s of them say that it helped%(share)s."
        )
        % {
            "answered": sum(over.values()),
            "yes": over[Worked.YES],
            "share": share(over[Worked.YES], sum(over.values())),
        },
    )


def share(part: int, of: int) -> str:
    """` (63%)`, or nothing where too few are behind it for a share."""
    return f" ({round(100 * part / of)}%)" if of >= follow_up_policy().fewest_for_a_share else ""
