"""Every field of ours is classified, and the file says nothing about fields that are not there."""

import pytest

from onward.records.classification import (
    FaultyClassification,
    Field,
    classification,
    fields_of_models,
    misfits,
    parse,
)

PERSON = {"id": "person code person", "name": "person name person"}


def test_every_field_of_every_model_is_classified() -> None:
    listed = {model: frozenset(fields) for model, fields in classification().items()}
    assert listed == fields_of_models()


def test_what_the_words_mean_for_a_field() -> None:
    assert classification()["records.Person"]["given_name"] == Field(
        about="person", fake="name", keep="person"
    )


def test_free_text_and_names_of_people_are_never_kept_as_they_are() -> None:
    """The fields whose names say that they hold a person's name, words or birth."""
    telling = {
        "given_name",
        "family_name",
        "given_key",
        "family_key",
        "born_on",
        "reason",
        "words",
        "answers",
    }
    kept = [
        f"{model}.{name}"
        for model, fields in classification().items()
        for name, field in fields.items()
        if name in telling and (field.fake == "keep" or field.about != "person")
    ]
    assert not kept


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"a.A": {"id": "person code"}}, "a.A.id: write three words"),
        ({"a.A": {"id": "somebody code case"}}, "`somebody` is no word for about"),
        ({"a.A": {"id": "person shuffle case"}}, "`shuffle` is no word for fake"),
        ({"a.A": {"id": "person code ever"}}, "`ever` is no word for keep"),
        ({"a.A": None}, "a.A: list its fields"),
        ([], "must list models"),
    ],
)
def test_a_wrong_word_is_told_with_its_place(content: object, says: str) -> None:
    with pytest.raises(FaultyClassification, match=says.replace(".", r"\.")):
        parse(content)


@pytest.mark.parametrize(
    ("exist", "says"),
    [
        ({"a.Person": frozenset({"id", "name", "height"})}, "a.Person.height is not classified"),
        ({"a.Person": frozenset({"id"})}, "a.Person has no field `name`"),
        ({}, "a.Person is no model of ours"),
        ({"a.Person": frozenset(PERSON), "a.Dog": frozenset({"id"})}, "a.Dog.id is not classified"),
    ],
)
def test_what_does_not_fit_the_models_is_told(exist: dict[str, frozenset[str]], says: str) -> None:
    (said,) = misfits(parse({"a.Person": PERSON}), exist)
    assert said.startswith(says)


def test_a_fitting_classification_has_no_misfits() -> None:
    assert misfits(parse({"a.Person": PERSON}), {"a.Person": frozenset(PERSON)}) == []
