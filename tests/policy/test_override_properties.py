"""Whatever a council writes: nothing raises, and what is accepted can be used and still asks all that is needed."""

from typing import Any

import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from onward.policy.national import names, newest
from onward.policy.overrides.changes import KINDS, PROPERTIES
from onward.policy.overrides.checking import Checked, check
from onward.policy.overrides.needed import needed
from onward.policy.overrides.tree import is_hidden
from onward.questionnaires.answers import Answers
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.reading import examine, read
from onward.questionnaires.validity import applying
from tests.policy.overriding import NAME, items, small_form

FORMS: dict[str, Any] = {NAME: small_form(), "first-contact": dict(newest("first-contact").raw)}
FOR_TEXT = "Which one is it"


def made(name: str, changes: list[dict[str, Any]]) -> Checked:
    text = yaml.safe_dump({"since": "2026-11-21", "version": "1", "changes": changes})
    return check(text, FORMS[name], council="larkmoor", name=name, needed=needed())


def link_ids(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([*items(FORMS[name]), "larkmoor-a", "larkmoor-b"])


def codes(name: str) -> st.SearchStrategy[str]:
    found = [
        option["valueCoding"]["code"]
        for item in items(FORMS[name]).values()
        for option in item.get("answerOption", ())
    ]
    return st.sampled_from([*found, "larkmoor-x"])


def places(name: str) -> st.SearchStrategy[dict[str, str]]:
    return st.tuples(st.sampled_from(["after", "before", "in"]), link_ids(name)).map(
        lambda each: {each[0]: each[1]}
    )


@st.composite
def a_change(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A change that might be meant: of a known kind, about items of the form or of the council's own."""
    kind, target = draw(st.sampled_from(sorted(KINDS))), draw(link_ids(name))
    if kind == "add question":
        own = draw(st.sampled_from(["larkmoor-a", "larkmoor-b"]))
        typed = draw(st.sampled_from(["yes or no", "date", "long text"]))
        return {kind: own, "type": typed, "text": FOR_TEXT, **draw(places(name))}
    if kind == "add page":
        return {kind: "larkmoor-a", "text": FOR_TEXT, "after": target}
    if kind == "add option":
        return {kind: "larkmoor-x", "to": target, "text": "Another"}
    if kind == "hide option":
        return {kind: draw(codes(name)), "of": target}
    if kind == "reword":
        return {kind: target, draw(st.sampled_from(["text", "hint", "why", "easy"])): FOR_TEXT}
    return {kind: target, **(draw(places(name)) if kind == "move" else {})}


def an_override() -> st.SearchStrategy[tuple[str, list[dict[str, Any]]]]:
    return st.sampled_from(sorted(FORMS)).flatmap(
        lambda name: st.tuples(st.just(name), st.lists(a_change(name), min_size=1, max_size=3))
    )


def some_answers(form: Questionnaire, data: st.DataObject) -> Answers:
    """Answers to every question with options, as somebody might choose."""
    return {
        item.link_id: (data.draw(st.sampled_from([each.code for each in item.options])),)
        for item in form.walk()
        if item.options
    }


def asked(form: Questionnaire, answers: Answers) -> frozenset[str]:
    """What is asked and can be seen, given these answers."""
    hidden = {below.link_id for item in form.walk() if item.hidden for below in item.walk()}
    return applying(form, answers) - hidden


@given(an_override(), st.data())
@settings(max_examples=300)
def test_what_is_accepted_can_be_read_and_asks_everybody_what_is_needed(
    override: tuple[str, list[dict[str, Any]]], data: st.DataObject
) -> None:
    name, changes = override
    form = made(name, changes).form
    event("accepted" if form else "refused")
    if form is None:
        return
    assert not any(each.bad for each in examine(form.raw).issues)
    national, kept = (
        read(FORMS[name]),
        {link_id for link_id, item in items(FORMS[name]).items() if needed().of(item)},
    )
    answers = some_answers(national, data)
    given_here = {link_id: values for link_id, values in answers.items() if link_id in form.by_link_id}
    offered = {
        link_id: values
        for link_id, values in given_here.items()
        if any(each.code == values[0] for each in form.item(link_id).options)
    }
    if offered == answers:
        assert asked(national, answers) & kept <= asked(form, answers)
    for link_id in kept:
        assert {each.code for each in national.by_link_id[link_id].options} <= {
            each.code for each in form.by_link_id[link_id].options
        }


@given(an_override())
@settings(max_examples=100)
def test_the_national_form_itself_is_never_touched(override: tuple[str, list[dict[str, Any]]]) -> None:
    name, changes = override
    before = yaml.safe_dump(FORMS[name])
    form = made(name, changes).form
    assert yaml.safe_dump(FORMS[name]) == before
    if form:
        url, version = FORMS[name]["url"], FORMS[name]["version"]
        assert (form.url, form.version) == (url, f"{version}+larkmoor.1")
        assert form.raw["derivedFrom"] == [f"{url}|{version}"]


words = st.one_of(
    st.text(max_size=30), st.sampled_from([*KINDS, *PROPERTIES, "who", "colour", "larkmoor-a", "yes"])
)
anything = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.one_of(
        st.text(max_size=200),
        anything.map(lambda value: yaml.safe_dump({"since": "2026-11-21", "version": "1", "changes": value})),
    )
)
@settings(max_examples=300)
def test_whatever_is_written_is_answered_with_sentences(text: str) -> None:
    found = check(text, small_form(), council="larkmoor", name=NAME, needed=needed())
    assert found.form or any(each.breaks for each in found.findings)
    assert all(each.line >= 1 and each.says for each in found.findings)


ONE_THING = [(name, link_id) for name in names() for link_id in items(dict(newest(name).raw))]


@given(st.sampled_from(ONE_THING))
@settings(max_examples=60)
def test_hiding_one_thing_of_a_national_form_is_refused_or_leaves_a_form_that_can_be_used(
    one_thing: tuple[str, str],
) -> None:
    name, link_id = one_thing
    national = dict(newest(name).raw)
    text = f"since: 2026-11-21\nversion: 1\nchanges: [{{hide: {link_id}}}]\n"
    form = check(text, national, council="larkmoor", name=name, needed=needed()).form
    item = items(national)[link_id]
    if needed().of(item) and not is_hidden(item):
        assert form is None
    elif form:
        assert not any(each.bad for each in examine(form.raw).issues)
