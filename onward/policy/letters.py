"""Where the window of an envelope shows the address of a letter."""

from dataclasses import dataclass
from functools import cache

from onward.policy.councils import council_file
from onward.policy.files import PolicyProblem, read_yaml

FILE = "england/letters.yaml"
# Below the window the letter itself begins, and above it is the council's name.
_HIGHEST, _LOWEST, _RIGHTMOST = 32, 92, 122


@dataclass(frozen=True)
class Window:
    """A place on the first page of a letter, in millimetres from its left and upper edges."""

    left: float
    top: float
    width: float
    height: float


@cache
def window(council: str) -> Window:
    """The window of the envelopes in use: the council's own, or the national one."""
    own_file = council_file(council)
    own = read_yaml(own_file).get("letter_window")
    try:
        made = Window(**{name: float(value) for name, value in (own or read_yaml(FILE)["window"]).items()})
    except (AttributeError, TypeError, ValueError):
        raise PolicyProblem(
            f"{own_file}: `letter_window` needs `left`, `top`, `width` and `height`, in millimetres."
        ) from None
    if made.top < _HIGHEST or made.top + made.height > _LOWEST or made.left + made.width > _RIGHTMOST:
        raise PolicyProblem(
            f"{own_file}: `letter_window` must lie between {_HIGHEST} and {_LOWEST} mm from the top, and end "
            f"{_RIGHTMOST} mm from the left at most: around it is the rest of the letter."
        )
    return made
