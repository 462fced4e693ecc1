"""Which council this is, as every page shows it."""

from django.conf import settings

from onward.policy.councils import Council, council


def here() -> Council:
    """The settings of the council whose installation this is."""
    return council(settings.ONWARD_COUNCIL, settings.ONWARD_AREA)


def council_code() -> str:
    """The name of its folder; empty where none was chosen."""
    code: str = settings.ONWARD_COUNCIL
    return code
