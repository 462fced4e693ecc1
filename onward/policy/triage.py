"""What to look at first, and whom to ring: `england/triage.yaml`, as the screen that `rules/triage` takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml, version
from onward.rules.triage import Hearing, Parts, Phrase, Says, Screen, SignRule, by_first_word, plain
from onward.vocabulary.screening import Prompt, Sign, Urgency

FILE = "england/triage.yaml"
COUNCIL = "council"
_WORDS = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


@dataclass(frozen=True)
class Ring:
    """Whom to ring: a number, or `council` for the council's own; and a sentence that says when."""

    number: str
    says: str
    source: str


@dataclass(frozen=True)
class Triage:
    """The screen, the meanings whose answers are words, and whom to ring. `version` changes whenever anything does."""

    version: str
    screen: Screen
    reads: frozenset[str]
    ring: tuple[Ring, ...]

    @property
    def meanings(self) -> frozenset[str]:
        """Every meaning whose answers are read as codes."""
        screen = self.screen
        read = [*(each.answers for each in screen.signs), *screen.no.values()]
        read += [screen.parts.needs, screen.parts.no_needs, screen.parts.cannot_protect]
        return frozenset(meaning for each in read for meaning in each)


@cache
def triage() -> Triage:
    """What `england/triage.yaml` says; PolicyProblem where a part is missing or is not understood."""
    return parse(read_yaml(FILE), version(FILE))


def parse(content: Mapping[str, Any], content_version: str) -> Triage:
    """The policy in `content`; PolicyProblem that says what is not as expected."""
    try:
        return _read(content, content_version)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"The policy file {FILE} is not as expected ({problem!r}). See its first lines."
        ) from problem


def _read(content: Mapping[str, Any], content_version: str) -> Triage:
    hearing = _hearing(content["hearing"])
    if missing := set(Sign) - {Sign(each) for each in content["signs"]}:
        raise ValueError(f"no sign {', '.join(sorted(missing))}")
    screen = Screen(
        signs=tuple(_sign(Sign(code), each, hearing) for code, each in content["signs"].items()),
        hearing=hearing,
        no={Prompt(code): _says(each) for code, each in content["no"].items()},
        parts=Parts(**{part: _says(each) for part, each in content["safeguarding"].items()}),
        several=int(content["several_soon_are_today"]),
        work_on_risk=Urgency[content["work_on_risk_from"].upper()],
    )
    return Triage(
        version=content_version,
        screen=screen,
        reads=frozenset(content["reads"]),
        ring=tuple(Ring(**each) for each in content["ring"]),
    )


def _hearing(content: Mapping[str, Any]) -> Hearing:
    return Hearing(
        same={_word(written): _phrase(means, {}) for written, means in content["same"].items()},
        no=frozenset(content["no"]),
        between=frozenset(content["between"]),
        reach=int(content["reach"]),
    )


def _sign(sign: Sign, content: Mapping[str, Any], hearing: Hearing) -> SignRule:
    answers, words = _says(content.get("answers", {})), content.get("words", [])
    if not answers and not words:
        raise ValueError(f"{sign.value} is found by neither answers nor words")
    return SignRule(
        sign=sign,
        prompt=Prompt(content["look_at"]),
        urgency=Urgency[content["urgency"].upper()],
        answers=answers,
        phrases=by_first_word([_phrase(each, hearing.same) for each in words]),
        together=bool(content.get("together", False)),
        hint=bool(content.get("hint", False)),
    )


def _says(content: Mapping[str, Any]) -> Says:
    for meaning, codes in content.items():
        if not all(isinstance(code, str) for code in codes):
            raise ValueError(f"{meaning}: write yes, no and numbers in quotation marks")
    return {meaning: frozenset(codes) for meaning, codes in content.items()}


def _phrase(text: str, same: Mapping[str, Phrase]) -> Phrase:
    if not _WORDS.fullmatch(text):
        raise ValueError(f"{text!r}: use small letters, digits and single spaces only")
    return plain(text, same)


def _word(text: str) -> str:
    """A word as it is written, without its marks."""
    return "".join(plain(text, {}))
