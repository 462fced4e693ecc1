"""Full text: which services answer these words and needs, and how well.

Each word or phrase is its own question, so that the answer can say which of them a service met, and so that a
rare word counts for more than a common one. No query language is read from what people type: any characters
will do.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from django.db import connection

from onward.directory.listed import WORDS, Hit
from onward.directory.terms import PAIR
from onward.policy.needs import Avoid, Need

MOST_FOUND = 200

FIND = """
WITH asked AS (
    SELECT number, grp, said, weight, guarded, phraseto_tsquery('english', said) AS query
    FROM unnest(%(groups)s::text[], %(said)s::text[], %(weights)s::float8[], %(guarded)s::boolean[])
        WITH ORDINALITY AS t(grp, said, weight, guarded, number)
), hit AS (
    SELECT a.number, a.grp, a.said, s.id,
        a.weight * ts_rank('{0.2, 0.4, 0.7, 1.0}', s.search, a.query) AS strength,
        count(*) OVER (PARTITION BY a.number) AS common
    FROM asked a JOIN directory_service s ON s.search @@ a.query
    WHERE numnode(a.query) > 0 AND NOT s.closed
        AND NOT (a.guarded AND (s.doubled OR s.search @@ to_tsquery('english', %(avoid)s)))
    UNION ALL
    SELECT 0, k.grp, '', s.id, k.weight, NULL
    FROM unnest(%(kind_groups)s::text[], %(kinds)s::text[], %(kind_weights)s::float8[]) 
        AS k(grp, kind, weight)
    JOIN directory_service s ON lower(s.category) = lower(k.kind)
    WHERE NOT s.closed AND NOT s.doubled AND NOT s.search @@ to_tsquery('english', %(avoid)s)
), total AS (
    SELECT greatest(count(*), 1) AS services FROM directory_service WHERE NOT closed
), scored AS (
    SELECT grp, id,
        sum(strength * CASE WHEN common IS NULL THEN 3 ELSE ln(1 + services::float8 / common) END) AS score,
        coalesce(array_agg(DISTINCT said) FILTER (WHERE said <> ''), '{}') AS met
    FROM hit CROSS JOIN total GROUP BY grp, id
), best AS (
    SELECT id FROM scored GROUP BY id ORDER BY sum(score) DESC, id LIMIT %(most)s
)
SELECT scored.id, scored.grp, scored.score, scored.met, s.search @@ to_tsquery('english', %(particular)s)
FROM scored JOIN best USING (id) JOIN directory_service s USING (id)
ORDER BY scored.id, scored.grp
"""


def find_hits(
    words: tuple[str, ...],
    other_words: Iterable[str],
    needs: Iterable[Need],
    topics: Iterable[Need] = (),
    *,
    avoid: Avoid,
    particular: Iterable[str],
    guard_words: bool,
    most: int = MOST_FOUND,
) -> list[Hit]:
    """What answers the words, the needs, and the topics that the words speak of.

    What is to be avoided is never found for a need, nor by words and their topics where `guard_words`.
    """
    needs, topics = tuple(needs), tuple(topics)
    asked = [(WORDS, word, 1.0, guard_words) for word in words]
    asked += [(WORDS, f"{one} {two}", PAIR, guard_words) for one, two in pairwise(words)]
    asked += [(WORDS, phrase, PAIR, guard_words) for phrase in other_words]
    asked += [(need.code, phrase, 1.0, True) for need in needs for phrase in need.find]
    asked += [(topic.code, phrase, 1.0, guard_words) for topic in topics for phrase in topic.find]
    kinds = [
        (need.code, kind, weight) for need in (*needs, *topics) for kind, weight in need.categories.items()
    ]
    groups, said, weights, guarded = _columns(asked, 4)
    kind_groups, kind_names, kind_weights = _columns(kinds, 3)
    values: dict[str, Any] = {
        "groups": groups, "said": said, "weights": weights, "guarded": guarded,
        "kind_groups": kind_groups, "kinds": kind_names, "kind_weights": kind_weights,
        "avoid": _as_query(avoid), "particular": _any_of(particular), "most": most,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(FIND, values)
        return [Hit(row[0], row[1], float(row[2]), tuple(row[3]), bool(row[4])) for row in cursor.fetchall()]


NEAREST = """
SELECT id FROM directory_service s
WHERE NOT closed AND NOT doubled AND NOT search @@ to_tsquery('english', %(avoid)s)
ORDER BY CASE WHEN %(latitude)s::float8 IS NULL THEN 0 ELSE
    (latitude - %(latitude)s) ^ 2 + ((longitude - %(longitude)s) * cos(radians(%(latitude)s))) ^ 2
END NULLS LAST, stale, name, id
LIMIT %(most)s
"""


def find_nearest(
    latitude: float | None, longitude: float | None, *, avoid: Avoid, most: int = MOST_FOUND
) -> list[str]:
    """The ids of services near a place, the nearest first; without a place, those checked lately first."""
    values: dict[str, Any] = {
        "latitude": latitude,
        "longitude": longitude,
        "avoid": _as_query(avoid),
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, values)
        return [row[0] for row in cursor.fetchall()]


MAY = """
SELECT id FROM directory_service
WHERE id = ANY(%(ids)s) AND NOT closed AND NOT doubled AND NOT search @@ to_tsquery('english', %(avoid)s)
"""


def may_suggest(ids: Iterable[str], *, avoid: Avoid) -> set[str]:
    """Those of the services that may be suggested without being asked for in words."""
    with connection.cursor() as cursor:
        cursor.execute(MAY, {"ids": list(ids), "avoid": _as_query(avoid)})
        return {row[0] for row in cursor.fetchall()}


def _as_query(avoid: Avoid) -> str:
    """In PostgreSQL's query language: a name is indexed with weight A, a kind with B."""
    parts = [*((phrase, ":A") for phrase in avoid.names), *((phrase, ":B") for phrase in avoid.categories)]
    parts += [(phrase, "") for phrase in avoid.anywhere]
    return " | ".join(_phrase(phrase, weight) for phrase, weight in parts)


def _any_of(phrases: Iterable[str]) -> str:
    return " | ".join(_phrase(phrase) for phrase in phrases)


def _phrase(phrase: str, weight: str = "") -> str:
    """Only for policy's own words, which are letters, digits and spaces: never for what somebody typed."""
    return "(" + " <-> ".join(f"{word}{weight}" for word in phrase.split()) + ")"


def _columns(rows: list[tuple[Any, ...]], width: int) -> list[list[Any]]:
    """Rows turned into columns, of which there are `width` even without a row."""
    return [[row[at] for row in rows] for at in range(width)]
