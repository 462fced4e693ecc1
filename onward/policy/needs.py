"""What each need is called, and which community services may help with it: `england/needs.yaml`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml, version

FILE = "england/needs.yaml"
WORDS = re.compile(r"[a-z0-9 ]+")


@dataclass(frozen=True)
class Need:
    """One need: how to say it, what to look for, and which kinds of service suit how well (0 to 1)."""

    code: str
    phrase: str
    said: tuple[str, ...]
    find: tuple[str, ...]
    categories: Mapping[str, float]
    words_lead: bool


@dataclass(frozen=True)
class Avoid:
    """What is never suggested for a need: words in a service's name, its kind, or anywhere in its entry."""

    names: tuple[str, ...]
    categories: tuple[str, ...]
    anywhere: tuple[str, ...]


@dataclass(frozen=True)
class Also:
    """Other words for what people say: hearing one of `said`, look for `find` too."""

    said: tuple[str, ...]
    find: tuple[str, ...]


@dataclass(frozen=True)
class Needs:
    """Every need in force. `version` changes whenever anything in the file does."""

    version: str
    stale_after_months: int
    reach_km: float
    avoid: Avoid
    particular: tuple[str, ...]
    filler: frozenset[str]
    also: tuple[Also, ...]
    broad_categories: tuple[str, ...]
    by_code: Mapping[str, Need]

    def chosen(self, codes: Iterable[str]) -> tuple[Need, ...]:
        """The needs with these codes, once each; a code that is not known is passed over."""
        return tuple(self.by_code[code] for code in dict.fromkeys(codes) if code in self.by_code)

    def heard(self, words: str) -> tuple[Need, ...]:
        """The needs that these words speak of, as people say them."""
        typed = plain(words)
        return tuple(need for need in self.by_code.values() if says(typed, need.said))

    def other_words(self, words: str) -> tuple[str, ...]:
        """Phrases to look for besides these words, because they mean the same."""
        typed = plain(words)
        return tuple(phrase for also in self.also if says(typed, also.said) for phrase in also.find)


@cache
def needs() -> Needs:
    """The needs of `england/needs.yaml`."""
    return parse(read_yaml(FILE), version(FILE))


def parse(content: Mapping[str, Any], content_version: str) -> Needs:
    """The needs in `content`; PolicyProblem where a part is missing or words could not be searched for."""
    try:
        return _needs(content, content_version)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"The policy file {FILE} is not as expected ({problem!r}). See its first lines."
        ) from problem


def _needs(content: Mapping[str, Any], content_version: str) -> Needs:
    return Needs(
        version=content_version,
        stale_after_months=int(content["stale_after_months"]),
        reach_km=float(content["reach_km"]),
        avoid=Avoid(**{part: _words(content["avoid"][part]) for part in ("names", "categories", "anywhere")}),
        particular=_words(content["particular"]),
        filler=frozenset(_words(content["filler"])),
        also=tuple(Also(_words(each["said"]), _words(each["find"])) for each in content["also"]),
        broad_categories=_words(content["broad_categories"]),
        by_code={code: need_of(code, each) for code, each in content["needs"].items()},
    )


def need_of(code: str, content: Mapping[str, Any]) -> Need:
    """The need that these lines of a policy file describe; ValueError where its words could not be searched for."""
    return Need(
        code=code,
        phrase=content["phrase"],
        said=_words(content["said"]),
        find=_words(content["find"]),
        categories={kind: float(how_well) for kind, how_well in content.get("categories", {}).items()},
        words_lead=bool(content.get("words_lead", False)),
    )


def plain(words: str) -> str:
    """Words as phrases are looked for in them: small letters and digits, a space on either side of each."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', words.lower()))} "


def says(typed: str, phrases: Iterable[str]) -> bool:
    """Whether any of the phrases stands in what `plain` made of somebody's words."""
    return any(f" {phrase} " in typed for phrase in phrases)


def _words(listed: list[str]) -> tuple[str, ...]:
    """Lower-case words and spaces only: they are put into searches, and compared with what people type."""
    for each in listed:
        if not WORDS.fullmatch(each):
            raise ValueError(f"{each!r}: use lower-case letters, digits and spaces only")
    return tuple(listed)
