"""What ratings taught: how well a service would be rated by this person, from 0 to 1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onward.ranking.model import Candidate, Wishes
from onward.ranking.scoring import components, suits

BETWEEN = "\t"  # the parts of a key: no name, code or kind has one
DECADE = 10
# Besides what counts for everybody, a rating speaks of the service, of it for a need or an age, and of its kind.
FAMILIES = ("service", "service-need", "service-age", "kind-need", "kind-age", "kind-strength", "kind-trait")


@dataclass(frozen=True)
class Learned:
    """A ranking learned from ratings. `effects` are by key, as `families` gives them; what is not there is 0."""

    intercept: float
    worth: Mapping[str, float]  # of each component and of the plain score
    effects: Mapping[str, float]
    ratings: Mapping[str, int]  # how many each service had
    helped: Mapping[str, tuple[str, ...]]  # by service, the needs with which others found it useful
    few: int = 5  # with fewer ratings than this a service is not known yet

    def score(self, candidate: Candidate, wishes: Wishes, km: float | None) -> float:
        """The rating to expect, as a share of the best one."""
        told = told_of(candidate, wishes, km)
        expected = self.intercept + sum(self.worth.get(name, 0.0) * value for name, value in told.items())
        return min(1.0, max(0.0, expected + sum(map(self._effect, families(candidate, wishes).values()))))

    def known(self, service_id: str) -> bool:
        """Whether enough have rated it to know."""
        return self.ratings.get(service_id, 0) >= self.few

    def useful(self, service_id: str, needs: Iterable[str]) -> tuple[str, ...]:
        """Those of the needs with which others who had them found the service useful."""
        return tuple(need for need in needs if need in self.helped.get(service_id, ()))

    def _effect(self, keys: tuple[str, ...]) -> float:
        return sum(self.effects.get(key, 0.0) for key in keys) / len(keys) if keys else 0.0


def told_of(candidate: Candidate, wishes: Wishes, km: float | None) -> dict[str, float]:
    """What learning is told of a service for a person: the components, and the plain score made of them."""
    return {**components(candidate, wishes, km), "plain": suits(candidate, wishes, km)}


def families(candidate: Candidate, wishes: Wishes) -> dict[str, tuple[str, ...]]:
    """The keys of what a rating of this service by this person speaks of; those of a family count in equal shares."""
    service, kind = candidate.service_id, candidate.category.lower()
    ages = () if wishes.age is None else (str(wishes.age // DECADE * DECADE),)
    about: dict[str, list[tuple[str, ...]]] = {
        "service": [(service,)],
        "service-need": [(service, need) for need in wishes.needs],
        "service-age": [(service, age) for age in ages],
        "kind-need": [(kind, need) for need in wishes.needs],
        "kind-age": [(kind, age) for age in ages],
        "kind-strength": [(kind, strength.lower()) for strength in wishes.strengths],
        "kind-trait": [(kind, trait) for trait in wishes.traits],
    }
    return {family: tuple(BETWEEN.join((family, *parts)) for parts in keys) for family, keys in about.items()}
