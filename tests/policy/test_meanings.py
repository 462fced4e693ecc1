"""Every question that the national questionnaires ask says how far its answer may be offered again."""

from onward.policy.meanings import Reuse, meanings, private, reuse_of
from onward.policy.overrides.needed import needed
from onward.policy.questionnaires import questionnaires
from onward.rules import caring


def test_every_meaning_that_is_asked_is_listed_and_no_other() -> None:
    asked = {item.meaning for form in questionnaires() for item in form.walk() if item.meaning}
    assert meanings().keys() == asked


def test_no_council_may_hide_what_finds_a_carer() -> None:
    assert set(caring.MEANINGS) <= needed().meanings.keys()


def test_what_is_only_ever_about_that_day_is_not_offered_another_day() -> None:
    for meaning in ("risk-now", "risk-life", "share-with", "contact-by", "message-safe", "phone"):
        assert reuse_of(meaning) is Reuse.REQUEST


def test_what_could_bring_somebody_into_danger_is_private() -> None:
    assert private() == {"risk-now", "risk-afraid", "risk-life"}
    assert private() <= meanings().keys()


def test_what_nobody_listed_stays_where_it_was_told() -> None:
    assert reuse_of("larkmoor-pets") is Reuse.REQUEST
