"""Whatever is sent to `/api/fhir/r4/` is answered as FHIR, and never with a mistake of ours."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.fhir import ANSWERS, FORM, Caller

METHODS = st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])
PLACES = [
    "metadata",
    "Questionnaire",
    "Questionnaire/_search",
    "Questionnaire/$validate",
    "Questionnaire/first-contact.2",
    "QuestionnaireResponse",
    "QuestionnaireResponse/_search",
    "QuestionnaireResponse/$validate",
    "QuestionnaireResponse/1",
    "Questionnaire/first-contact.2/_history/1",
]
NAMES = [
    "_id",
    "url",
    "version",
    "name",
    "status",
    "date",
    "authored",
    "based-on:identifier",
    "_count",
    "_page",
    "_format",
]
text = st.text(max_size=12)
dates = st.sampled_from(["2026", "ge2026-11", "lt0001-01-01", "gt9999-12-31", "eq2026-02-30", "ge"])
queries = st.lists(st.tuples(st.sampled_from(NAMES) | text, text | dates), max_size=3)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | text
    | st.sampled_from(["a", "string", "group", "active"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FORM, *ANSWERS, "answer"]), inner, max_size=4)
    ),
    max_leaves=8,
)
bodies = st.one_of(
    st.binary(max_size=30),
    values.map(json.dumps),
    st.tuples(st.sampled_from([FORM, ANSWERS]), st.sampled_from(list({**FORM, **ANSWERS})), values).map(
        lambda each: json.dumps({**each[0], each[1]: each[2]})
    ),
)


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(method=METHODS, place=st.sampled_from(PLACES) | text.map(quote), query=queries, body=bodies)
def test_whatever_is_sent_is_answered_as_fhir(
    method: str, place: str, query: list[tuple[str, str]], body: Any
) -> None:
    asked = "&".join(f"{quote(name)}={quote(value)}" for name, value in query)
    media = "application/x-www-form-urlencoded" if place.endswith("_search") else "application/fhir+json"
    response = Caller("ewa").client.generic(
        method, f"/api/fhir/r4/{place}?{asked}", body, content_type=media, headers={"If-Match": 'W/"1"'}
    )
    assert response.status_code < 500
    if method != "HEAD":
        kind = json.loads(response.content)["resourceType"]
        assert (kind == "OperationOutcome") or response.status_code < 400
