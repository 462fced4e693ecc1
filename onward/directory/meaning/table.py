"""Vectors kept in the database: read by a job, and held by each process until a service or a vector changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from onward.directory.meaning.cache import packed, unpacked
from onward.directory.meaning.likenesses import Likenesses
from onward.directory.meaning.texts import key_of, text_of
from onward.directory.meaning.topics import Topics, everything_said
from onward.directory.meaning.weights import encoder
from onward.directory.models import Service, TextVector

AT_ONCE = 200  # texts a job reads before it writes: a few seconds' work

STAMP = """
SELECT (SELECT count(*) FROM directory_service), (SELECT max(xmin::text::bigint) FROM directory_service),
    (SELECT count(*) FROM directory_textvector), (SELECT max(xmin::text::bigint) FROM directory_textvector)
"""


@dataclass
class _Held:
    """What this process knows, and of which state of the tables."""

    stamp: tuple[Any, ...] | None = None
    likenesses: Likenesses | None = None
    topics: Topics | None = None


_held = _Held()


def read_meanings(most: int = AT_ONCE) -> int:
    """Read at most so many texts that have no vector yet, and say how many are still to read.

    They are what services say of themselves, and what people say of the topics of everyday life.

    A job calls this until it answers 0, which it does at once where the weights are not installed. Twice at a time does
    no harm.
    """
    reader = encoder()
    if not reader:
        return 0
    wanted = {key_of(text): text for text in (*_texts().values(), *everything_said())}
    known = set(TextVector.objects.filter(key__in=wanted).values_list("key", flat=True))
    new = [key for key in wanted if key not in known]
    now = new[:most]
    vectors = reader.vectors([wanted[key] for key in now])
    rows = [TextVector(key=key, vector=packed(vector)) for key, vector in zip(now, vectors, strict=True)]
    with transaction.atomic():
        TextVector.objects.bulk_create(rows, ignore_conflicts=True)
    return len(new) - len(now)


def likenesses() -> Likenesses | None:
    """The services whose meaning has been read so far; None where there is none, and words alone find."""
    reader = encoder()
    if not reader:
        return None
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        stamp = cursor.fetchone()
    if stamp != _held.stamp:
        _held.likenesses = Likenesses(reader, _vectors()) if stamp[2] else None
        _held.topics = Topics(reader, _kept(everything_said())) if stamp[2] else None
        _held.stamp = stamp
    return _held.likenesses


def topics() -> Topics | None:
    """The topics of everyday life, as far as they had been read when `likenesses` was last asked for; ask it first.

    They change with the policy only, so the tables are not asked again. None as above.
    """
    return _held.topics if encoder() else None


def _vectors() -> dict[str, Any]:
    texts = _texts()
    kept = _kept(texts.values())
    return {service_id: kept[text] for service_id, text in texts.items() if text in kept}


def _kept(texts: Iterable[str]) -> dict[str, Any]:
    """The vector of each text that has been read."""
    keys = {key_of(text): text for text in texts}
    kept = TextVector.objects.filter(key__in=keys).values_list("key", "vector")
    return {keys[key]: unpacked(bytes(vector)) for key, vector in kept}


def _texts() -> dict[str, str]:
    said = Service.objects.filter(closed=False).values_list("id", "name", "category", "description")
    return {service_id: text_of(*parts) for service_id, *parts in said.order_by("id")}
