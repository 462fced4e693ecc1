"""What is written down of how staff sign in. The deed itself is the sign-in library's, in the same request."""

from datetime import date

from onward.records.action import action, record
from onward.vocabulary.events import (
    StaffFactorChanged,
    StaffPasswordChanged,
    StaffSessionsEnded,
    StaffSignedIn,
)
from onward.vocabulary.principals import Principal


@action
def signed_in(*, way: str, factor: str, by: Principal, on: date) -> None:
    """Somebody is signed in from now on."""
    record(StaffSignedIn(staff=int(by.who), way=way, factor=factor), by=by, on=on)


@action
def sessions_ended(*, sessions: int, why: str, by: Principal, on: date) -> None:
    """So many of somebody's own sign-ins came to an end."""
    record(StaffSessionsEnded(staff=int(by.who), sessions=sessions, why=why), by=by, on=on)


@action
def factor_changed(*, factor: str, change: str, by: Principal, on: date) -> None:
    """Somebody changed a second factor of their own."""
    record(StaffFactorChanged(staff=int(by.who), factor=factor, change=change), by=by, on=on)


@action
def password_changed(*, by: Principal, on: date) -> None:
    """Somebody changed their own password."""
    record(StaffPasswordChanged(staff=int(by.who)), by=by, on=on)
