"""What full text found, told to ranking in its own terms."""

from collections.abc import Iterable, Mapping

from onward.directory.models import Service
from onward.directory.names import key
from onward.directory.search import WORDS, Hit
from onward.policy.needs import Needs
from onward.ranking import Candidate

SAME_WORDS = 40  # a description of this length is no accident: whoever shares it would look the same


def candidates(
    services: Mapping[str, Service], hits: Iterable[Hit], policy: Needs, *, area_name: str, guarded: bool
) -> list[Candidate]:
    """A candidate for each service, with every hit it had; `guarded` where needs were chosen."""
    by_service: dict[str, list[Hit]] = {service_id: [] for service_id in services}
    for hit in hits:
        by_service[hit.service_id].append(hit)
    return [
        _candidate(services[each], found, policy, area_name=area_name, guarded=guarded)
        for each, found in by_service.items()
    ]


def _candidate(
    service: Service, hits: list[Hit], policy: Needs, *, area_name: str, guarded: bool
) -> Candidate:
    of_words = [hit for hit in hits if hit.group == WORDS]
    of_needs = sorted((hit for hit in hits if hit.group != WORDS), key=lambda hit: (-hit.score, hit.group))
    return Candidate(
        service_id=service.id,
        name=service.name,
        category=service.category,
        words_score=sum(hit.score for hit in of_words),
        needs_score=sum(hit.score for hit in of_needs),
        matched=tuple(hit.group for hit in of_needs),
        words=tuple(word for hit in of_words for word in hit.met if " " not in word),
        latitude=service.latitude,
        longitude=service.longitude,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        alike=_alike(service, policy),
        closed=service.closed,
        stale=service.stale,
        doubled=service.doubled,
        outside_area=service.outside_area,
        local=bool(area_name) and area_name.lower() in f"{service.name} {service.description}".lower(),
        # Whoever asks in words for what this group offers should find it.
        particular=any(hit.particular for hit in hits) and (guarded or not of_words),
    )


def _alike(service: Service, policy: Needs) -> tuple[str, ...]:
    keys = [f"name {key(service.name)}", f"organisation {service.organisation.key}"]
    if len(service.description) >= SAME_WORDS:
        keys.append(f"description {service.description.lower()}")
    if service.category and service.category.lower() not in policy.broad_categories:
        keys.append(f"kind {service.category.lower()}")
    return tuple(dict.fromkeys(keys))
