"""A message in words: its wording in force with everything filled in but what is never stored."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from onward.policy.messages import LONGEST_TEXT, Template, Wording, fill
from onward.records.codes import code_of
from onward.records.refusals import Refused
from onward.vocabulary.messages import Channel, Format

CODE = "code"  # of the case; filled in when the message is handed over, and never stored
MOST_OF_A_VALUE = 300
MOST_IN_A_LETTER = 10_000  # of a value: a reason is told whole there


class WrongWords(Exception):
    """A mistake of the programmer's: the template asks for something else than was given."""


@dataclass(frozen=True)
class Asked:
    """Which template, and how it is to be worded."""

    channel: Channel
    language: str
    format: Format


def missing(asked: Asked, wording: Wording) -> tuple[str, ...]:
    """What was asked for and there are no words in, as codes. Large print has the plain words: it lacks none."""
    language = [asked.language] if wording.language != asked.language else []
    told = asked.format in (wording.format, Format.LARGE_PRINT)
    return (*language, *([] if told else [asked.format.value]))


def worded(template: Template, asked: Asked, given: Mapping[str, str]) -> Wording:
    """The wording nearest to what is asked for, filled in. Refused where it is too long for a text."""
    wording = template.wording(asked.channel, language=asked.language, format=asked.format)
    if given.keys() != wording.placeholders - {CODE}:
        raise WrongWords(f"{template.name} asks for {sorted(wording.placeholders - {CODE})}")
    tidied = _lines if asked.channel is Channel.LETTER else _one_line
    values = {name: tidied(value) for name, value in given.items()}
    filled = replace(wording, subject=fill(wording.subject, values), body=fill(wording.body, values))
    if asked.channel is Channel.TEXT and len(filled.body) > LONGEST_TEXT:
        raise Refused(_("This is too long for a text. Choose an email instead."), "too_long")
    return filled


def carries_code(body: str) -> bool:
    """Whether the message opens the case to whoever reads it."""
    return f"(({CODE}))" in body


def with_code(text: str, case: UUID) -> str:
    """The text as it is handed over."""
    return fill(text, {CODE: code_of(case)})


def _one_line(value: str) -> str:
    """A value cannot bring lines, or placeholders, of its own."""
    return " ".join(_no_placeholders(value).split())[:MOST_OF_A_VALUE]


def _lines(value: str) -> str:
    """In a letter a value keeps its lines, but cannot bring headings of its own."""
    return "\n".join(line.lstrip("# ") for line in _no_placeholders(value).split("\n"))[:MOST_IN_A_LETTER]


def _no_placeholders(value: str) -> str:
    return value.replace("((", "( (")
