"""The words of screening: how urgent, what to look at, which signs point to it; and the sentence of each sign."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum


class Urgency(IntEnum):
    """How soon somebody should look. The smaller the sooner, so that lists can be sorted by it.

    `ORDINARY` is the request's own turn. There is no “none”: whoever asks is answered.
    """

    NOW = 0
    TODAY = 1
    SOON = 2
    ORDINARY = 3

    @property
    def code(self) -> str:
        """As it is written in policy, answers and events."""
        return self.name.lower()


class Prompt(StrEnum):
    """What somebody should look at and ask about. It says that there is a reason to look, never that it is so."""

    SAFEGUARDING = "safeguarding"
    MENTAL_HEALTH = "mental_health"
    FIRE = "fire"
    FOOD_OR_HEAT = "food_or_heat"
    CARE_NOW = "care_now"
    UNSAFE_HOME = "unsafe_home"
    CARER = "carer"
    HOSPITAL = "hospital"


class Standing(StrEnum):
    """What is known of something. Not to have been asked, or not to have answered, is `NOT_KNOWN`, never `SAID_NO`."""

    KNOWN = "known"
    NOT_KNOWN = "not_known"
    SAID_NO = "said_no"


class Part(StrEnum):
    """The three parts of Care Act 2014 s42(1)."""

    NEEDS = "needs"
    RISK = "risk"
    CANNOT_PROTECT = "cannot_protect"


class Conversation(StrEnum):
    """The three conversations. The long term comes only after the first two, so it is never proposed first."""

    LISTEN = "listen"
    WORK_ON_RISK = "work_on_risk"
    LONG_TERM = "long_term"


class About(StrEnum):
    """What an adviser may decide otherwise than was proposed."""

    URGENCY = "urgency"
    CONVERSATION = "conversation"
    ROUTE = "route"
    BY_WHOM = "by_whom"


class Sign(StrEnum):
    """One thing that was said and that somebody should look at. Policy says how each is found and how urgent it is."""

    HARM_NOW = "harm_now"
    AFRAID = "afraid"
    PERHAPS_AFRAID = "perhaps_afraid"
    NOT_SAFE_TO_SAY = "not_safe_to_say"
    WATCHED = "watched"
    LIFE_NOW = "life_now"
    LIFE_SOMETIMES = "life_sometimes"
    LIFE_NOT_SAID = "life_not_said"
    SELF_HARM = "self_harm"
    CRISIS = "crisis"
    VERY_LOW = "very_low"
    FIRE_NOW = "fire_now"
    FIRE_RISK = "fire_risk"
    CLUTTER = "clutter"
    NO_FOOD = "no_food"
    NO_HEAT = "no_heat"
    HURT_NOW = "hurt_now"
    MEDICINE = "medicine"
    ALONE = "alone"
    CARE_STOPPED = "care_stopped"
    FALLS = "falls"
    NOWHERE_TO_SLEEP = "nowhere_to_sleep"
    HOME_MAY_BE_LOST = "home_may_be_lost"
    UNSAFE_AT_HOME = "unsafe_at_home"
    CANNOT_GO_ON = "cannot_go_on"
    CARER_GONE = "carer_gone"
    NOT_FOR_LONG = "not_for_long"
    HELPER_STOPS = "helper_stops"
    NOBODY_STEPS_IN = "nobody_steps_in"
    HOME_FROM_HOSPITAL_NOW = "home_from_hospital_now"
    HOME_FROM_HOSPITAL = "home_from_hospital"
    IN_HOSPITAL = "in_hospital"


_URGENT = "Care Act 2014 s19(3): urgent needs, before any assessment"
_ABUSE = "Care Act 2014 s42(1)"
_LIFE = "Care Act 2014 s1(2)(b); Mental Health Act 1983 s13(4)"
_CARER = "Care Act 2014 s10(5)(a), (b): able and willing to go on"
_HOSPITAL = "Care Act 2014 s74, Schedule 3: discharge from hospital"
_FIRE = "Fire and Rescue Services Act 2004 s6: prevention; Care Act 2014 s9(4)(a)"
_HOME = "Care Act 2014 s1(2)(h): suitable accommodation; Housing Act 1996 s184"

# To whoever said it, and for officers the source. None of them says that it is so: somebody asks.
SENTENCES: Mapping[Sign, tuple[str, str]] = {
    Sign.HARM_NOW: ("You told us that someone may be in danger from another person now.", _ABUSE),
    Sign.AFRAID: ("You told us that someone may be cruel, frightening or taking money.", _ABUSE),
    Sign.PERHAPS_AFRAID: ("You were not sure, or would rather not say, if someone is cruel.", _ABUSE),
    Sign.NOT_SAFE_TO_SAY: ("You told us that it is not safe to answer, or that you are not sure.", _ABUSE),
    Sign.WATCHED: ("You told us that someone may watch what you say or send.", _ABUSE),
    Sign.LIFE_NOW: ("You told us of thoughts of ending life.", _LIFE),
    Sign.LIFE_SOMETIMES: ("You told us that there are thoughts of ending life at times.", _LIFE),
    Sign.LIFE_NOT_SAID: ("You would rather not say if there are thoughts of ending life.", _LIFE),
    Sign.SELF_HARM: ("You told us that someone may hurt themselves.", _LIFE),
    Sign.CRISIS: ("You told us of a mind in great trouble.", _LIFE),
    Sign.VERY_LOW: ("You told us of feeling very low or very afraid.", _LIFE),
    Sign.FIRE_NOW: ("You told us of a fire, or of gas.", _FIRE),
    Sign.FIRE_RISK: ("You told us of something that could start a fire.", _FIRE),
    Sign.CLUTTER: ("You told us that the home is very full. A fire would be worse there.", _FIRE),
    Sign.NO_FOOD: ("You told us that there may be no food.", _URGENT),
    Sign.NO_HEAT: ("You told us that there may be no heat or hot water.", _URGENT),
    Sign.HURT_NOW: ("You told us that someone may be badly hurt or very ill.", _URGENT),
    Sign.MEDICINE: ("You told us that medicine has run out or goes wrong.", _URGENT),
    Sign.ALONE: ("You told us that someone is alone when that is not safe.", _URGENT),
    Sign.CARE_STOPPED: ("You told us that help has stopped, or is about to.", _URGENT),
    Sign.FALLS: ("You told us of falls.", "Care Act 2014 s2, s9(4)(a); NICE NG249: falls"),
    Sign.NOWHERE_TO_SLEEP: ("You told us that there may be nowhere safe to sleep.", _HOME),
    Sign.HOME_MAY_BE_LOST: ("You told us that the home may be lost.", _HOME),
    Sign.UNSAFE_AT_HOME: ("You told us that it is not safe at home.", "Care Act 2014 s9(4)(a)"),
    Sign.CANNOT_GO_ON: ("You told us that whoever gives the help cannot go on.", _CARER),
    Sign.CARER_GONE: ("You told us that whoever gave the help is not there now.", _URGENT),
    Sign.NOT_FOR_LONG: ("You told us that you cannot go on with the help for much longer.", _CARER),
    Sign.HELPER_STOPS: ("You told us that someone who helps does not want to go on.", _CARER),
    Sign.NOBODY_STEPS_IN: ("You told us that you help all week, and nobody would step in.", _CARER),
    Sign.HOME_FROM_HOSPITAL_NOW: ("You told us of coming home from hospital today or tomorrow.", _HOSPITAL),
    Sign.HOME_FROM_HOSPITAL: ("You told us of coming home from hospital.", _HOSPITAL),
    Sign.IN_HOSPITAL: ("You told us that someone is in hospital.", _HOSPITAL),
}
# The reasons that hang on no one sign.
SEVERAL = ("You told us of several hard things at once.", "Local policy: several things at once come sooner")
NOTHING_FOUND = (
    "We found nothing that says it must come first. We may be wrong, so tell us if it cannot wait.",
    "Local policy: requests are answered in turn",
)
MAY_ASK = (
    "You can ask for an assessment at any time, whatever we think.",
    "Care Act 2014 s9(1), s10(1): whatever the level of need",
)
OF_NO_SIGN = (SEVERAL, NOTHING_FOUND, MAY_ASK)
