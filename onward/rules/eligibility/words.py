"""What is said: `because` to the person, in plain words, and `missing` to whoever still has to find something out."""

from collections.abc import Mapping

from onward.rules.eligibility.case import Outcome
from onward.vocabulary.eligibility import AdultOutcome, CarerOutcome, Eligible, Limb, WellbeingArea, Who

# What somebody does who achieves it. By group: as words, an adult's nutrition and a carer's are the same key.
DOING: Mapping[Who, Mapping[Outcome, str]] = {
    Who.ADULT: {
        AdultOutcome.NUTRITION: "eating and drinking enough to keep well",
        AdultOutcome.HYGIENE: "washing and keeping clean",
        AdultOutcome.TOILET: "using the toilet",
        AdultOutcome.CLOTHING: "dressing for the day and the weather",
        AdultOutcome.HOME_SAFETY: "getting about safely at home",
        AdultOutcome.HABITABLE_HOME: "keeping the home fit to live in",
        AdultOutcome.RELATIONSHIPS: "making and keeping ties with family, friends or others",
        AdultOutcome.WORK_OR_LEARNING: "working, training, learning or volunteering",
        AdultOutcome.COMMUNITY: "using places and services nearby, such as shops, buses and leisure",
        AdultOutcome.CARING_FOR_CHILD: "caring for a child",
    },
    Who.CARER: {
        CarerOutcome.CARING_FOR_CHILD: "caring for a child",
        CarerOutcome.CARING_FOR_OTHERS: "caring for other people",
        CarerOutcome.HABITABLE_HOME: "keeping the home fit to live in",
        CarerOutcome.NUTRITION: "eating and drinking enough to keep well",
        CarerOutcome.RELATIONSHIPS: "making and keeping ties with family, friends or others",
        CarerOutcome.WORK_OR_LEARNING: "working, training, learning or volunteering",
        CarerOutcome.COMMUNITY: "using places and services nearby, such as shops and leisure",
        CarerOutcome.RECREATION: "doing things for fun and rest",
    },
}
LIMBS: Mapping[Limb, str] = {
    Limb.NOT_WITHOUT_ASSISTANCE: "You cannot do this without help: {doing}.",
    Limb.WITH_PAIN_OR_DISTRESS: "This causes you significant pain, distress or anxiety: {doing}.",
    Limb.ENDANGERS_HEALTH_OR_SAFETY: "This puts your health or safety, or somebody else’s, in danger: {doing}.",
    Limb.TAKES_SIGNIFICANTLY_LONGER: "This takes you much longer than would be expected: {doing}.",
}
AREAS: Mapping[WellbeingArea, str] = {
    WellbeingArea.DIGNITY: "your dignity and being treated with respect",
    WellbeingArea.HEALTH: "your health and how you feel",
    WellbeingArea.PROTECTION: "being safe from abuse and neglect",
    WellbeingArea.CONTROL: "your control over day-to-day life",
    WellbeingArea.WORK_AND_RECREATION: "work, learning and leisure",
    WellbeingArea.SOCIAL_AND_ECONOMIC: "your money and your social life",
    WellbeingArea.RELATIONSHIPS: "your home life, family and relationships",
    WellbeingArea.ACCOMMODATION: "whether where you live suits you",
    WellbeingArea.CONTRIBUTION: "what you give to society",
}
LOOKED_OVER = "This was looked at over a time ({over}): {doing}."
BY_CARER = "A carer helps with this now: {doing}. That help was left out of the answer."
DIFFERS = "Another finding says otherwise of this: {doing}. One way of being unable is enough for the law."

CAUSE: Mapping[Who, Mapping[bool, str]] = {
    Who.ADULT: {
        True: "Your needs come from a physical or mental impairment or an illness, or have to do with one.",
        False: "Your needs do not come from a physical or mental impairment or an illness. The law asks for that.",
    },
    Who.CARER: {
        True: "Your needs come from giving an adult care that they need.",
        False: "Your needs do not come from giving an adult care that they need. The law asks for that.",
    },
}
EFFECT: Mapping[Who, Mapping[bool, str]] = {
    Who.ADULT: {
        True: "So you are unable to do at least two of the things that the law lists.",
        False: "The law asks for at least two things on its list that you are unable to do. It was not as many.",
    },
    Who.CARER: {
        True: "For the law one of these is enough: your health at risk, or one thing on its list you are unable to do.",
        False: "Your health is not at risk, and there is nothing on the law’s list that you are unable to do.",
    },
}
HEALTH = "Your health is getting worse, or is at risk of that."
IMPACT = {
    True: "There is, or is likely to be, a significant impact on your well-being.",
    False: "There is no significant impact on your well-being, and none is likely. The law asks for one.",
}
TOUCHES = "This part of your well-being is touched: {area}."
NOT_ASKED = "Whether you have an impairment or illness yourself was not counted. The law does not ask that of a carer."
ANSWERS: Mapping[Eligible, str] = {
    Eligible.YES: "Your needs meet the eligibility criteria.",
    Eligible.NO: "Your needs do not meet the eligibility criteria.",
    Eligible.NOT_YET_KNOWN: "It is not yet known whether your needs meet the eligibility criteria.",
}

FIND_OUT: Mapping[Who, tuple[str, str]] = {
    Who.ADULT: (
        "arises_from_impairment_or_illness",
        "whether the needs arise from or relate to a physical or mental impairment or illness",
    ),
    Who.CARER: (
        "provides_necessary_care",
        "whether the needs arise because the carer provides necessary care for an adult",
    ),
}
FIND_HEALTH = (
    "health_at_risk",
    "whether the carer’s physical or mental health is deteriorating, or at risk of it",
)
FIND_IMPACT = (
    "significant_impact_on_wellbeing",
    "whether there is, or is likely to be, a significant impact on well-being",
)
NOT_BY_AREAS = "; the areas that were named do not say that by themselves"
FIND_UNABLE = "how this goes: {doing}"
FIND = "Find out {what} ({name})."
NO_EVIDENCE = "Write down what was seen or said of this as evidence; it changes no answer: {doing} ({name})."
SETTLE = (
    "Settle which is right, or over which time. This was named as unable and as not, and counts as unable: {doing} "
    "({name})."
)
