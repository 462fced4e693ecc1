"""Where a refuge is, and how to reach somebody at home, leaves by no road: not served, not searched, not shown."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onward.directory import queries
from onward.directory.models import Contact, Phone, Service
from tests.directory import documents
from tests.directory.taking import take

pytestmark = pytest.mark.django_db
V3 = "/api/oruk/v3"
REFUGE = "22222222-0000-4000-8000-000000000001"
CHESS = "33333333-0000-4000-8000-000000000001"
PLACE = ("hidden row", "hidden house", "qq8 8hh", "qq88hh", "54.2111", "2.2111")
PERSONAL = ("woodpush", "07700900456", "07700 900 456", "jo.checker")


@pytest.fixture(autouse=True)
def loaded(tmp_path: Path) -> None:
    take(tmp_path, documents.refuge(), documents.with_a_persons_number())


def roads() -> Iterator[tuple[str, str]]:
    """Everything that leaves, by where it leaves."""
    client = Client()
    paths = [f"{V3}/services/{each}" for each in (REFUGE, CHESS)]
    for kind in ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"):
        paths += [
            f"{V3}/{kind}?full=1&per_page=500",
            f"{V3}/{kind}?per_page=500",
            f"{V3}/{kind}?search=refuge",
        ]
    for path in paths:
        yield path, client.get(path).content.decode()
    stream: Any = client.get(f"{V3}/services?format=ndjson")
    yield "stream", b"".join(stream).decode()
    for words in ("refuge", "safe haven", "chess"):
        yield f"the public's page: {words}", client.get("/services/", {"words": words}).content.decode()
        yield (
            f"the product's own interface: {words}",
            client.get("/api/v1/services", {"words": words}).content.decode(),
        )
    yield "queries", repr(queries.services([REFUGE, CHESS]))


def test_nothing_that_must_not_leave_is_on_any_road() -> None:
    left = [
        (road, secret) for road, said in roads() for secret in (*PLACE, *PERSONAL) if secret in said.lower()
    ]
    assert left == []


def test_the_same_search_finds_what_does_leave() -> None:
    """The test above can fail: an ordinary service's address and number are on those roads."""
    said = dict(roads())[f"{V3}/services?full=1&per_page=500"].lower()
    assert "qq" in said
    assert "01632 96" in said


def test_the_refuge_itself_is_found_without_a_place() -> None:
    whole = Client().get(f"{V3}/services/{REFUGE}").json()
    assert whole["name"] == "Safe Haven"
    assert whole["description"] == "A refuge for women. Come to [not shown], [not shown], or ring."
    assert "service_at_locations" not in whole
    assert REFUGE in [each.service_id for each in queries.find(words="refuge").suggestions]
    (kept,) = Service.objects.filter(pk=REFUGE)
    assert (kept.confidential, kept.address, kept.postcode, kept.latitude) == (True, "", "", None)


def test_a_refuge_is_found_by_no_distance_and_not_by_its_address() -> None:
    assert REFUGE not in [each.service_id for each in queries.find(words="hidden row").suggestions]
    nearest = queries.find(postcode="QQ1 2AB", limit=50).suggestions
    assert all(each.km is None for each in nearest if each.service_id == REFUGE)


def test_somebodys_own_number_is_kept_for_editors_only() -> None:
    assert list(Phone.objects.filter(service=CHESS).values_list("number", "personal")) == [
        ("07700 900 456", True)
    ]
    emails = set(Contact.objects.filter(service=CHESS, personal=True).values_list("email", flat=True))
    assert emails == {"w.woodpush@hallchess.example", "winifred.woodpush@gmail.com"}
    (shown,) = queries.services([CHESS])
    assert (shown.telephone, shown.email) == ("", "")


def test_an_office_number_and_mailbox_beside_a_name_are_shown(tmp_path: Path) -> None:
    contact = {
        "name": "Winifred Woodpush",
        "email": "hello@chess.example",
        "phones": [{"number": "01632 960 777"}],
    }
    take(tmp_path, documents.service(contacts=[contact], email=""))
    (shown,) = queries.services([documents.SERVICE_ID])
    assert (shown.telephone, shown.email) == ("01632 960 777", "hello@chess.example")


@pytest.mark.parametrize(
    ("name", "description", "confidential"),
    [
        ("Testham Women's Aid", "Advice", True),
        ("Testham Women’s Aid", "Advice", True),
        ("Help", "We run a REFUGE.", True),
        ("Help", "Safe accommodation for families", True),
        ("Domestic Abuse Advice", "", True),
        ("Refugee Council", "Help for refugees", False),
        ("Advice", "We help with debt and domestic abuse", False),
    ],
)
def test_which_words_make_a_place_confidential(
    tmp_path: Path, name: str, description: str, confidential: bool
) -> None:
    take(tmp_path, documents.service(name=name, description=description))
    (shown,) = queries.services([documents.SERVICE_ID])
    assert (shown.postcode == "") == confidential


def test_a_source_may_mask_an_address_itself(tmp_path: Path) -> None:
    location = {"id": 1, "address_1": "3 Tenter Lane", "postal_code": "QQ1 2AB", "mask_exact_address": True}
    take(tmp_path, {"id": 1, "name": "Club", "organisation": {}, "locations": [location]})
    (kept,) = Service.objects.filter(name="Club")
    assert not re.search("Tenter|QQ1", json.dumps(queries.services([kept.pk])[0].__dict__, default=str))
