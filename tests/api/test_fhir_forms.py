"""Forms by `/api/fhir/r4/`: found, read, brought in, replaced while they are drafts; and always the same content."""

from typing import Any

import pytest

from onward.policy import canonical
from onward.policy.national import names, newest
from onward.records.principal import acting_as
from tests import world
from tests.api.fhir import FORM, MEDIA, Caller, found, said

pytestmark = pytest.mark.django_db
NATIONAL = "https://onward.example/questionnaires/first-contact"


@pytest.fixture
def ewa() -> Caller:
    return Caller("ewa")


def search(ewa: Caller, query: str) -> list[str]:
    return [
        f"{each['url'].rsplit('/', 1)[-1]} {each['version']}"
        for each in found(ewa.get(f"Questionnaire?{query}"))
    ]


def test_what_it_can_do_is_told_to_anybody_and_is_what_is_served(ewa: Caller) -> None:
    told = Caller().get("metadata").resource
    assert told["fhirVersion"] == "4.0.1"
    for resource in told["rest"][0]["resource"]:
        for parameter in resource["searchParam"]:
            name = parameter["name"].replace("based-on", "based-on:identifier")
            assert ewa.get(f"{resource['type']}?{name}=2026").status_code == 200
    assert ewa.post("QuestionnaireResponse", {}).status_code == 405


def test_every_form_of_the_files_is_served_as_it_is_there(ewa: Caller) -> None:
    served = {
        each["url"] + "|" + each["version"]: each for each in found(ewa.get("Questionnaire?_count=100"))
    }
    for name in names():
        raw = newest(name).raw
        here = served[f"{raw['url']}|{raw['version']}"]
        assert canonical.digest(here) == canonical.digest(raw)
    assert any(each["version"].endswith("+larkmoor.1") for each in served.values())


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (f"url={NATIONAL}", 2),
        (f"url={NATIONAL}x", 0),
        (f"url={NATIONAL}&version=2%2Blarkmoor.1", 1),
        (f"url={NATIONAL}&version=0", 0),
        (f"url={NATIONAL}&name=firstc", 2),
        (f"url={NATIONAL}&name=contact", 0),
        (f"url={NATIONAL}&title=ask", 2),
        (f"url={NATIONAL}&status=active", 2),
        (f"url={NATIONAL}&status=draft", 0),
        (f"url={NATIONAL}&status=draft,active", 2),
        (f"url={NATIONAL}&status=draft&status=active", 0),
        (f"url={NATIONAL}&date=2026-11", 2),
        (f"url={NATIONAL}&date=2026-11-20", 0),
        (f"url={NATIONAL}&date=ge2026-11-21", 2),
        (f"url={NATIONAL}&date=gt2026-11-21", 0),
        (f"url={NATIONAL}&date=le2026-11-21", 2),
        (f"url={NATIONAL}&date=lt2026-11-21", 0),
        (f"url={NATIONAL}&date=ge2026&date=le2026", 2),
        ("_id=first-contact.2.larkmoor.1", 1),
        ("_id=nothing", 0),
    ],
)
def test_forms_are_found_by_what_is_asked_for(ewa: Caller, query: str, count: int) -> None:
    assert len(search(ewa, query)) == count


@pytest.mark.parametrize(
    "query",
    [
        "colour=red",
        "date=soon",
        "date=ge",
        "_count=-1",
        "_count=ten",
        "_page=x",
        "_count=9999999999",
        "name:exact=a",
    ],
)
def test_a_search_that_is_not_understood_is_refused_and_not_widened(ewa: Caller, query: str) -> None:
    assert ewa.get(f"Questionnaire?{query}").status_code == 400


def test_pages_follow_each_other_to_the_end(ewa: Caller) -> None:
    for number in range(3):
        ewa.post("Questionnaire", {**FORM, "version": str(number)})
    address, seen = "Questionnaire?_count=2&url=http://example.org/visit", []
    for _ in range(2):
        page = ewa.get(address).resource
        seen += [each["resource"]["version"] for each in page["entry"]]
        following = [each["url"] for each in page["link"] if each["relation"] == "next"]
        assert page["total"] == 3
        address = following[0].split("/r4/")[1] if following else ""
    assert (sorted(seen), address) == (["0", "1", "2"], "")


def test_only_the_number_may_be_asked_for(ewa: Caller) -> None:
    told = ewa.get(f"Questionnaire?_count=0&url={NATIONAL}").resource
    assert (told["total"], "entry" in told, len(told["link"])) == (2, False, 1)


def test_a_search_may_be_posted(ewa: Caller) -> None:
    told = ewa.post("Questionnaire/_search", f"url={NATIONAL}&_count=1", "application/x-www-form-urlencoded")
    assert (told.resource["total"], len(found(told))) == (2, 1)


