"""How staff sign in and leave."""

from dataclasses import dataclass
from typing import ClassVar

from onward.vocabulary.happening import StaffEvent


@dataclass(frozen=True)
class StaffSignedIn(StaffEvent):
    """`way` is password, council, passkey or chosen; `factor` is the second one that was shown, if one was."""

    kind: ClassVar[str] = "staff.signed_in"
    way: str
    factor: str


@dataclass(frozen=True)
class StaffSessionsEnded(StaffEvent):
    """So many sign-ins came to an end: signed out, idle, too long, ended from another, or by an administrator."""

    kind: ClassVar[str] = "staff.sessions_ended"
    sessions: int
    why: str


@dataclass(frozen=True)
class StaffFactorChanged(StaffEvent):
    """A second factor, or the codes for when it is lost: added, removed or made anew."""

    kind: ClassVar[str] = "staff.factor_changed"
    factor: str
    change: str


@dataclass(frozen=True)
class StaffPasswordChanged(StaffEvent):
    """By themselves, or by an administrator."""

    kind: ClassVar[str] = "staff.password_changed"


@dataclass(frozen=True)
class StaffLeft(StaffEvent):
    """An administrator ended what they may do here: so many roles in teams."""

    kind: ClassVar[str] = "staff.left"
    memberships: int


@dataclass(frozen=True)
class StaffIdentityGiven(StaffEvent):
    """An administrator said by which identity of the council's they are known: an email address or a subject."""

    kind: ClassVar[str] = "staff.identity_given"
    way: str
