"""Which council this is, as every page shows it."""

from django.conf import settings

from onward.policy.councils import Council, council


def here() -> Council:
    """The settings of the council whose installation this is."""
    return council(settings.ONWARD_COUNCIL, settings.ONWARD_AREA)
