"""What is printed from the code is printed anew whenever the code changes, and every address is guarded."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from onward.config.command_line import parser
from onward.config.reference import messages, printing
from onward.config.reference.addresses import Address, operations, pages
from onward.policy.needs import needs
from onward.policy.questionnaires import questionnaire
from onward.vocabulary.caring import SENTENCES, Reason

# Staff pages and operations for which nobody needs a permission, each with the reason.
OPEN = {
    "staff:home": "sends everybody to the page that their role is for",
    "staff:second-factor": "one's own, before any role counts",
    "staff:sessions": "one's own",
    ":account_login": "comes before any role",
    ":account_logout": "anybody may leave",
    "staff:council": "comes before any role",
    "staff:council-back": "comes before any role",
    ":mfa_authenticate": "comes before any role",
    ":mfa_index": "one's own",
    ":account_change_password": "one's own",
    ":account_reauthenticate": "one's own",
    ":mfa_activate_totp": "one's own",
    ":mfa_reauthenticate": "one's own",
    ":mfa_deactivate_totp": "one's own",
    ":mfa_add_webauthn": "one's own",
    ":mfa_reauthenticate_webauthn": "one's own",
    ":mfa_remove_webauthn": "one's own",
    ":mfa_view_recovery_codes": "one's own",
    ":mfa_generate_recovery_codes": "one's own",
    "api:openapi-json": "describes, and holds no data",
    "api:services": "the directory is for everybody",
    "fhir:metadata": "describes, and holds no data",
}


def test_docs_current() -> None:
    assert printing.docs(parser=parser(), check=True) == 0


def test_messages_current() -> None:
    assert messages.messages(check=True) == 0


def test_a_stale_page_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printing.docs(parser=parser(), check=False, folder=tmp_path) == 0
    assert printing.docs(parser=parser(), check=True, folder=tmp_path) == 0
    (tmp_path / "moves.md").write_text("older")
    (tmp_path / "access.md").unlink()
    (tmp_path / "notes.md").touch()
    assert printing.docs(parser=parser(), check=True, folder=tmp_path) == 1
    said = capsys.readouterr().err
    assert [line.split()[0] for line in said.splitlines()] == [
        "docs/reference/access.md",
        "docs/reference/moves.md",
        "docs/reference/notes.md",
    ]


def test_stale_words_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "onward.pot"
    assert messages.messages(check=True, file=file) == 1
    assert "make messages" in capsys.readouterr().err
    assert messages.messages(check=False, file=file) == 0
    assert messages.messages(check=True, file=file) == 0


def test_words_from_code_pages_and_policy_are_collected() -> None:
    collected = read_po(io.BytesIO(messages.collect()))
    of_code = "Something on the page was not understood. Check what you chose, and send it again."
    of_a_page = "Leave a number and we will ring you. You do not have to say what it is about."
    asked = next(item for item in questionnaire("first-contact").walk() if item.options and item.hint)
    easy = questionnaire("needs-self-assessment").item("who")
    for text in (
        of_code,
        of_a_page,
        asked.text,
        asked.hint,
        asked.options[0].text,
        easy.easy,
        easy.why,
        SENTENCES[Reason.HELPS][0],
        needs().by_code["lonely"].phrase,
    ):
        assert text in collected
    assert collected["%(num)s place found"].pluralizable


def test_the_file_of_words_has_nothing_that_changes_by_itself() -> None:
    collected = messages.collect()
    assert collected == messages.collect()
    assert b"POT-Creation-Date" not in collected
    assert re.search(rb"^#: \S+:\d+", collected, re.MULTILINE) is None


@pytest.mark.parametrize(
    "address", [each for each in pages() if each.path.startswith("/staff/")] + operations()
)
def test_every_staff_page_and_operation_asks_for_a_permission(address: Address) -> None:
    assert (address.permission is None) == (address.name in OPEN)


def test_what_is_said_to_be_open_exists() -> None:
    assert {each.name for each in pages() + operations()} >= OPEN.keys()
