"""Cases by chance, as programs send them: anything said or not, outcomes in any order, some of them twice."""

from typing import Any

from hypothesis import strategies as st

from tests.rules.eligibility.literal import ADULT_OUTCOMES, CARER_OUTCOMES

CARER_LIMBS = ["not_without_assistance", "with_pain_or_distress", "endangers_health_or_safety"]
ADULT_LIMBS = [*CARER_LIMBS, "takes_significantly_longer"]
ABLE = [None, "not_applicable"]
AREAS = ["personal_dignity", "social_economic", "contribution_to_society"]
said = st.none() | st.booleans()
words = st.none() | st.sampled_from(["", " ", "seen at home"])


def _findings(outcomes: list[str], limbs: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    finding = st.fixed_dictionaries(
        {"outcome": st.sampled_from(outcomes)},
        optional={
            "unable": st.sampled_from([*limbs, *ABLE, None, None]),
            "evidence": words,
            "over": words,
            "met_by_carer": said,
        },
    )
    return st.lists(finding, max_size=14)


adults = st.fixed_dictionaries(
    {"who": st.just("adult"), "outcomes": _findings(ADULT_OUTCOMES, ADULT_LIMBS)},
    optional={
        "arises_from_impairment_or_illness": said,
        "significant_impact_on_wellbeing": said,
        "wellbeing_areas": st.lists(st.sampled_from(AREAS), max_size=3),
    },
)
carers = st.fixed_dictionaries(
    {"who": st.just("carer"), "outcomes": _findings(CARER_OUTCOMES, CARER_LIMBS)},
    optional={
        "provides_necessary_care": said,
        "health_at_risk": said,
        "significant_impact_on_wellbeing": said,
        "arises_from_impairment_or_illness": said,
        "wellbeing_areas": st.lists(st.sampled_from(AREAS), max_size=3),
    },
)
cases = adults | carers
