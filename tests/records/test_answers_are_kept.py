"""Answers are kept as FHIR, to the last digit."""

from decimal import Decimal
from typing import Any

import pytest

from onward.questionnaires.json_text import write
from onward.records import responses
from onward.records.principal import acting_as
from onward.vocabulary.principals import Principal
from tests import world


@pytest.mark.django_db
def test_a_decimal_comes_back_with_the_digits_it_was_given_with() -> None:
    case = world.begin()
    digits = ["12.50", "0.1", "-0.000000000000000000001", "12345678901234567890.10", "3"]
    answers: dict[str, Any] = {
        "item": [{"linkId": "q", "answer": [{"valueDecimal": Decimal(each)} for each in digits]}]
    }
    with acting_as(Principal.resident(case)):
        responses.begin_response(
            case=case,
            questionnaire="q",
            questionnaire_version="1",
            definition="",
            answers=answers,
            keep_until=world.TODAY,
            on=world.TODAY,
        )
        kept = responses.response(case, "q")
    assert kept is not None
    given = [each["valueDecimal"] for each in kept.answers["item"][0]["answer"]]
    assert kept.answers == answers
    assert [write(each) for each in given] == [write(Decimal(each)) for each in digits]
