"""What is told when the server starts: what is wrong and does not stop it."""

import logging

from django.conf import settings

from onward.policy.questionnaires import problems

_log = logging.getLogger("onward.config.start")


def tell_of_forms() -> int:
    """Log whatever keeps this council's own forms from being asked, and give the number of such things.

    The national form is asked instead (docs/decisions/0014).
    """
    found = problems(settings.ONWARD_COUNCIL)
    for each in found:
        _log.error("The national form is asked instead of the council's own. %s", each)
    return len(found)
