"""What a person pays for care and support in England, and why.

`charge(case, policy)` is the whole rule for one person. Every amount is exact pence; the policy is told. The rule for
many people at once is in `population`, what somebody owes under a deferred payment in `deferred`.
"""

from onward.rules.charging.answer import Charge, Kept, Outcome, Refused, Step
from onward.rules.charging.case import Case, Setting
from onward.rules.charging.charging import charge
from onward.rules.charging.policy import Policy

VERSION = "1"

__all__ = ["VERSION", "Case", "Charge", "Kept", "Outcome", "Policy", "Refused", "Setting", "Step", "charge"]
