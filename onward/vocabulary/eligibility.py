"""The words of the eligibility regulations: what is to be achieved, and what counts as being unable to.

Source: Care and Support (Eligibility Criteria) Regulations 2015 (SI 2015/313), regulations 2 (adults) and 3 (carers).
Questionnaires carry these words as codes underneath everyday questions. Nobody is asked in them. `onward eligibility`
takes the same words, so what a questionnaire collected needs no translation. Topics of services, such as `home-safety`,
are other words for other things.
"""

from enum import StrEnum

# Systems of the codings in a questionnaire: on an item which outcome it asks about, on an option which limb it tells.
ADULT_SYSTEM = "https://onward.example/codes/eligibility-outcome"
CARER_SYSTEM = "https://onward.example/codes/carer-eligibility-outcome"
LIMB_SYSTEM = "https://onward.example/codes/eligibility-limb"


class Who(StrEnum):
    """Whose needs are looked at, and so under which regulation: 2 for an adult, 3 for a carer."""

    ADULT = "adult"
    CARER = "carer"


class Eligible(StrEnum):
    """Whether needs meet the criteria; not yet known where a missing answer could still change that."""

    YES = "yes"
    NO = "no"
    NOT_YET_KNOWN = "not_yet_known"


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
    """Regulation 3(2)(b): the eligibility outcomes of a carer, in its order."""

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


class Able(StrEnum):
    """An outcome was looked at, and is achieved, or cannot arise: no child to care for, for example."""

    ACHIEVED = "achieved"
    NOT_APPLICABLE = "not_applicable"


class WellbeingArea(StrEnum):
    """Care Act 2014 s1(2)(a) to (i): what well-being is about, in its order."""

    DIGNITY = "personal_dignity"
    HEALTH = "physical_mental_emotional"
    PROTECTION = "protection_from_abuse"
    CONTROL = "control_over_day_to_day_life"
    WORK_AND_RECREATION = "work_education_recreation"
    SOCIAL_AND_ECONOMIC = "social_economic"
    RELATIONSHIPS = "domestic_family_personal"
    ACCOMMODATION = "living_accommodation"
    CONTRIBUTION = "contribution_to_society"
