"""How people get there, as the words of a place tell it: the sentences that name a bus, a tram or a train."""

import re

SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
RIDE = re.compile(r"\b(?:bus(?:es)?|tram(?:s|way)?|metrolink|trains?|railway)\b", re.IGNORECASE)
LONGEST = 200


def rides(*texts: str) -> str:
    """The sentences about buses, trams and trains, in order; empty where there are none."""
    said = [each.strip() for text in texts for each in SENTENCE.split(text) if RIDE.search(each)]
    return " ".join(dict.fromkeys(each for each in said if len(each) <= LONGEST))
