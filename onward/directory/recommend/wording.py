"""Reasons in short phrases, as the command prints them."""

from onward.policy.everyday import phrase_of
from onward.ranking import Because


def brief(because: Because, age: int | None) -> str:
    """One reason as the contract words it, such as `near you`."""
    value = because.values[0] if because.values else ""
    match because.code:
        case "need":
            return f"helps with {_need(value)}"
        case "useful":
            return f"others helped with {_need(value)} found it useful"
        case "strength":
            return f"because you like {value}"
        case "words":
            return f"matches your words: {', '.join(because.values)}"
        case "from-age":
            return (
                f"for people over {value}"
                if age is not None and age > int(value)
                else f"for people of {value} and over"
            )
        case "far":
            return f"about {value} km away"
        case _:
            return PLAIN[because.code]


PLAIN = {
    "near": "near you",
    "meaning": "may fit what you said",
    "free": "it is free",
    "room": "has room now",
    "waiting": "has a waiting list",
    "unrated": "few have rated it yet",
}


def _need(code: str) -> str:
    """A need by our own phrase for it, or by the words of the code that it was asked with."""
    return phrase_of(code) or code.replace("-", " ").replace("_", " ")