def test_what_was_brought_in_goes_out_with_the_same_content(ewa: Caller) -> None:
    bounds = {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": "@"}
    item = [{"linkId": "a", "type": "decimal", "text": "Größe?", "extension": [bounds]}]
    text = canonical.text({**FORM, "item": item}).replace('"@"', "1.10")
    made = ewa.post("Questionnaire", text)
    assert made.status_code == 201
    served = ewa.get(f"Questionnaire/{made.resource['id']}")
    assert '"valueDecimal":1.10' in served.content.decode()
    again = ewa.post("Questionnaire", served.content)
    assert (again.status_code, again.headers["ETag"]) == (200, made.headers["ETag"])
    assert canonical.digest(served.resource) == canonical.digest(again.resource)


@pytest.mark.parametrize("name", names())
def test_what_goes_out_of_the_files_may_come_back_and_changes_nothing(ewa: Caller, name: str) -> None:
    (served,) = found(
        ewa.get(f"Questionnaire?url={newest(name).form.url}&version={newest(name).form.version}")
    )
    moved = {**served, "url": "http://example.org/copy"}
    made = ewa.post("Questionnaire", canonical.text(moved))
    assert made.status_code == 201
    assert canonical.digest({**made.resource, "url": served["url"]}) == canonical.digest(served)


def test_where_it_is_and_which_version_is_told(ewa: Caller) -> None:
    made = ewa.post("Questionnaire", FORM)
    address = made.headers["Location"].split("/r4/")[1]
    version = ewa.get(address)
    assert version.resource == made.resource == ewa.get(address.split("/_history")[0]).resource
    assert version.headers["ETag"] == f'W/"{made.resource["meta"]["versionId"]}"'
    assert "Last-Modified" in version.headers
    assert ewa.get(f"Questionnaire/{made.resource['id']}/_history/0").status_code == 404


def test_what_has_not_changed_is_not_sent_again(ewa: Caller) -> None:
    tag = ewa.get("Questionnaire/first-contact.2").headers["ETag"]
    assert ewa.get("Questionnaire/first-contact.2", If_None_Match=tag).status_code == 304
    assert ewa.get("Questionnaire/first-contact.2", If_None_Match='W/"other"').status_code == 200


def draft(ewa: Caller, **more: Any) -> Any:
    return ewa.post("Questionnaire", {**FORM, "status": "draft", **more})


def put(ewa: Caller, before: Any, form: dict[str, Any], tag: str | None = None) -> Any:
    form_id = before.resource["id"]
    headers = {"If_Match": before.headers["ETag"] if tag is None else tag}
    return ewa.send("PUT", f"Questionnaire/{form_id}", {**form, "id": form_id}, **headers)


def test_a_draft_is_replaced_by_a_new_version(ewa: Caller) -> None:
    first = draft(ewa)
    second = put(ewa, first, {**FORM, "version": "2", "status": "active"})
    assert (second.status_code, second.resource["id"]) == (200, first.resource["id"])
    assert ewa.get(f"Questionnaire/{first.resource['id']}").resource["version"] == "2"
    before = f"Questionnaire/{first.resource['id']}/_history/{first.resource['meta']['versionId']}"
    assert ewa.get(before).resource["version"] == "1"


@pytest.mark.parametrize(
    ("changed", "tag", "status"),
    [
        ({"version": "2"}, 'W/"0000"', 412),
        ({"version": "2"}, "", 400),
        ({"version": "1", "title": "Other"}, None, 409),
        ({"version": "2", "url": "http://example.org/other"}, None, 409),
        ({"version": "2", "item": [{"linkId": "a"}]}, None, 422),
    ],
)
def test_a_draft_is_not_replaced_blindly(
    ewa: Caller, changed: dict[str, Any], tag: str | None, status: int
) -> None:
    first = draft(ewa)
    assert put(ewa, first, {**FORM, "status": "draft", **changed}, tag).status_code == status
    assert ewa.get(f"Questionnaire/{first.resource['id']}").resource == first.resource


def test_what_is_active_or_of_the_files_is_never_replaced(ewa: Caller) -> None:
    active = ewa.post("Questionnaire", FORM)
    assert put(ewa, active, {**FORM, "version": "2"}).status_code == 409
    of_files = ewa.get("Questionnaire/first-contact.2")
    refused = put(ewa, of_files, {**of_files.resource, "version": "2"})
    assert (refused.status_code, "policy files" in said(refused)) == (409, True)


def test_an_id_that_is_not_there_or_another(ewa: Caller) -> None:
    body = {**FORM, "id": "nothing"}
    assert ewa.get("Questionnaire/nothing").status_code == 404
    assert ewa.send("PUT", "Questionnaire/nothing", body, If_Match='W/"1"').status_code == 404
    assert ewa.send("PUT", "Questionnaire/other", body, If_Match='W/"1"').status_code == 400


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        (" ", 400, "not JSON"),
        ("[]", 400, "resourceType"),
        ("{", 400, "not JSON"),
        ('{"resourceType": "Patient"}', 400, "has to be Questionnaire"),
        ('{"resourceType": "Questionnaire", "resourceType": "Questionnaire"}', 400, "twice"),
        ({**FORM, "title": "a\u0000b"}, 400, "control characters"),
        ('{"resourceType": "Questionnaire", "title": "\\ud800"}', 400, "half of a character"),
        ({**FORM, "item": [{"linkId": "a", "type": "colour"}]}, 422, "colour"),
        ({**FORM, "status": "final"}, 422, "final"),
        ({key: value for key, value in FORM.items() if key != "status"}, 422, "draft, active or retired"),
        ({key: value for key, value in FORM.items() if key != "version"}, 422, "a url and a version"),
        ({**FORM, "url": NATIONAL}, 422, "address of a national form"),
    ],
)
def test_what_cannot_be_kept_is_told(ewa: Caller, body: Any, status: int, says: str) -> None:
    refused = ewa.post("Questionnaire", body)
    assert (refused.status_code, says in said(refused)) == (status, True), said(refused)
    assert search(ewa, "url=http://example.org/visit") == []


