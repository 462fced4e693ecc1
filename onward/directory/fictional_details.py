"""What the made-up council's services tell besides: what they cost, whether there is room, how to get there and in."""

from random import Random

from onward.directory.fictional_words import Words, fictional_words

ROOM = (("room now", 0.2), ("waiting list", 0.28), ("full", 0.31), ("", 1.0))  # chances, added up
IN_A_HALL, TOLD_ACCESS, TOLD_TRAVEL, SPEAKS, ONE_WARD = 0.4, 0.6, 0.5, 0.15, 0.2


def told(chance: Random, row: dict[str, str]) -> dict[str, str]:
    """The cells that are added to a service. Every draw is made for each, so that one more word changes few."""
    words = fictional_words()
    draws = [chance.random() for _ in range(6)]
    comes = row["category"] in words.at_home
    more = {
        "fees": words.fees.get(row["category"], ""),
        "capacity": next(said for said, up_to in ROOM if draws[0] < up_to) if row["referral"] else "",
        "languages": chance.choice(words.languages) if draws[1] < SPEAKS else "",
        "serves": _ward(row, words) if comes and draws[2] < ONE_WARD else "",
    }
    place = {
        "place": chance.choice(words.venues) if draws[3] < IN_A_HALL else "",
        "access": chance.choice(words.access) if draws[4] < TOLD_ACCESS else "",
        "travel": chance.choice(words.travel) if draws[5] < TOLD_TRAVEL else "",
    }
    return more | (dict.fromkeys(place, "") if comes else place)


def _ward(row: dict[str, str], words: Words) -> str:
    ward = row["address"].rpartition(", ")[2]
    return ward if ward in words.wards else ""
