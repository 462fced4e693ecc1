"""The ready reckoner without a browser: what it says is the rule's own, and nothing of it is kept."""

import json
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from onward.config.charging.cases import cases

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
ADDRESS = "/what-would-i-pay/"
# Bert: 71, owns his home, £19,400 of savings, his wife at home.
BERT: dict[str, Any] = {
    "pay-age": "71",
    "pay-partner": "yes",
    "pay-own": "yes",
    "pay-home-value": "240,000",
    "pay-joint": "no",
    "pay-lives": ["partner"],
    "pay-savings": "£19,400",
    "pay-income": ["state_pension", "occupational_pension"],
    "pay-state-pension": "815.40",
    "pay-state-pension-unit": "four-weeks",
    "pay-occupational-pension": "325",
    "pay-occupational-pension-unit": "month",
    "pay-pension-shared": "no",
    "pay-care-home": "900",
    "pay-care-home-unit": "week",
    "pay-care-at-home": "240",
    "pay-care-at-home-unit": "week",
}
AS_A_PROGRAM_SAYS_IT = {
    "age": 71,
    "couple": True,
    "capital": "19400.00",
    "home": {"value": "240000", "occupied_by": [{"who": "partner"}], "weeks_since_permanent": 12},
    "income": [
        {"kind": "state_pension", "weekly": "203.85"},
        {"kind": "occupational_pension", "weekly": "75.00"},
    ],
    "disregards": [],
    "premiums": [],
    "children": 0,
    "lone_parent": False,
}


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda *_: DAY)


def sent(**changed: Any) -> Any:
    """The page after Bert's answers, with these instead; None leaves one out."""
    told = {name.replace("_", "-"): value for name, value in changed.items()}
    return Client().post(ADDRESS, {name: each for name, each in (BERT | told).items() if each is not None})


def text(**changed: Any) -> str:
    return " ".join(unescape(sent(**changed).content.decode()).split())


