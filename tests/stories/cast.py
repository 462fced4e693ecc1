"""Who is in the stories that look at pages: residents who stand at each point of the way, and the staff."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext

from tests.stories.raw import Answer, NewSender, Sender
from tests.stories.walk import Asked

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" + "ll" * 16  # no place to break it
BORN = (
    ("me-born-day", "27"),
    ("me-born-month", "3"),
    ("me-born-year", "1950"),
)
SAFE = (("contact-by", "phone"), ("phone", "01632 960 001"), ("message", "no"))


@dataclass
class Cast:
    """Senders by who they are, and what was given to those who sent a request."""

    new_sender: NewSender
    senders: dict[str, Sender] = field(default_factory=dict)
    asked: dict[str, Asked] = field(default_factory=dict)
    person: str = ""
    service: str = ""
    key_used: str = ""
    promised: dict[str, str] = field(default_factory=dict)

    def sender(self, who: str) -> Sender:
        if who not in self.senders:
            self.senders[who] = self.new_sender()
        return self.senders[who]

    def be(self, who: str, context: BrowserContext) -> None:
        """Give a browser the cookies of `who`, and nobody else's."""
        self.sender(who).lend(context)

    def path(self, text: str) -> str:
        """An address in which {waiting}, {advised}, …, {person} and {service} stand for the real ones."""
        known = {name: each.reference for name, each in self.asked.items()}
        return text.format(**known, person=self.person, service=self.service, **self.promised)


def gather(new_sender: NewSender) -> Cast:
    """Everybody, each where their story has come to. What is only tried out is tried on the one that is `tried`."""
    cast = Cast(new_sender)
    for name in ("ada", "ewa", "olu", "carol", "edie"):
        sign_in(cast.sender(name), name)
    cast.sender("began").fill("/help/about/", ("who", "me"))
    cast.sender("began-other").fill("/help/about/", ("who", "someone"))
    cast.sender("ringing").fill("/ring-me/")
    for name in (
        "written", "waiting", "tried", "advised", "hidden", "questioned", "telling", "told", "told-all",
    ):  # fmt: skip
        write(cast.sender(name))
    write(cast.sender("long"), given=LONG, words=LONG * 4)
    for name in ("hungry", "urgent"):
        write(cast.sender(name), words="My son hits me. There is no food in the house.")
    for name in (
        "waiting", "tried", "advised", "hidden", "questioned", "long", "telling", "told", "told-all", "urgent",
    ):  # fmt: skip
        form = cast.sender(name).get("/help/check/").form
        cast.asked[name] = asked_of(cast.sender(name).post("/help/check/", form.pairs))
        cast.key_used = dict(form.pairs)["key"]
    for name in ("telling", "told", "told-all"):
        cast.sender(name).fill("/more/")
    for name in ("told", "told-all"):
        cast.sender(name).fill("/more/start/", ("who", "me"))
        cast.sender(name).fill("/more/matters/", ("matters-most", "My garden."), ("people-name@1", "Ivy"))
    cast.sender("told-all").fill("/more/check/")
    cast.service = some_service(cast.sender("nobody"))
    cast.sender("nobody").fill(f"/services/{cast.service}/wrong/", ("wrong", "details"), ("words", LONG))
    ada = cast.sender("ada")
    cast.asked["half"] = Asked(write_for_somebody(ada), "")
    cast.person = make_person(ada, cast.asked["long"].reference)
    cast.promised = promised(ada, cast.asked["waiting"].reference)
    for name in ("advised", "questioned"):
        decide(ada, cast.asked[name].reference)
    decide(ada, cast.asked["hidden"].reference, outcome="safeguarding")
    cast.sender("questioned").fill("/request/wrong/", ("objection", "It is not what I asked for."))
    return cast


def some_service(sender: Sender) -> str:
    """The id of a lunch club, as it stands in the link to its page."""
    link = re.search(r"/services/([0-9a-f-]{36})/", sender.get("/services/?words=lunch+club").text)
    assert link
    return link.group(1)


def sign_in(sender: Sender, username: str) -> None:
    form = sender.get("/staff/choose/").form
    sender.post("/staff/choose/", form.filled(("username", username)))


def write(
    sender: Sender,
    *,
    given: str = "Annis",
    family: str = "Bywater",
    words: str = "I see nobody, and I fell twice.",
) -> Answer:
    """Answer every page for oneself, as far as the last check."""
    sender.fill("/help/about/", ("who", "me"))
    sender.fill("/help/help/", ("needs", "lonely"), ("words", words))
    sender.fill("/help/me/", ("me-given", given), ("me-family", family), *BORN)
    return sender.fill("/help/safe/", *SAFE)


def asked_of(answer: Answer) -> Asked:
    """The reference and the code on the page that says that it was sent."""
    shown = [re.search(rf'id="{each}">\s*([0-9A-Z-]+)', answer.text) for each in ("reference", "code")]
    assert shown[0] and shown[1], f"not sent: {answer.status} {answer.url}"
    return Asked(shown[0].group(1), shown[1].group(1))


def ask(sender: Sender, **tells: str) -> Asked:
    """The whole way, by forms alone."""
    write(sender, **tells)
    return asked_of(sender.fill("/help/check/"))


def write_for_somebody(sender: Sender) -> str:
    """A request begun by telephone; its reference."""
    answer = sender.fill("/staff/requests/new/", ("channel", "telephone"), ("wish", "advice"))
    found = re.search(r"/staff/requests/([0-9A-Z-]+)/form/", answer.url)
    assert found, f"not begun: {answer.status} {answer.url}"
    return found.group(1)


def make_person(sender: Sender, reference: str) -> str:
    """The person's id, as it stands in the link to them."""
    answer = sender.fill(f"/staff/requests/{reference}/person/")
    link = re.search(r"/staff/people/([0-9a-f-]{36})/", answer.text)
    assert link, f"no person made: {answer.status} {answer.url}"
    return link.group(1)


def promised(sender: Sender, reference: str) -> dict[str, str]:
    """The ids of a request's case and of what was promised in it, as they stand in its links; and a Monday."""
    text = sender.get(f"/staff/requests/{reference}/").text
    found = [re.search(rf"/staff/promises/{before}([0-9a-f-]{{36}})/", text) for before in ("new/", "")]
    assert found[0] and found[1], "nothing is promised"
    return {"case": found[0].group(1), "promise": found[1].group(1), "monday": "2026-11-23"}


def decide(sender: Sender, reference: str, *, outcome: str = "advice", reason: str = "Try these.") -> Answer:
    page = sender.get(f"/staff/requests/{reference}/")
    chosen = [("outcome", outcome), ("reason", reason)]
    if outcome == "advice":
        offered = re.findall(r'name="services" type="checkbox" value="([^"]+)"', page.text)
        chosen += [("grounds", "no_appearance_of_need"), *(("services", each) for each in offered[:2])]
    return sender.post(page.form.action, page.form.filled(*chosen))
