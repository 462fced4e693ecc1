"""What a meaning is about: whether an answer may be offered again beyond the request in which it was given."""

from enum import StrEnum
from functools import cache

from onward.policy.files import PolicyProblem, read_yaml

FILE = "england/meanings.yaml"


class Reuse(StrEnum):
    PERSON = "person"  # stays true beyond one request: offered wherever the person is asked again
    REQUEST = "request"  # about one request, or whoever made it: offered within its case only


@cache
def meanings() -> dict[str, Reuse]:
    """Every meaning that the national questionnaires use, and how far it may be offered."""
    listed = read_yaml(FILE)
    try:
        return {code: each for each in Reuse for code in listed[each.value]}
    except (KeyError, TypeError):
        raise PolicyProblem(f"{FILE}: list meanings below `person` and below `request`.") from None


@cache
def private() -> frozenset[str]:
    """The meanings whose answers public pages do not show again: somebody else may read them."""
    return frozenset(read_yaml(FILE).get("private", ()))


def reuse_of(meaning: str) -> Reuse:
    """How far a meaning may be offered; one that is not listed stays within its case."""
    return meanings().get(meaning, Reuse.REQUEST)