def of_the_command(tmp_path: Path, capsys: Any, **case: Any) -> dict[str, Any]:
    """What `onward charge` answers for a case."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(AS_A_PROGRAM_SAYS_IT | case))
    cases(file, as_json=True, deferred=False)
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def pounds(plain: str) -> str:
    return f"£{float(plain):,.2f}"


def test_it_asks_for_no_name_and_says_that_nothing_is_kept() -> None:
    html = unescape(Client().get(ADDRESS).content.decode())
    assert "We do not ask who you are. We do not keep what you type" in html
    assert 'name="me' not in html
    assert 'href="/what-would-i-pay/"' in Client().get("/").content.decode()


@pytest.mark.parametrize(
    ("setting", "cost", "on"),
    [("care_home_permanent", "900", "2026-11-22"), ("community", "240", "2024-06-01")],
)
def test_it_says_what_onward_charge_says(
    setting: str, cost: str, on: str, tmp_path: Path, capsys: Any
) -> None:
    answer = of_the_command(tmp_path, capsys, setting=setting, care_cost=cost, on=on)
    html = text()
    assert f"<strong>{pounds(answer['weekly_charge'])}</strong>" in html
    assert pounds(answer["council_pays"]) in html
    left_out = "Nobody told us about these"
    assert [each for each in answer["because"] if each not in html and not each.startswith(left_out)] == []


def test_the_home_is_left_out_because_his_wife_lives_there() -> None:
    html = text()
    assert "Your home does not count while your partner lives in it." in html
    assert "the first 12 weeks" not in html


def test_what_if_she_did_not_live_there_is_one_press_and_what_was_told_comes_back() -> None:
    html = text(suppose="no_partner")
    assert "if your partner did not live in your home" in html
    assert "Your home counts as £216,000.00" in html
    assert "In a care home, the first 12 weeks" in html
    assert "Pay later" in html
    assert 'name="pay-lives" value="partner"' in html


def test_what_if_a_partner_lived_there_leaves_the_home_out() -> None:
    alone = {"pay_partner": "no", "pay_lives": None}
    assert "Your home counts as" in text(**alone)
    assert "What if my partner lives there?" in text(**alone)
    assert "Your home does not count while your partner lives in it." in text(**alone, suppose="partner")


def test_who_owns_no_home_is_not_asked_to_suppose_one() -> None:
    html = text(pay_own="no")
    assert "What if my partner" not in html
    assert "Your home" not in html.split("line by line")[1].split("What if you had more")[0]


def test_an_older_years_amounts_are_named_where_this_years_have_no_source() -> None:
    html = text()
    assert "Care at home: we used the sums set for 2024-25." in html
    assert "In a care home for good: we used the sums set for" not in html


def test_what_changes_at_which_savings_stands_beside_its_picture() -> None:
    html = text()
    assert '<th scope="row" class="govuk-table__header">£19,400.00 (yours)</th>' in html
    assert '<th scope="row" class="govuk-table__header">£14,250.00</th>' in html
    row = html.split("£23,251.00</th>")
    assert all('<td class="govuk-table__cell">£' in each[:60] for each in row[1:])
    assert row[1].startswith(' <td class="govuk-table__cell">£240.00')
    assert row[2].startswith(' <td class="govuk-table__cell">£900.00')
    assert html.count('class="onward-chart"') == 3


def test_who_has_much_is_told_when_the_council_begins_to_help() -> None:
    # £900 and £31.80 to live on, less £278.85 that comes in: £652.95 a week. £26,750 is gone after 41 weeks.
    html = text(pay_savings="50000")
    assert "We start to help you pay after about 10 months." in html
    assert "Your savings do not run out in ten years." in html


def test_savings_run_out_where_a_home_keeps_the_council_from_helping() -> None:
    # £19,400 at £652.95 a week lasts 30 weeks.
    html = text(pay_lives=None)
    assert "In ten years you do not come to the point where we help you pay." in html
    assert "Your savings run out after about 7 months. Then only your home is left to pay with." in html


def test_what_was_left_out_counts_as_nothing_and_is_said() -> None:
    html = text(pay_savings=None, pay_income=None)
    assert "Nobody told us about these, so we took them as nothing: savings of your own" in html
    assert "How long your savings last" not in html


def test_one_cost_is_enough() -> None:
    html = text(pay_care_at_home=None)
    assert 'id="care_home"' in html
    assert 'id="at_home"' not in html


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"pay_care_home": None, "pay_care_at_home": None}, "What would a care home cost: give an answer"),
        ({"pay_age": None}, "How old are you: give an answer"),
        ({"pay_age": "17"}, "How old are you: write a number that is 18 or more"),
        ({"pay_age": "64"}, "When were you born: give an answer"),
        ({"pay_savings": "lots"}, "How much do you have in savings of your own, in pounds: write a number"),
        ({"pay_savings": "-5"}, "in pounds: write a number that is 0 or more"),
        (
            {"pay_savings": "10.505"},
            "How much do you have in savings of your own, in pounds: check your answer",
        ),
        ({"pay_state_pension": None}, "How much State Pension: give an answer"),
        ({"pay_state_pension": "-3"}, "How much State Pension: check your answer"),
        ({"pay_care_home": "9000000000"}, "What would a care home cost: check your answer"),
        (
            {"pay_age": "64", "pay_born-day": "1", "pay_born-month": "2", "pay_born-year": "1950"},
            "When were you born: check your answer",
        ),
    ],
)
def test_what_cannot_be_is_told_with_its_question_and_nothing_is_lost(
    changed: dict[str, Any], said: str
) -> None:
    answer = sent(**changed)
    html = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert said in html
    assert 'value="240000"' in html


def test_between_60_and_68_the_birth_date_settles_it() -> None:
    born = {"pay_born-day": "1", "pay_born-month": "2", "pay_born-year": "1960"}
    html = text(pay_age="66", **born)
    assert "What you might pay" in html


def test_answers_can_be_changed_as_they_were_given() -> None:
    html = text(change="1")
    assert (
        'name="pay-savings" type="text" inputmode="decimal" value="19400"' in html or 'value="19400"' in html
    )
    assert "There is something to put right" not in html


def test_help_that_somebody_has_is_not_pointed_to() -> None:
    assert '<dt class="govuk-summary-list__key">Attendance Allowance' in text()
    has = {"pay_income": ["attendance_allowance"], "pay_attendance-allowance": "73.90"}
    assert '<dt class="govuk-summary-list__key">Attendance Allowance' not in text(**has)
    young = text(pay_age="40", pay_partner="no", pay_lives=None)
    assert "Personal Independence Payment (PIP)" in young
    assert "Pension Credit</dt>" not in young


def test_nothing_is_written_and_no_session_begins() -> None:
    statements: list[str] = []

    def watched(execute: Any, sql: str, *others: Any) -> Any:
        statements.append(sql)
        return execute(sql, *others)

    client = Client()
    with connection.execute_wrapper(watched):
        client.post(ADDRESS, BERT)
    assert [each for each in statements if not each.lstrip().upper().startswith(("SELECT", "SET"))] == []
    assert "sessionid" not in client.cookies
