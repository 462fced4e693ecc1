"""What people say in everyday words, and what services say of the same thing: `england/everyday.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.policy.files import PolicyProblem, read_yaml, version
from onward.policy.needs import Need, need_of, needs, plain, says

FILE = "england/everyday.yaml"
TOPIC = "topic:"  # before the code of a topic: no need has such a code


@dataclass(frozen=True)
class Everyday:
    """The topics by code, each like a need. `version` changes whenever anything in the file does."""

    version: str
    by_code: Mapping[str, Need]

    def heard(self, words: str) -> tuple[str, ...]:
        """The codes of the topics of which something stands word for word in what was typed."""
        typed = plain(words)
        return tuple(code for code, topic in self.by_code.items() if says(typed, topic.said))


@cache
def everyday() -> Everyday:
    """What `england/everyday.yaml` says; PolicyProblem where a part is missing or could not be searched for."""
    content = read_yaml(FILE)
    try:
        return Everyday(version(FILE), _topics(content["topics"]))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"The policy file {FILE} is not as expected ({problem!r}). See its first lines."
        ) from problem


def phrase_of(code: str) -> str | None:
    """What goes after "helps with" for a need or a topic; None where the code is neither."""
    known = needs().by_code.get(code) or everyday().by_code.get(code)
    return known.phrase if known else None


def _topics(content: Mapping[str, Mapping[str, Any]]) -> dict[str, Need]:
    return {f"{TOPIC}{code}": need_of(f"{TOPIC}{code}", each) for code, each in content.items()}