def test_a_backslash_before_what_looks_like_a_control_character_is_only_text(ewa: Caller) -> None:
    assert ewa.post("Questionnaire", {**FORM, "title": "a\\u0000b"}).status_code == 201


def test_another_form_with_the_same_version_is_a_conflict(ewa: Caller) -> None:
    ewa.post("Questionnaire", FORM)
    assert ewa.post("Questionnaire", {**FORM, "title": "Other"}).status_code == 409


def test_a_form_that_is_too_large_is_told(ewa: Caller, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert ewa.post("Questionnaire", {**FORM, "title": "x" * 2000}).status_code == 413


@pytest.mark.parametrize(
    ("body", "severity"), [(FORM, "information"), ({**FORM, "item": [{"linkId": "a"}]}, "error")]
)
def test_a_form_can_be_checked_without_being_kept(ewa: Caller, body: dict[str, Any], severity: str) -> None:
    bare = ewa.post("Questionnaire/$validate", body)
    wrapped = {"resourceType": "Parameters", "parameter": [{"name": "resource", "resource": body}]}
    for told in (bare, ewa.post("Questionnaire/$validate", wrapped)):
        assert (told.status_code, told.resource["issue"][0]["severity"]) == (200, severity)
    assert search(ewa, "url=http://example.org/visit") == []


def test_other_media_are_refused(ewa: Caller) -> None:
    assert ewa.post("Questionnaire", FORM, "application/fhir+xml").status_code == 415
    assert ewa.post("Questionnaire", FORM, "application/json").status_code == 201
    for accept in ("application/fhir+xml", "text/html"):
        assert ewa.get("Questionnaire", Accept=accept).status_code == 406
    for accept in (MEDIA, "application/json", "*/*", "text/html, application/fhir+json;q=0.5"):
        assert ewa.get("Questionnaire", Accept=accept).status_code == 200
    assert ewa.get("metadata?_format=xml").status_code == 406
    assert ewa.get("metadata?_format=application/fhir+json").status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "allowed"),
    [
        ("DELETE", "Questionnaire/first-contact.2", "GET, PUT"),
        ("PATCH", "Questionnaire", "GET, POST"),
        ("POST", "metadata", "GET"),
        ("GET", "Questionnaire/$validate", "POST"),
        ("POST", "QuestionnaireResponse", "GET"),
    ],
)
def test_a_method_that_is_not_served_is_told(ewa: Caller, method: str, address: str, allowed: str) -> None:
    told = ewa.send(method, address, {})
    assert (told.status_code, told.headers["Allow"]) == (405, allowed)


@pytest.mark.parametrize("address", ["", "Patient", "Patient/1", "Questionnaire/a/b/c", "metadata/"])
def test_what_is_not_served_is_told_as_fhir(ewa: Caller, address: str) -> None:
    assert ewa.get(address).status_code == 404


def test_our_own_mistake_is_told_as_fhir_too(ewa: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward.api.fhir.questionnaires.everything", lambda: 1 / 0)
    assert ewa.get("Questionnaire").status_code == 500


def test_who_brought_a_form_in_is_kept_with_it(ewa: Caller) -> None:
    from onward.records.models import Definition

    made = ewa.post("Questionnaire", FORM)
    with acting_as(world.staff("ada")):
        assert Definition.objects.get(form=made.resource["id"]).by == str(world.staff("ewa"))
