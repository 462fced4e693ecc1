"""One set of tests for the service that sends messages: the local one passes it, and so must GOV.UK Notify itself.

The real one is asked where ONWARD_TEST_NOTIFY_KEY holds a *test* key (nothing is delivered) and the two templates are
named beside it. Its numbers and addresses are those that Notify keeps for trying failures.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from notifications_python_client.authentication import create_jwt_token

from onward.gateways.notify.client import Account, connected
from onward.gateways.notify.fake.service import FakeNotify
from onward.gateways.notify.fake.serving import serving
from onward.gateways.notify.service import Notify, Permanent, Receipt, Temporary
from onward.vocabulary.messages import Channel, Problem

REAL = "https://api.notifications.service.gov.uk"


@contextmanager
def _account(which: str) -> Iterator[Account]:
    if which == "local":
        with serving(FakeNotify()) as account:
            yield account
        return
    key = os.environ.get("ONWARD_TEST_NOTIFY_KEY")
    if not key:
        pytest.skip("no ONWARD_TEST_NOTIFY_KEY, so GOV.UK Notify itself is not asked")
    yield Account(
        REAL,
        key,
        os.environ["ONWARD_TEST_NOTIFY_EMAIL_TEMPLATE"],
        os.environ["ONWARD_TEST_NOTIFY_TEXT_TEMPLATE"],
        letters=os.environ.get("ONWARD_TEST_NOTIFY_LETTERS") == "yes",
    )


@pytest.fixture(params=["local", "real"], scope="module")
def account(request: pytest.FixtureRequest) -> Iterator[Account]:
    with _account(request.param) as made:
        yield made


@pytest.fixture
def notify(account: Account) -> Iterator[Notify]:
    with connected(account) as service:
        yield service


@pytest.fixture
def letters(account: Account) -> None:
    if not account.letters:
        pytest.skip("no ONWARD_TEST_NOTIFY_LETTERS, so GOV.UK Notify is not asked to take letters")


def _email(notify: Notify, to: str = "delivered@simulator.notify", reference: UUID | None = None) -> str:
    return notify.send_email(to=to, subject="A subject", body="Two\n\nlines.", reference=reference or uuid4())


def test_an_email_is_taken_and_found_again_by_its_reference(notify: Notify) -> None:
    reference = uuid4()
    number = _email(notify, reference=reference)
    assert notify.find(reference) == number
    newest = next(each for each in notify.taken() if each.id == number)
    assert (newest.to, newest.subject) == ("delivered@simulator.notify", "A subject")
    assert newest.reference == str(reference)


def test_a_text_is_taken_and_found_again_by_its_reference(notify: Notify) -> None:
    reference = uuid4()
    number = notify.send_text(to="07700 900 001", body="A text.", reference=reference)
    assert notify.find(reference) == number


def test_a_reference_that_was_never_handed_over_is_found_nowhere(notify: Notify) -> None:
    assert notify.find(uuid4()) is None


@pytest.mark.parametrize(
    ("to", "receipt"),
    [
        ("delivered@simulator.notify", Receipt.ARRIVED),
        ("perm-fail@simulator.notify", Receipt.NO_SUCH_ADDRESS),
        ("temp-fail@simulator.notify", Receipt.NOT_REACHED),
    ],
)
def test_what_became_of_an_email_is_told(notify: Notify, to: str, receipt: Receipt) -> None:
    assert notify.receipt(_email(notify, to)) in (receipt, Receipt.ON_ITS_WAY)


@pytest.mark.parametrize(
    ("to", "receipt"),
    [
        ("07700 900 001", Receipt.ARRIVED),
        ("07700 900002", Receipt.NO_SUCH_ADDRESS),
        ("+44 7700 900003", Receipt.NOT_REACHED),
    ],
)
def test_what_became_of_a_text_is_told(notify: Notify, to: str, receipt: Receipt) -> None:
    assert notify.receipt(notify.send_text(to=to, body="A text.", reference=uuid4())) in (
        receipt,
        Receipt.ON_ITS_WAY,
    )


@pytest.mark.parametrize("to", ["nobody", "a@b", "@example.org", "two words@example.org"])
def test_what_is_no_email_address_is_refused_for_ever(notify: Notify, to: str) -> None:
    with pytest.raises(Permanent) as refused:
        _email(notify, to)
    assert refused.value.problem is Problem.BAD_ADDRESS


@pytest.mark.parametrize("to", ["01632 960 001", "07700 900", "07700 900 0011", "my number"])
def test_what_is_no_mobile_number_is_refused_for_ever(notify: Notify, to: str) -> None:
    with pytest.raises(Permanent) as refused:
        notify.send_text(to=to, body="A text.", reference=uuid4())
    assert refused.value.problem is Problem.BAD_ADDRESS


def test_a_text_that_is_too_long_is_refused_for_ever(notify: Notify) -> None:
    with pytest.raises(Permanent) as refused:
        notify.send_text(to="07700 900 001", body="x" * 919, reference=uuid4())
    assert refused.value.problem is Problem.REFUSED


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (f"other-{UUID(int=1)}-{UUID(int=2)}", "no such account"),
        (None, "the right account, and a secret that is not its own"),
    ],
)
def test_a_wrong_key_is_worth_another_try_because_somebody_may_mend_it(
    account: Account, key: str | None, why: str
) -> None:
    wrong = Account(account.address, key or f"{account.key[:-36]}{uuid4()}", account.email_template, "")
    with connected(wrong) as service, pytest.raises(Temporary) as put_off:
        _email(service)
    assert put_off.value.problem is Problem.NOT_LET_IN, why


def test_a_template_that_is_not_there_is_worth_another_try(account: Account) -> None:
    with (
        connected(Account(account.address, account.key, str(uuid4()), "")) as service,
        pytest.raises(Temporary) as put_off,
    ):
        _email(service)
    assert put_off.value.problem is Problem.NOT_SET_UP


# What only the local service can be told to do.


@pytest.mark.parametrize(
    ("status", "problem"),
    [(429, Problem.TOO_MANY), (500, Problem.DOWN), (503, Problem.DOWN), (403, Problem.NOT_LET_IN)],
)
def test_trouble_of_the_service_is_worth_another_try(status: int, problem: Problem) -> None:
    fake = FakeNotify(trouble=status)
    with serving(fake) as account, connected(account) as service:
        with pytest.raises(Temporary) as put_off:
            _email(service)
        fake.trouble = None
        assert _email(service)
    assert put_off.value.problem is problem


def test_a_service_that_does_not_answer_at_all_is_down() -> None:
    with serving(FakeNotify()) as account:
        pass
    with connected(account) as service, pytest.raises(Temporary) as put_off:
        _email(service)
    assert put_off.value.problem is Problem.DOWN


def test_a_message_whose_answer_was_lost_is_found_by_its_reference() -> None:
    fake, reference = FakeNotify(loses_answers=True), uuid4()
    with serving(fake) as account, connected(account) as service:
        with pytest.raises(Temporary):
            _email(service, reference=reference)
        assert service.find(reference) == fake.notifications[0]["id"]


def test_an_error_says_nothing_of_the_person() -> None:
    with serving(FakeNotify()) as account, connected(account) as service, pytest.raises(Permanent) as refused:
        _email(service, "mary windlebrook")
    assert "mary" not in repr(refused.value)
    assert refused.value.__cause__ is None


def test_the_local_service_lets_nobody_in_without_a_token() -> None:
    answer = FakeNotify().answer("GET", "/v2/notifications", None, b"")
    assert answer
    assert answer.status == 401


def test_the_local_service_has_no_other_addresses() -> None:
    fake = FakeNotify()
    token = create_jwt_token(fake.secret, fake.service)
    answer = fake.answer("GET", "/v3/anything", token, b"")
    assert answer
    assert answer.status == 404


def test_of_a_message_that_the_service_has_forgotten_nothing_is_known(notify: Notify) -> None:
    assert notify.receipt(str(uuid4())) is Receipt.ON_ITS_WAY


# Letters: the whole of one is a PDF of ours.

PDF = b"%PDF-1.7\n% a letter of one made-up page\n%%EOF\n"


def test_a_letter_is_taken_and_found_again_by_its_reference(notify: Notify, letters: None) -> None:
    reference = uuid4()
    number = notify.send_letter(pdf=PDF, reference=reference)
    assert notify.find(reference) == number
    newest = next(each for each in notify.taken() if each.id == number)
    assert (newest.channel, newest.to, newest.body) == (Channel.LETTER, "", "")


def test_what_became_of_a_letter_is_told(notify: Notify, letters: None) -> None:
    number = notify.send_letter(pdf=PDF, reference=uuid4())
    assert notify.receipt(number) in (Receipt.ARRIVED, Receipt.ON_ITS_WAY, Receipt.TROUBLE)


def test_the_channel_of_each_message_is_told(notify: Notify) -> None:
    numbers = {_email(notify): Channel.EMAIL}
    numbers[notify.send_text(to="07700 900 001", body="A text.", reference=uuid4())] = Channel.TEXT
    assert {each.id: each.channel for each in notify.taken() if each.id in numbers} == numbers


def test_the_letter_itself_is_given_back() -> None:
    with serving(FakeNotify()) as account, connected(account) as service:
        assert service.letter(service.send_letter(pdf=PDF, reference=uuid4())) == PDF


def test_what_is_no_letter_has_no_pdf(notify: Notify) -> None:
    with pytest.raises(Permanent):
        notify.letter(_email(notify))


def test_what_is_no_pdf_comes_to_nothing() -> None:
    with serving(FakeNotify()) as account, connected(account) as service:
        assert service.receipt(service.send_letter(pdf=b"Dear Mary", reference=uuid4())) is Receipt.TROUBLE


def test_an_account_that_may_not_send_letters_is_worth_another_try() -> None:
    fake = FakeNotify(letters=False)
    with serving(fake) as account, connected(account) as service, pytest.raises(Temporary) as put_off:
        service.send_letter(pdf=PDF, reference=uuid4())
    assert put_off.value.problem is Problem.NOT_SET_UP


def test_a_letter_whose_answer_was_lost_is_found_by_its_reference() -> None:
    fake, reference = FakeNotify(loses_answers=True), uuid4()
    with serving(fake) as account, connected(account) as service:
        with pytest.raises(Temporary):
            service.send_letter(pdf=PDF, reference=reference)
        assert service.find(reference) == fake.notifications[0]["id"]
