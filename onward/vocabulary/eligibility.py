"""The words of the eligibility regulations: what is to be achieved, and what counts as being unable to.

Source: Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), regulations 2 (adults) and 3 (carers).
Questionnaires carry these words as codes underneath everyday questions. Nobody is asked in them.
"""

from enum import StrEnum

# Systems of the codings in a questionnaire: on an item which outcome it asks about, on an option which limb it tells.
ADULT_SYSTEM = "https://onward.example/codes/eligibility-outcome"
CARER_SYSTEM = "https://onward.example/codes/carer-eligibility-outcome"
LIMB_SYSTEM = "https://onward.example/codes/eligibility-limb"


class AdultOutcome(StrEnum):
    """Regulation 2(2): the eligibility outcomes of an adult, in its order."""

    NUTRITION = "nutrition"
    HYGIENE = "hygiene"
    TOILET = "toilet"
    CLOTHING = "clothing"
    HOME_SAFETY = "home_safety"
    HABITABLE_HOME = "habitable_home"
    RELATIONSHIPS = "relationships"
    WORK_OR_LEARNING = "work_or_learning"
    COMMUNITY = "community"
    CARING_FOR_CHILD = "caring_for_child"


class CarerOutcome(StrEnum):
    """Regulation 3(2): the eligibility outcomes of a carer, in its order."""

    CARING_FOR_CHILD = "caring_for_child"
    CARING_FOR_OTHERS = "caring_for_others"
    HABITABLE_HOME = "habitable_home"
    NUTRITION = "nutrition"
    RELATIONSHIPS = "relationships"
    WORK_OR_LEARNING = "work_or_learning"
    COMMUNITY = "community"
    RECREATION = "recreation"


class Limb(StrEnum):
    """Regulations 2(3) and 3(3): each alone is enough to be unable; the fourth is an adult's only."""

    NOT_WITHOUT_ASSISTANCE = "not_without_assistance"
    WITH_PAIN_OR_DISTRESS = "with_pain_or_distress"
    ENDANGERS_HEALTH_OR_SAFETY = "endangers_health_or_safety"
    TAKES_SIGNIFICANTLY_LONGER = "takes_significantly_longer"


CARER_LIMBS = frozenset(Limb) - {Limb.TAKES_SIGNIFICANTLY_LONGER}
