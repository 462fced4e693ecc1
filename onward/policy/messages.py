"""The wording of messages in force: national, with a council's own in its place where it has one.

A wording has ((placeholders)), as GOV.UK Notify writes them. In a letter a line that begins with `# ` is a heading, one
that begins with `- ` is a line of a list, and an empty line ends a paragraph. A text is at most four parts long (612
letters) and in the letters that every telephone has (GSM 03.38), for any other letter makes each part less than half as
long.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from onward.policy.files import FOLDER, PolicyProblem, read_yaml, version
from onward.vocabulary.messages import Channel, Format

LONGEST_TEXT = 612
_NAME = re.compile(r"[a-z0-9_-]+")
_PLACEHOLDER = re.compile(r"\(\(([a-z_]+)\)\)")
_NOT_IN_GSM = re.compile(
    r"[^A-Za-z0-9@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà^{}\\\[~\]|€\n\r]"
)


@dataclass(frozen=True)
class Wording:
    """One way to say it. `subject` is empty for a text, and is a letter's own heading."""

    language: str
    format: Format
    channel: Channel
    subject: str
    body: str

    @property
    def placeholders(self) -> frozenset[str]:
        """The names that have to be filled in."""
        return frozenset(_PLACEHOLDER.findall(f"{self.subject} {self.body}"))


class NoWording(PolicyProblem):
    """A message does not go by this channel at all."""


@dataclass(frozen=True)
class Template:
    """Every wording of one message, and the version that is kept with what was sent."""

    name: str
    version: str
    wordings: tuple[Wording, ...]

    def wording(self, channel: Channel, *, language: str, format: Format) -> Wording:  # noqa: A002 (the field's word)
        """The wording nearest to what is asked for: the language counts more than the format, and English plain words
        are always there, which large print has too. NoWording where it does not go by this channel at all."""
        fitting = [each for each in self.wordings if each.channel is channel]
        said = Format.PLAIN if format is Format.LARGE_PRINT else format
        for wanted in ((language, said), (language, Format.PLAIN), ("en", said), ("en", Format.PLAIN)):
            for each in fitting:
                if (each.language, each.format) == wanted:
                    return replace(each, format=_printed(each, format))
        raise NoWording(f"The message {self.name} has no English wording for {channel.value}.")


def _printed(wording: Wording, asked: Format) -> Format:
    """Large print is a matter of paper: a text or an email is read as large as its reader's own device shows it."""
    large = asked is Format.LARGE_PRINT and wording.channel is Channel.LETTER
    return Format.LARGE_PRINT if large else wording.format


def fill(text: str, values: dict[str, str]) -> str:
    """The text with every placeholder of a name in `values` filled in, and the others left."""
    return _PLACEHOLDER.sub(lambda found: values.get(found.group(1), found.group()), text)


@cache
def template(name: str, *, council: str) -> Template:
    """The message `name` in force at `council`; PolicyProblem that says where it is missing or faulty."""
    national = _file(f"england/messages/{name}.yaml")
    own_file = f"councils/{council}/messages/{name}.yaml"
    if not _NAME.fullmatch(council) or not (FOLDER / own_file).exists():
        return Template(name, version(f"england/messages/{name}.yaml"), national)
    own = _file(own_file)
    for each in own:
        _check_asks_the_same(own_file, each, national)
    replaced = {_place(each) for each in own}
    kept = tuple(each for each in national if _place(each) not in replaced)
    return Template(name, f"{version(f'england/messages/{name}.yaml')}+{version(own_file)}", own + kept)


@cache
def names() -> tuple[str, ...]:
    """Every national message, by name."""
    return tuple(sorted(path.stem for path in (FOLDER / "england" / "messages").glob("*.yaml")))


def _file(relative: str) -> tuple[Wording, ...]:
    read = read_yaml(relative)
    if "since" not in read or not isinstance(read.get("wordings"), list):
        raise PolicyProblem(f"{relative} needs `since`, a date, and `wordings`, a list.")
    try:
        found = tuple(each for entry in read["wordings"] for each in _wordings(entry))
    except (KeyError, TypeError, ValueError) as problem:
        raise PolicyProblem(
            f"{relative}: a wording needs `language`, `format`, and `text`, or `email` or `letter` with `subject` and "
            f"`body` ({problem})."
        ) from None
    for each in found:
        _check(relative, each)
    return found


def _wordings(entry: dict[str, Any]) -> Iterator[Wording]:
    language, form = str(entry["language"]), Format(entry["format"])
    if "text" in entry:
        yield Wording(language, form, Channel.TEXT, "", str(entry["text"]).strip())
    for channel in (Channel.EMAIL, Channel.LETTER):
        if channel in entry:
            said = entry[channel]
            yield Wording(language, form, channel, str(said["subject"]).strip(), str(said["body"]).strip())


def _check(relative: str, wording: Wording) -> None:
    if wording.channel is not Channel.TEXT:
        return
    said = _PLACEHOLDER.sub("", wording.body)
    if len(said) > LONGEST_TEXT:
        raise PolicyProblem(
            f"{relative}: a text of {len(said)} letters; the most is {LONGEST_TEXT}. Shorten it."
        )
    if strange := _NOT_IN_GSM.search(said):
        raise PolicyProblem(
            f"{relative}: not every telephone has the letter `{strange.group()}`. Write another."
        )


def _check_asks_the_same(relative: str, own: Wording, national: tuple[Wording, ...]) -> None:
    needed = {name for each in national if each.channel is own.channel for name in each.placeholders}
    if own.placeholders != needed:
        wrong = ", ".join(f"(({name}))" for name in sorted(own.placeholders ^ needed))
        raise PolicyProblem(
            f"{relative}: the {own.channel.value} must have the placeholders of the national one, no less and no "
            f"more. See to {wrong}."
        )


def _place(wording: Wording) -> tuple[str, Format, Channel]:
    return wording.language, wording.format, wording.channel
