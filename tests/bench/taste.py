"""Made-up workers with a known taste: whether a ranking learned from their ratings is better, and surely so.

Two kinds of service are rated well by those of an age, whatever the plain ranking thinks of them; what stands lower on
the list is looked at less, and rated the lower for it. Judged as the nightly job judges, on ratings never learned from.
"""

from dataclasses import asdict
from datetime import date, timedelta
from random import Random

from onward.policy.recommending import recommending
from onward.ranking import Candidate, Wishes, rank
from onward.ranking.learning import Rated, Thresholds, compare

PEOPLE, SERVICES, SHOWN, SEED = 250, 120, 10, 1
KINDS = ("lunch club", "befriending", "library", "choir", "walking group", "advice")
LOVED = {60: ("choir", "lunch club"), 70: ("walking group", "choir"), 80: ("befriending", "lunch club")}
HEEDED = 0.9  # of what stands one place higher


def surely_better() -> bool:
    """Print the comparison; whether the lower end of the interval is above nothing."""
    compared = compare(ratings(), Thresholds(**asdict(recommending().learning)), SEED)
    print(
        f"learned from {compared.ratings:,} ratings: nDCG@10 {compared.ndcg['learned']:.3f}, "
        f"plain {compared.ndcg['plain']:.3f}; gains {compared.gain:.3f}, surely {compared.at_least:.3f} or more"
    )
    return compared.better


def ratings() -> list[Rated]:
    """What people of three decades say of the ten services that the plain ranking shows each of them."""
    chance = Random(SEED)
    services = [
        Candidate(f"s{at}", f"Service {at}", chance.choice(KINDS), needs_score=chance.uniform(0, 4),
                  matched=("lonely",), meaning=chance.random())
        for at in range(SERVICES)
    ]  # fmt: skip
    said = []
    for person in range(PEOPLE):
        age = chance.choice(list(LOVED))
        wishes = Wishes(needs=("lonely",), age=age, most_alike=None, limit=SHOWN)
        by_id = {each.service_id: each for each in chance.sample(services, SERVICES // 3)}
        for place, shown in enumerate(rank(by_id.values(), wishes), 1):
            candidate = by_id[shown.service_id]
            likes = 3 if candidate.category in LOVED[age] else 1
            rating = likes if chance.random() < HEEDED ** (place - 1) else 0
            on = date(2026, 1, 1) + timedelta(days=person)
            said.append(Rated(str(person), candidate, wishes, None, rating, place, on))
    return said
