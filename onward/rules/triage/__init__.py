"""How urgent a request may be and what to look at, proposed with reasons, from answers by meaning and words typed.

Sources: Care Act 2014 s9(1) (the duty to assess whatever the level of need), s19(3) (urgent needs before an
assessment), s42(1) (safeguarding, in three parts). How urgent each sign is and the phrases that show it are policy.

It orders a list and prompts a person; it decides nothing. It has no answer that means “no need”, knows no name, age or
other characteristic, and takes silence for silence: what was not answered is never read as no.
"""

from onward.rules.triage.heard import Clause, Hearing, Phrase, Phrases, by_first_word, plain
from onward.rules.triage.parts import Parts, Says
from onward.rules.triage.proposing import Answer, Because, Found, propose
from onward.rules.triage.signs import Said, Screen, SignRule

VERSION = "1"

__all__ = [
    "VERSION",
    "Answer",
    "Because",
    "Clause",
    "Found",
    "Hearing",
    "Parts",
    "Phrase",
    "Phrases",
    "Said",
    "Says",
    "Screen",
    "SignRule",
    "by_first_word",
    "plain",
    "propose",
]
