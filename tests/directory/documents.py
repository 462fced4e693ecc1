"""A made-up service as a feed gives it in version 3, whole, with one of everything."""

from typing import Any

SERVICE_ID = "11111111-0000-4000-8000-000000000001"
TERM_ID = "11111111-0000-4000-8000-0000000000a1"
TAXONOMY_ID = "11111111-0000-4000-8000-0000000000b1"
ORGANISATION_ID = "11111111-0000-4000-8000-0000000000c1"


def service(**changed: Any) -> dict[str, Any]:
    """The service, some of it otherwise."""
    return {
        "id": SERVICE_ID,
        "name": "Tenter Lane Lunch Club",
        "description": "A hot meal and company for older people.",
        "url": "https://tenterlane.example/lunch",
        "email": "hello@tenterlane.example",
        "status": "active",
        "fees": "£4 a meal",
        "accreditations": "Five stars for hygiene",
        "minimum_age": 60,
        "maximum_age": 110,
        "assured_date": "2026-10-01",
        "assurer_email": "jo.checker@gmail.com",
        "alert": "Closed on bank holidays",
        "last_modified": "2026-10-02T10:00:00.000Z",
        "organization": {
            "id": ORGANISATION_ID,
            "name": "Tenter Lane Friends",
            "description": "Neighbours who cook.",
            "email": "office@tenterlane.example",
            "website": "https://tenterlane.example",
            "organization_identifiers": [
                {
                    "id": "11111111-0000-4000-8000-0000000000d1",
                    "identifier_scheme": "GB-CHC",
                    "identifier_type": "Charity number",
                    "identifier": "9999999",
                }
            ],
        },
        "schedules": [
            {
                "id": "11111111-0000-4000-8000-0000000000e1",
                "freq": "WEEKLY",
                "interval": 1,
                "byday": "TU,TH",
                "opens_at": "12:00:00",
                "closes_at": "14:00:00",
                "valid_from": "2026-01-01",
            }
        ],
        "service_areas": [
            {
                "id": "11111111-0000-4000-8000-0000000000f1",
                "name": "The east of the town",
                "extent_type": "geojson",
                "extent": '{"type": "Polygon", "coordinates": [[[-3, 54], [-2, 54], [-2, 55], [-3, 55], [-3, 54]]]}',
            }
        ],
        "languages": [{"id": "11111111-0000-4000-8000-0000000000f2", "name": "Urdu", "code": "ur"}],
        "funding": [{"id": "11111111-0000-4000-8000-0000000000f3", "source": "The council"}],
        "cost_options": [
            {
                "id": "11111111-0000-4000-8000-0000000000f4",
                "option": "Everybody",
                "amount": 4.5,
                "amount_description": "a meal",
            }
        ],
        "service_at_locations": [
            {
                "id": "11111111-0000-4000-8000-000000000021",
                "location": {
                    "id": "11111111-0000-4000-8000-000000000022",
                    "location_type": "physical",
                    "name": "Tenter Lane Hall",
                    "latitude": 54.2,
                    "longitude": -2.2,
                    "addresses": [
                        {
                            "id": "11111111-0000-4000-8000-000000000023",
                            "address_1": "3 Tenter Lane",
                            "city": "Testham",
                            "state_province": "Testshire",
                            "postal_code": "QQ1 2AB",
                            "country": "GB",
                            "address_type": "physical",
                        }
                    ],
                    "accessibility": [
                        {
                            "id": "11111111-0000-4000-8000-000000000024",
                            "description": "Level entrance",
                            "details": "The bell is low",
                            "url": "https://tenterlane.example/access",
                        }
                    ],
                },
            }
        ],
        "contacts": [
            {
                "id": "11111111-0000-4000-8000-000000000031",
                "title": "The kitchen",
                "phones": [{"id": "11111111-0000-4000-8000-000000000032", "number": "01632 960 123"}],
            }
        ],
        "attributes": [
            {
                "id": "11111111-0000-4000-8000-000000000041",
                "link_type": "service",
                "taxonomy_term": {
                    "id": TERM_ID,
                    "name": "Lunch clubs",
                    "description": "Meals together",
                    "taxonomy": "Testshire kinds",
                    "taxonomy_id": TAXONOMY_ID,
                },
            }
        ],
    } | changed


def refuge() -> dict[str, Any]:
    """A refuge whose publisher forgot to keep its address out, and says it again in the description."""
    return service(
        id="22222222-0000-4000-8000-000000000001",
        name="Safe Haven",
        description="A refuge for women. Come to 9 Hidden Row, QQ8 8HH, or ring.",
        organization={"name": "Haven"},
        service_at_locations=[
            {
                "location": {
                    "name": "Hidden House",
                    "latitude": 54.2111,
                    "longitude": -2.2111,
                    "addresses": [{"address_1": "9 Hidden Row", "city": "Testham", "postal_code": "QQ8 8HH"}],
                }
            }
        ],
        contacts=[],
        attributes=[],
        service_areas=[],
    )


def with_a_persons_number() -> dict[str, Any]:
    """A small group whose publisher gives somebody's own telephone and mailbox, and again in the description."""
    return service(
        id="33333333-0000-4000-8000-000000000001",
        name="Chess at the Hall",
        description="Chess for all. Ring Winifred Woodpush on 07700900456.",
        email="winifred.woodpush@gmail.com",
        organization={"name": "Hall Chess", "email": "winifred.woodpush@gmail.com"},
        contacts=[
            {
                "name": "Winifred Woodpush",
                "title": "Secretary",
                "email": "w.woodpush@hallchess.example",
                "phones": [{"number": "07700 900 456"}],
            }
        ],
        attributes=[],
    )
