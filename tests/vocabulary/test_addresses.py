"""What people type as an email address or a mobile number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.vocabulary.addresses import block, email, mobile


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900 001",
        "07700900001",
        "+44 7700 900001",
        "+44 (0)7700 900 001",
        "0044 7700 900001",
        " 07700-900.001 ",
    ],
)
def test_a_mobile_number_is_known_however_it_is_written(typed: str) -> None:
    assert mobile(typed) == "07700900001"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "01632 960 001",
        "07700 900 00",
        "07700 900 0011",
        "+1 7700 900001",
        "7700900001",
        "my mobile",
        "٠٧٧٠٠٩٠٠٠٠١",
    ],
)
def test_what_is_no_mobile_number_is_none(typed: str) -> None:
    assert mobile(typed) is None


@given(st.from_regex(r"07[0-9]{9}", fullmatch=True), st.data())
def test_spaces_change_nothing(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number)))
    assert mobile(f"{number[:place]} {number[place:]}") == number


@pytest.mark.parametrize("typed", ["mary@example.org", " mary@example.org ", "m.w+x@mail.example.org"])
def test_an_email_address_is_kept_without_spaces_around_it(typed: str) -> None:
    assert email(typed) == typed.strip()


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "mary",
        "mary@example",
        "@example.org",
        "mary@@example.org",
        "two words@example.org",
        "mary@example.org\nbcc: others@example.org",
        f"{'x' * 65}@example.org",
        f"mary@{'x' * 250}.org",
    ],
)
def test_what_is_no_email_address_is_none(typed: str) -> None:
    assert email(typed) is None


@given(st.text())
def test_whatever_is_typed_gives_an_address_of_one_line_or_none(typed: str) -> None:
    for found in (email(typed), mobile(typed)):
        assert found is None or (found and not set("\r\n\0") & set(found))


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Mary\n1 Made-up Row\nLarkmoor\nqq15lr", "Mary\n1 Made-up Row\nLarkmoor\nQQ1 5LR"),
        ("Mary, 1 Made-up Row, Larkmoor QQ1 5LR", "Mary\n1 Made-up Row\nLarkmoor\nQQ1 5LR"),
        (" Mary \n\n 1  Made-up Row\r\nQQ1 5LR ", "Mary\n1 Made-up Row\nQQ1 5LR"),
        ("A\nB\nC\nD\nE\nF\nG\nQQ1 5LR", "A\nB, C\nD\nE\nF\nG\nQQ1 5LR"),
    ],
)
def test_an_address_for_the_post_is_its_lines_with_the_postcode_last(typed: str, lines: str) -> None:
    assert block(typed) == lines


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "QQ1 5LR",
        "Mary\nQQ1 5LR",
        "Mary\n1 Made-up Row\nLarkmoor",
        "Mary\n1 Made-up Row\nQQ1",
        f"Mary\n{'x' * 41}\nQQ1 5LR",
        "\n".join(["x" * 30] * 14 + ["QQ1 5LR"]),
    ],
)
def test_what_is_no_address_for_the_post_is_none(typed: str) -> None:
    assert block(typed) is None


@given(st.text(alphabet="ab ,\n1QR5L", max_size=80))
def test_an_address_for_the_post_stays_as_it_is_when_it_is_read_again(typed: str) -> None:
    found = block(typed)
    assert found is None or block(found) == found
