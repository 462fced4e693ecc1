"""The wording of messages: what a file must be, and what ours say to whoever reads them over a shoulder."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from onward.policy import files, messages
from onward.policy.files import PolicyProblem
from onward.policy.messages import fill, names, template
from onward.vocabulary.messages import Channel, Format

# textstat asks for this module, which setuptools has dropped, only to read a list of words that is not used here.
sys.modules.setdefault("pkg_resources", ModuleType("pkg_resources"))
from textstat import textstat  # noqa: E402

NATIONAL = """
since: 2026-11-22
wordings:
  - language: en
    format: plain
    text: "((council)): come on ((day))."
    email: {subject: "((council))", body: "((day))"}
"""
OURS_OF = {name: template(name, council="larkmoor").wordings for name in names()}
OURS = [
    pytest.param(wording, id=f"{name} {wording.language} {wording.format} {wording.channel}")
    for name, wordings in OURS_OF.items()
    for wording in wordings
]
# What a message must not give away to whoever else reads it.
TELLING = re.compile(
    r"\b(care|carer|social|adult|needs?|assessment|safeguard\w*|support|health|disab\w*|benefits?|dement\w*|advis\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A policy folder with one national message, `come`."""
    for module in (files, messages):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    _forget()
    _write(tmp_path / "england" / "messages" / "come.yaml", NATIONAL)
    yield tmp_path
    _forget()


def _forget() -> None:
    for cached in (files.read_yaml, files.version, messages.template, messages.names):
        cached.cache_clear()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _councils(folder: Path, text: str) -> None:
    _write(
        folder / "councils" / "larkmoor" / "messages" / "come.yaml", f"since: 2026-11-22\nwordings:\n{text}"
    )


@pytest.mark.parametrize("wording", OURS)
def test_our_messages_do_not_say_what_they_are_about(wording: messages.Wording) -> None:
    assert not TELLING.search(f"{wording.subject} {wording.body}")


@pytest.mark.parametrize("wording", OURS)
def test_our_messages_are_plain(wording: messages.Wording) -> None:
    said = re.sub(r"\(\([a-z_]+\)\)", "it", wording.body)
    assert textstat.flesch_kincaid_grade(said) <= 6


@pytest.mark.parametrize("wording", OURS)
def test_our_messages_say_who_writes(wording: messages.Wording) -> None:
    assert "council" in wording.placeholders


@pytest.mark.parametrize("name", names())
def test_every_message_has_easy_words_wherever_it_has_plain_ones(name: str) -> None:
    words = {each: {said.channel for said in OURS_OF[name] if said.format is each} for each in Format}
    assert words[Format.PLAIN] == words[Format.EASY_READ]
    assert not words[Format.LARGE_PRINT]


# The code opens the request to whoever reads it: no letter lies in the hall with it. Of what may not be told in writing
# the text and the email say nothing anyhow: only its letter has words of its own.
ONLY = {"save-and-return": {Channel.TEXT, Channel.EMAIL}, "looked-at": {Channel.LETTER}}


@pytest.mark.parametrize("name", names())
def test_every_message_goes_by_every_way_that_is_safe_for_it(name: str) -> None:
    assert {each.channel for each in OURS_OF[name]} == ONLY.get(name, set(Channel))


def test_large_print_has_the_plain_words_on_paper_and_is_nothing_of_its_own_on_a_screen() -> None:
    received = template("request-received", council="larkmoor")
    large, plain = (
        received.wording(Channel.LETTER, language="en", format=each)
        for each in (Format.LARGE_PRINT, Format.PLAIN)
    )
    assert (large.format, large.body) == (Format.LARGE_PRINT, plain.body)
    email = received.wording(Channel.EMAIL, language="en", format=Format.LARGE_PRINT)
    assert email.format is Format.PLAIN


def test_no_letter_carries_the_code() -> None:
    for wordings in OURS_OF.values():
        assert not [
            each for each in wordings if each.channel is Channel.LETTER and "code" in each.placeholders
        ]


def test_a_text_fits_with_everything_filled_in_as_long_as_it_gets() -> None:
    long = {
        "council": "x" * 60,
        "reference": "x" * 9,
        "code": "x" * 9,
        "until": "Wednesday 30 September 2026",
    }
    long |= {"address": f"https://{'x' * 60}/return/", "reply_by": long["until"], "day": long["until"]}
    long |= {"time": "between 10 in the morning and noon", "telephone": "01632 960 100"}
    for name in names():
        for wording in template(name, council="larkmoor").wordings:
            if wording.channel is Channel.TEXT:
                assert len(fill(wording.body, long)) <= messages.LONGEST_TEXT


def test_a_councils_own_wording_stands_in_place_of_the_national_one(folder: Path) -> None:
    _councils(folder, '  - {language: en, format: plain, text: "Larkmoor ((council)): see you on ((day))."}')
    ours = template("come", council="larkmoor")
    assert ours.wording(Channel.TEXT, language="en", format=Format.PLAIN).body.startswith("Larkmoor")
    assert ours.wording(Channel.EMAIL, language="en", format=Format.PLAIN).body == "((day))"
    assert ours.version.count("+") == 1
    assert template("come", council="elsewhere").version.count("+") == 0


def test_a_councils_own_language_is_added(folder: Path) -> None:
    _councils(folder, '  - {language: cy, format: plain, text: "((council)): dewch ar ((day))."}')
    ours = template("come", council="larkmoor")
    assert "dewch" in ours.wording(Channel.TEXT, language="cy", format=Format.EASY_READ).body
    assert "come" in ours.wording(Channel.TEXT, language="en", format=Format.EASY_READ).body


@pytest.mark.parametrize(
    ("wordings", "says"),
    [
        ('  - {language: en, format: plain, text: "Come on ((day))."}', "See to ((council))"),
        ('  - {language: en, format: plain, text: "((council)) ((day)) ((name))"}', "See to ((name))"),
        ('  - {language: en, format: shouted, text: "((council)) ((day))"}', "a wording needs"),
        ('  - {format: plain, text: "((council)) ((day))"}', "a wording needs"),
        ("  - {language: en, format: plain, email: {subject: x}}", "a wording needs"),
        ("  - {language: en, format: plain, letter: {subject: x}}", "a wording needs"),
        ("  - words", "a wording needs"),
        ("  words", "needs `since`"),
        ('  - {language: en, format: plain, text: "((council)) ((day)) ☂"}', "the letter `☂`"),
        (f'  - {{language: en, format: plain, text: "((council)) ((day)) {"x" * 612}"}}', "the most is 612"),
    ],
)
def test_a_faulty_wording_is_told_with_its_place(folder: Path, wordings: str, says: str) -> None:
    _councils(folder, wordings)
    with pytest.raises(PolicyProblem, match=re.escape(says)) as problem:
        template("come", council="larkmoor")
    assert "councils/larkmoor/messages/come.yaml" in str(problem.value)


def test_a_message_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(PolicyProblem, match=re.escape("england/messages/go.yaml")):
        template("go", council="larkmoor")


def test_a_message_does_not_go_by_a_way_for_which_it_has_no_words(folder: Path) -> None:
    text = "since: 2026-11-22\nwordings:\n  - {language: en, format: plain, text: x}"
    _write(folder / "england" / "messages" / "text-only.yaml", text)
    with pytest.raises(PolicyProblem, match="no English wording for email"):
        template("text-only", council="larkmoor").wording(Channel.EMAIL, language="en", format=Format.PLAIN)
