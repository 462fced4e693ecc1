"""Whether needs meet the eligibility criteria of the Care Act, for adults and for carers, with reasons.

Source: Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), regulations 2 and 3. `advise(case)` is
the whole rule. It advises: the decision is a worker's, in writing, and may differ. Nothing is added up into a score.
"""

from onward.rules.eligibility.answer import Answer, Step
from onward.rules.eligibility.case import Case, Finding, Outcome
from onward.rules.eligibility.determining import advise

VERSION = "1"

__all__ = ["VERSION", "Answer", "Case", "Finding", "Outcome", "Step", "advise"]
