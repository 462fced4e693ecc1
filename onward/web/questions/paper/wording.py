"""What a printed form says around its questions."""

from django.utils.translation import gettext as _

from onward.policy.councils import Council
from onward.web.questions.paper.styles import Style


def intro(style: Style, council: Council, *, filled: bool) -> list[str]:
    """How to fill it in; short sentences in every style."""
    told = [
        _("Here is what you told us. If something is wrong, cross it out and write what is right.")
        if filled
        else _("Tick a box or write on the lines. Use a dark pen."),
        _("You can leave out any question. You can also ask someone to help you."),
        _("If a line is too short, use more paper. Write the number of the question on it."),
    ]
    if council.telephone:
        told.append(
            _("We can fill it in with you. Ring us on %(telephone)s.") % {"telephone": council.telephone}
        )
    return [each.replace(". ", ".\n") for each in told] if style.easy else told


def send(council: Council) -> list[str]:
    """Where it goes when it is filled in."""
    who = {"council": council.name, "telephone": council.telephone}
    told = [_("Give this form to anyone who works for %(council)s, adult social care.") % who]
    if council.telephone:
        told.append(_("Or ring %(telephone)s. We will tell you where to send it, or come for it.") % who)
    return told


def one_more() -> str:
    """After a group that can be answered several times."""
    return _("To tell us about one more, use more paper. Write the number of each question on it.")


def words() -> dict[str, str]:
    """The words that the template itself needs."""
    return {
        "reference": _("Reference, if you have one"),
        "send": _("When you have filled it in"),
        "why": _("Why we ask this:"),
        "help": _("More about this question:"),
        "answer": _("Your answer:"),
        "one": _("Tick one box."),
        "many": _("Tick every box that is right."),
        "picked": _("(your answer)"),
        "own": _("Something else:"),
        "day": _("Day"),
        "month": _("Month"),
        "year": _("Year"),
        "time": _("Time"),
        "name": _("Your name"),
        "date": _("Date"),
        "page": _("Page"),
        "version": _("version"),
    }
