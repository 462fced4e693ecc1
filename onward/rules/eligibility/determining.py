"""Whether needs meet the eligibility criteria: three conditions together, each of which must be met."""

from onward.rules.eligibility import outcomes, words
from onward.rules.eligibility.answer import Answer, Step
from onward.rules.eligibility.case import Case
from onward.rules.eligibility.conditions import Condition, cause, effect, impact
from onward.rules.eligibility.known import all_of
from onward.rules.eligibility.regulation import DETERMINATION, REGULATIONS
from onward.vocabulary.eligibility import Eligible

_STANDS = {True: Eligible.YES, False: Eligible.NO, None: Eligible.NOT_YET_KNOWN}


def advise(case: Case) -> Answer:
    """What the regulations come to for what is known, with reasons and what is missing.

    Sources: SI 2015/313 reg 2 for an adult, reg 3 for a carer. Not yet known exactly where two ways of filling in what
    is missing would come out differently; what could not change the answer is not asked for. Raises nothing: `reading`
    lets no outcome or limb in that the regulation does not give to the group.

    For the assessment stage: build a `Case` from the findings that a worker confirmed, show the answer beside the
    decision that they write, and keep both with VERSION. Nothing of it fills the decision in; that they differ is
    allowed (Care Act 2014 s13(1): the council decides).
    """
    conditions = (cause(case), effect(case), impact(case))
    eligible = _STANDS[all_of(*(each.met for each in conditions))]
    return Answer(
        eligible, tuple(_steps(case, conditions, eligible)), tuple(_missing(case, conditions, eligible))
    )


def _steps(case: Case, conditions: tuple[Condition, ...], eligible: Eligible) -> list[Step]:
    first = Step(words.ANSWERS[eligible], (REGULATIONS[case.who].title, DETERMINATION))
    return [first, *(step for each in conditions for step in each.steps)]


def _missing(case: Case, conditions: tuple[Condition, ...], eligible: Eligible) -> list[str]:
    open_still = eligible is Eligible.NOT_YET_KNOWN
    decides = [says for each in conditions if open_still for says in each.open]
    law = REGULATIONS[case.who]
    return decides + [says for each in law.outcomes for says in outcomes.to_write_down(case, each)]
