"""Whoever asked, as they can be written to: by which way, at which address, and how they read."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf.locale import LANG_INFO

from onward.casework.answering import queries, reaching
from onward.casework.answering.forms import FIRST_CONTACT
from onward.casework.answering.seen import Filling
from onward.questionnaires.answers import Answers, meaning, one
from onward.questionnaires.definition import Questionnaire
from onward.questionnaires.validity import kept
from onward.rules.contacting import SafeContact
from onward.vocabulary import addresses
from onward.vocabulary.messages import Channel, ContactBy, Format

_MEANT = {Channel.TEXT: "phone", Channel.EMAIL: "email", Channel.LETTER: "address"}
_BY = {ContactBy.TEXT: Channel.TEXT, ContactBy.EMAIL: Channel.EMAIL, ContactBy.LETTER: Channel.LETTER}
_FORMATS = {"easy-read": Format.EASY_READ, "large-print": Format.LARGE_PRINT}
# Formats in which no message is written: somebody has to see to them.
_UNMET = frozenset({"audio", "braille", "bsl-video", "other"})
_LANGUAGES = {str(each["name"]).lower(): code for code, each in LANG_INFO.items() if "name" in each}


@dataclass(frozen=True)
class HowTheyRead:
    """`unmet` is what no message is written in: codes of formats, and a language that we have no code for."""

    language: str = "en"
    format: Format = Format.PLAIN
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Addressee:
    """`channel` is None, and `to` empty, where they asked to be reached by a call, or not at all, or have not said."""

    safe_contact: SafeContact
    channel: Channel | None
    to: str
    reads: HowTheyRead


def addressee(case: UUID) -> Addressee:
    """Whoever asked in a case, as they told it last."""
    asked = queries.filling(case, FIRST_CONTACT)
    if asked is None:
        return Addressee(SafeContact(), None, "", HowTheyRead())
    said = reaching.said(asked.form, asked.answers)
    channel = _BY.get(said.contact_by) if said.contact_by else None
    told = Telling(asked.form, kept(asked.form, asked.answers))
    return Addressee(
        said, channel, told.address(channel) if channel else "", _reads(told, queries.fillings(case))
    )


@dataclass(frozen=True)
class Telling:
    """What applies of a form of a first contact."""

    form: Questionnaire
    answers: Answers

    def one(self, meant: str) -> str:
        return one(self.form, self.answers, meant)

    @property
    def for_another(self) -> bool:
        return self.one("for-whom") == "someone"

    def address(self, channel: Channel) -> str:
        """What they gave for this channel, empty where they gave nothing; for a letter with their name before it."""
        told = self.one(_MEANT[channel])
        if channel is not Channel.LETTER or not told:
            return told
        lines = [self.name, told]
        if not self.for_another and addresses.block("\n".join(lines)) is None:
            lines.append(self.one("person-postcode"))
        return "\n".join(each for each in lines if each)

    @property
    def name(self) -> str:
        """Who asks, as they gave it."""
        meant = ("asker-name",) if self.for_another else ("person-given-name", "person-family-name")
        return " ".join(each for each in map(self.one, meant) if each)


def _reads(told: Telling, fillings: Iterable[Filling]) -> HowTheyRead:
    """What was told of reading is about the person: it is nothing of whoever asks for them."""
    if told.for_another:
        return HowTheyRead()
    formats, named = set[str](), ""
    for each in fillings:
        applying = kept(each.form, each.answers)
        formats |= set(meaning(each.form, applying, "formats"))
        named = one(each.form, applying, "language").strip() or named
    language = _LANGUAGES.get(named.lower(), "") if named else "en"
    unmet = ([] if language else [named]) + sorted(formats & _UNMET)
    chosen = next((made for code, made in _FORMATS.items() if code in formats), Format.PLAIN)
    return HowTheyRead(language or "en", chosen, tuple(unmet))
