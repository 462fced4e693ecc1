"""The codes that the front door is counted by, each with its words, in the order of its table."""

from collections.abc import Mapping

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from onward.casework.followup.words import STATES as FOLLOW_UPS
from onward.casework.followup.words import WORKED
from onward.directory import queries as directory
from onward.journey.contact import figures
from onward.journey.contact.figures import Figure
from onward.journey.contact.screening_words import ABOUT, URGENCIES
from onward.journey.contact.words import CHANNELS, OUTCOMES, WISHES
from onward.vocabulary.followup import State

Words = str | Lazy

_WAITING = {figures.WAITING: _("Waiting for a decision")}
FOLLOWED: dict[bool, Words] = {True: _("Followed"), False: _("Decided otherwise")}
_FIXED: dict[Figure, Mapping[str, Words]] = {
    Figure.ALL: {Figure.ALL.value: _("All requests that came in")},
    Figure.CHANNEL: {each.value: words for each, words in CHANNELS.items()},
    Figure.WISH: {each.value: words for each, words in WISHES.items()},
    Figure.URGENCY: {each.code: words for each, words in URGENCIES.items()},
    Figure.OUTCOME: {**_WAITING, **{each.value: words for each, words in OUTCOMES.items()}},
    Figure.FIRST: {
        figures.RESOLVED: _("Closed with advice at the first decision"),
        figures.OTHERWISE: _("Something else at the first decision"),
        figures.WAITING: _("No decision yet"),
    },
    Figure.HELD: {
        **{each.value: words for each, words in WORKED.items()},
        **{each.value: words for each, words in FOLLOW_UPS.items() if each is not State.ANSWERED},
    },
    Figure.BACK: {
        figures.BACK: _("Asked again within 90 days"),
        figures.NOT_BACK: _("Not asked again so far"),
    },
}


def labels(figure: Figure) -> dict[str, str]:
    """Every code of a figure and what a table calls it, noughts too: a list that hides a nought hides a question."""
    if figure is Figure.AREA:
        return {**{each: each for each in directory.wards()}, figures.NOT_KNOWN: str(_("Not known"))}
    if figure is Figure.PROPOSAL:
        return {
            figures.proposal(about, followed=followed): f"{words}: {FOLLOWED[followed]}"
            for about, words in ABOUT.items()
            for followed in (True, False)
        }
    return {code: str(words) for code, words in _FIXED[figure].items()}
