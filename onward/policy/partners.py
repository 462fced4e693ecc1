"""What organisations outside are sent, how long it opens anything, and when we remind ourselves: `partners.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onward.policy.files import PolicyProblem, read_yaml, version
from onward.policy.messages import fill

FILE = "england/partners.yaml"


@dataclass(frozen=True)
class Email:
    """What an email says, with ((placeholders))."""

    subject: str
    body: str

    def filled(self, values: Mapping[str, str]) -> "Email":
        """The same with the values in their places."""
        return Email(fill(self.subject, dict(values)), fill(self.body, dict(values)))


@dataclass(frozen=True)
class Partners:
    """The policy in force. Days are whole days."""

    version: str
    link_days: int
    remind_after_days: int
    most_claims_waiting: int
    claim_again_after_days: int
    emails: Mapping[str, Email]


@cache
def partners() -> Partners:
    """The policy of `england/partners.yaml`; PolicyProblem where it is faulty."""
    content = read_yaml(FILE)
    try:
        return Partners(
            version=version(FILE),
            link_days=int(content["link_days"]),
            remind_after_days=int(content["remind_after_days"]),
            most_claims_waiting=int(content["claims"]["most_waiting"]),
            claim_again_after_days=int(content["claims"]["again_after_days"]),
            emails={
                name: Email(each["subject"].strip(), each["body"].strip())
                for name, each in content["emails"].items()
            },
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise PolicyProblem(
            f"{FILE} needs `link_days`, `remind_after_days`, `claims` and `emails` with `subject` and `body` "
            f"({problem})."
        ) from None
