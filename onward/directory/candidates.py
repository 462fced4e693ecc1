"""What was found, told to ranking in its own terms."""

from collections.abc import Mapping

from onward.directory.listed import WORDS, Evidence, Hit, Listed
from onward.directory.names import key
from onward.policy.everyday import TOPIC
from onward.policy.needs import Needs
from onward.ranking import Candidate
from onward.ranking.scoring import share

AT_ONCE = 2  # what speaks of two topics that somebody has is all that they can hope for
SAME_WORDS = 40  # a description of this length is no accident: whoever shares it would look the same


def candidates(
    services: Mapping[str, Listed], found: Evidence, policy: Needs, *, area_name: str, guarded: bool
) -> list[Candidate]:
    """A candidate for each of these services, with all that was found of it; `guarded` where needs were chosen."""
    by_service: dict[str, list[Hit]] = {service_id: [] for service_id in services}
    for hit in found.hits:
        if hit.service_id in by_service:
            by_service[hit.service_id].append(hit)
    return [
        _candidate(services[each], hits, found, policy, area_name=area_name, guarded=guarded)
        for each, hits in by_service.items()
    ]


def _candidate(
    service: Listed, hits: list[Hit], found: Evidence, policy: Needs, *, area_name: str, guarded: bool
) -> Candidate:
    of_words = [hit for hit in hits if hit.group == WORDS]
    of_topics = [hit for hit in hits if hit.group.startswith(TOPIC)]
    of_needs = [hit for hit in hits if hit.group != WORDS and not hit.group.startswith(TOPIC)]
    return Candidate(
        service_id=service.id,
        name=service.name,
        category=service.category,
        words_score=sum(hit.score for hit in of_words),
        needs_score=sum(hit.score for hit in of_needs),
        topics=min(
            1.0, sum(found.heard.get(hit.group, 0.0) * share(hit.score) for hit in of_topics) / AT_ONCE
        ),
        meaning=found.meanings.get(service.id, 0.0),
        matched=_most(of_needs) + _most(of_topics),
        words=tuple(word for hit in of_words for word in hit.met if " " not in word),
        strengths=found.strengths.get(service.id, ()),
        latitude=service.latitude,
        longitude=service.longitude,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        serves=service.serves,
        room=service.room,
        free=service.free,
        alike=_alike(service, policy),
        closed=service.closed,
        stale=service.stale,
        doubled=service.doubled,
        outside_area=service.outside_area,
        local=bool(area_name) and area_name.lower() in f"{service.name} {service.description}".lower(),
        # Whoever asks in words for what this group offers should find it.
        particular=any(hit.particular for hit in hits) and (guarded or not of_words),
    )


def _most(hits: list[Hit]) -> tuple[str, ...]:
    """The groups, the best answered first."""
    return tuple(hit.group for hit in sorted(hits, key=lambda hit: (-hit.score, hit.group)))


def _alike(service: Listed, policy: Needs) -> tuple[str, ...]:
    keys = [f"name {key(service.name)}", f"organisation {service.organisation_key}"]
    if len(service.description) >= SAME_WORDS:
        keys.append(f"description {service.description.lower()}")
    if service.category and service.category.lower() not in policy.broad_categories:
        keys.append(f"kind {service.category.lower()}")
    return tuple(dict.fromkeys(keys))
