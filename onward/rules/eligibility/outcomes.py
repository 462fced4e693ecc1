"""What is said of one eligibility outcome: each limb, the time looked at, a carer's help, and what is missing."""

from collections.abc import Iterator

from onward.rules.eligibility import words
from onward.rules.eligibility.answer import Step
from onward.rules.eligibility.case import Case, Outcome
from onward.rules.eligibility.regulation import REGULATIONS
from onward.vocabulary.eligibility import Limb


def steps(case: Case, outcome: Outcome) -> Iterator[Step]:
    """Why somebody is unable to achieve it; nothing where they are able, or nobody looked."""
    law, doing = REGULATIONS[case.who], words.DOING[case.who][outcome]
    for limb in case.limbs(outcome):
        at = (law.paragraph(law.outcomes[outcome]), law.paragraph(law.limbs[limb]))
        yield Step(words.LIMBS[limb].format(doing=doing), at)
    if case.limbs(outcome) and case.able(outcome):
        yield Step(words.DIFFERS.format(doing=doing), (law.paragraph("(3)"),))
    for over in dict.fromkeys(each.over for each in case.of(outcome) if each.over):
        yield Step(words.LOOKED_OVER.format(over=over, doing=doing), (law.paragraph("(4)"),))
    if any(each.met_by_carer for each in case.of(outcome)):
        yield Step(words.BY_CARER.format(doing=doing), law.met_by_carer)


def to_write_down(case: Case, outcome: Outcome) -> Iterator[str]:
    """What the record lacks, and no answer waits for: evidence, and which of two findings is right."""
    said = {"doing": words.DOING[case.who][outcome], "name": outcome.value}
    found = [each for each in case.of(outcome) if isinstance(each.found, Limb)]
    if found and not any(each.evidence for each in found):
        yield words.NO_EVIDENCE.format(**said)
    if found and case.able(outcome):
        yield words.SETTLE.format(**said)


def to_find_out(case: Case, outcome: Outcome) -> str:
    """The question that is open where nobody looked."""
    what = words.FIND_UNABLE.format(doing=words.DOING[case.who][outcome])
    return words.FIND.format(what=what, name=f"outcomes: {outcome.value}")
