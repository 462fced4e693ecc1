"""A letter in words, for tests that print one."""

from dataclasses import dataclass
from datetime import date

from onward.vocabulary.messages import Format
from tests import world

MARY = "Mary Windlebrook\n1 Made-up Row\nLarkmoor\nQQ1 5LR"


@dataclass(frozen=True)
class Made:
    to: str = MARY
    subject: str = "Our answer"
    body: str = "One.\nTwo.\n\n# What we decided\n\n- A club\n- A visit\n\n*#bold* $x$ \\ @see"
    language: str = "en"
    format: Format = Format.PLAIN
    queued_on: date = world.TODAY
