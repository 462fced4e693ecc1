"""The words for what happened and for what somebody looked for, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from onward.journey.contact.words import Words

EVENTS: dict[str, Words] = {
    "contact.begun": _("A request was begun"),
    "contact.answered": _("A page was answered"),
    "contact.wished": _("Something else was asked for"),
    "contact.sent": _("The request was sent"),
    "contact.matched": _("The person was said to be this one"),
    "contact.decided": _("It was decided"),
    "contact.questioned": _("The person said that it is wrong"),
    "directory.loaded": _("The directory was loaded"),
    "directory.run_begun": _("Loading a feed began"),
    "directory.duplicates_proposed": _("Services were found that may be one"),
    "directory.duplicate_decided": _("It was decided whether two services are one"),
    "directory.service_checked": _("It was tried whether a service is there"),
    "directory.service_edited": _("A service was edited"),
    "person.opened_with_reason": _("Opened by somebody whose team does not know the person"),
}
WHY: dict[str, Words] = {
    "audit": _("To see who looked"),
    "daily_work": _("The day’s work"),
    "decide_contacts": _("To decide a request"),
    "decide_request": _("To decide a request"),
    "figures": _("Today’s figures"),
    "list_behind_figure": _("The list behind a figure"),
    "match_person": _("To find whose request it is"),
    "match_request": _("To find whose request it is"),
    "not_known_to_team": _("Not known to their team"),
    "open_person": _("To open the person"),
    "open_with_reason": _("To open somebody known to another team"),
    "own_request": _("To see their own request"),
    "query": _("A query to the database"),
    "read_request": _("To read a request"),
    "see_contacts": _("To see requests"),
    "see_figures": _("To see figures"),
    "see_looks": _("To see who looked"),
    "see_people": _("To see people"),
    "track": _("With a reference and a code"),
    "wrong_password": _("Signing in with a wrong password"),
}
