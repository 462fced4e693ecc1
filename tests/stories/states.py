"""Every page, in each state that matters: empty, with errors, with data, kept, refused."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.stories.cast import LONG, Cast
from tests.stories.raw import Sender
from tests.stories.walk import come_back, decide, go_on

Do = Callable[[Page, Cast], object]


@dataclass(frozen=True)
class State:
    """`name` is the page and, after a colon, its state. `do` is what is done there once it is open."""

    name: str
    path: str
    who: str = "nobody"
    do: Do | None = None
    public: bool = True

    @property
    def page(self) -> str:
        return self.name.partition(":")[0]

    @property
    def is_error(self) -> bool:
        return "errors" in self.name

    def open(self, page: Page, cast: Cast) -> None:
        cast.be(self.who, page.context)
        page.goto(cast.path(self.path))
        if self.do:
            self.do(page, cast)


def press(name: str) -> Do:
    return lambda page, _: page.get_by_role("button", name=name).click()


def choose(label: str) -> Do:
    return lambda page, _: page.get_by_label(label).check()


def _type_much(page: Page, _: Cast) -> None:
    page.get_by_label("What is happening").fill("much " * 20_000)
    go_on(page)


def _wrong_dates_and_places(page: Page, _: Cast) -> None:
    page.get_by_label("Day").fill("31")
    page.get_by_label("Postcode").fill("nowhere")
    go_on(page)


def _answer_in_two_windows(page: Page, _: Cast) -> None:
    Sender(page.context.request).fill("/help/help/", ("needs", "money"), ("words", "Other words."))
    page.get_by_label("What is happening").fill("These words.")
    go_on(page)


def _lose_the_session(page: Page, _: Cast) -> None:
    page.context.clear_cookies()
    page.get_by_label("What is happening").fill(LONG)
    go_on(page)


def _be_signed_out(page: Page, _: Cast) -> None:
    page.context.clear_cookies(name="sessionid")
    decide(page, "Urgent help before assessment", reason=LONG)


def _send_with_a_used_key(page: Page, cast: Cast) -> None:
    page.evaluate("key => { document.querySelector('main [name=key]').value = key }", cast.key_used)
    page.get_by_role("button", name="Send").click()


def _come_back_with_a_wrong_code(page: Page, cast: Cast) -> None:
    asked = cast.asked["waiting"]
    come_back(page, type(asked)(asked.reference, "WRNG-CDDE"))


def _decide_something_stale(page: Page, _: Cast) -> None:
    page.evaluate("document.querySelector('[name=version]').value = 0")
    decide(page, "Urgent help before assessment", reason="The housing team does this.")


def _assess_nobody(page: Page, _: Cast) -> None:
    decide(page, "Assessment", reason="It sounds hard.")


def _try_the_next(page: Page, _: Cast) -> None:
    page.get_by_label("I do").check()
    page.get_by_role("button", name="Go on").click()


def _try_to_the_end(page: Page, cast: Cast) -> None:
    _try_the_next(page, cast)
    page.get_by_label("Feeling lonely").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("First name").fill(LONG)
    page.get_by_label("Last name").fill("Lamb")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Do not contact me").check()
    page.get_by_role("button", name="Go on").click()


def _answer_on_one_page(page: Page, _: Cast) -> None:
    page.get_by_label("Someone else", exact=True).check()
    page.get_by_label("Email me").check()
    page.get_by_role("button", name="Save", exact=True).click()


def _leave_out_who_it_is_for(page: Page, _: Cast) -> None:
    page.evaluate("document.querySelectorAll('[name=who]').forEach(each => { each.checked = false })")
    go_on(page)


def _came_tomorrow(page: Page, _: Cast) -> None:
    page.get_by_label("By letter").check()
    page.get_by_label("When did it reach us?").fill("27/3/2099")
    page.get_by_role("button", name="Go on to the questions").click()


# The pages of the self-assessment that whoever asks for themselves is shown from the start.
MORE = (
    "start",
    "me",
    "reach",
    "talk",
    "matters",
    "ready",
    "food",
    "at-home",
    "out",
    "health",
    "caring",
    "risk",
    "change",
    "last",
    "equality",
)
PUBLIC = (
    State("start", "/"),
    State("who needs help: empty", "/help/about/"),
    State("who needs help: errors", "/help/about/", do=press("Save and go on")),
    State("about the asker: empty", "/help/asker/", "began-other"),
    State("about the asker: errors", "/help/asker/", "began-other", press("Save and go on")),
    State("what would help: empty", "/help/help/", "began"),
    State("what would help: errors", "/help/help/", "began", press("Save and go on")),
    State("what would help: too long, errors", "/help/help/", "written", _type_much),
    State("what would help: two windows", "/help/help/", "written", _answer_in_two_windows),
    State("about me: empty", "/help/me/", "began"),
    State("about me: errors", "/help/me/", "began", _wrong_dates_and_places),
    State("about them: empty", "/help/them/", "began-other"),
    State("about them: errors", "/help/them/", "began-other", press("Save and go on")),
    State("how to reach me: empty", "/help/safe/", "began"),
    State("how to reach me: errors", "/help/safe/", "began", press("Save and go on")),
    State("how to reach me: ring", "/help/safe/", "began", choose("Ring me")),
    State("how to reach me: text", "/help/safe/", "began", choose("Text me")),
    State("how to reach me: email", "/help/safe/", "began", choose("Email me")),
    State("how to reach me: letter", "/help/safe/", "began", choose("Write to me")),
    State("how to reach me: nothing", "/help/safe/", "began", choose("Do not contact me")),
    State("we will ring: empty", "/help/ring/", "ringing"),
    State("we will ring: errors", "/help/ring/", "ringing", press("Save and go on")),
    State("check", "/help/check/", "written"),
    State("sent", "/help/sent/", "waiting"),
    State("sent: with long words", "/help/sent/", "long"),
    State("ask for an assessment", "/assessment/"),
    State("ask for an assessment: midway", "/assessment/", "began"),
    State("just ring me", "/ring-me/"),
    State("just ring me: midway", "/ring-me/", "began"),
    State("write instead of a call", "/help/", "ringing"),
    State("find help: empty", "/services/"),
    State("find help: found", "/services/?words=lunch+club&postcode="),
    State("find help: nothing found", "/services/?words=qqqqq"),
    State("find help: postcode errors", "/services/?words=lunch&postcode=nowhere"),
    State("your request: empty", "/request/"),
    State("your request: errors", "/request/", do=_come_back_with_a_wrong_code),
    State("where it stands: waiting", "/request/status/", "waiting"),
    State("where it stands: decided", "/request/status/", "advised"),
    State("where it stands: nothing told", "/request/status/", "hidden"),
    State("where it stands: questioned", "/request/status/", "questioned"),
    State("what is wrong: empty", "/request/wrong/", "advised"),
    State("what is wrong: errors", "/request/wrong/", "advised", press("Send")),
    State("stopping for now", "/help/later/", "began"),
    State("stopping for now: errors", "/help/later/", "began", press("Send them to me")),
    State("help for a carer", "/carer/"),
    State("on paper", "/paper/"),
    State("tell us more: before a request", "/more/"),
    State("tell us more", "/more/", "waiting"),
    State("is this still right", "/more/known/", "telling"),
    *(State(f"tell us more: {page}", f"/more/{page}/", "telling") for page in MORE),
    State("tell us more: errors", "/more/start/", "telling", _leave_out_who_it_is_for),
    State("tell us more: one more person", "/more/matters/", "telling", press("Add another")),
    State("tell us more: check", "/more/check/", "told"),
    State("tell us more: sent", "/more/sent/", "told-all"),
    State("how we use what you tell us", "/how-we-use-what-you-tell-us/"),
    State("using this site", "/using-this-site/"),
    State("not here", "/nowhere/"),
    State("kept: a resident", "/help/help/", "written", _lose_the_session),
    State("not done", "/help/check/", "written", _send_with_a_used_key),
)

_STAFF = (
    State("sign in: empty", "/staff/sign-in/"),
    State("sign in: errors", "/staff/sign-in/", do=press("Sign in")),
    State("choose whom to be", "/staff/choose/"),
    State("requests waiting: some", "/staff/requests/", "ada"),
    State("requests waiting: none", "/staff/requests/", "olu"),
    State("a request: waiting", "/staff/requests/{waiting}/", "ada"),
    State("a request: advice chosen", "/staff/requests/{waiting}/", "ada", choose("Advice and community")),
    State("a request: errors", "/staff/requests/{waiting}/", "ada", press("Decide")),
    State("a request: nobody known, errors", "/staff/requests/{waiting}/", "ada", _assess_nobody),
    State("a request: stale, errors", "/staff/requests/{waiting}/", "ada", _decide_something_stale),
    State("a request: with long words", "/staff/requests/{long}/", "ada"),
    State("a request: decided", "/staff/requests/{advised}/", "ada"),
    State("a request: questioned", "/staff/requests/{questioned}/", "ada"),
    State("whose request: nobody like them", "/staff/requests/{waiting}/person/", "ada"),
    State("whose request: somebody like them", "/staff/requests/{long}/person/", "ada"),
    State("why see this person: empty", "/staff/people/{person}/why/?request={long}", "ada"),
    State(
        "why see this person: errors", "/staff/people/{person}/why/?request={long}", "ada", press("See this")
    ),
    State("a person", "/staff/people/{person}/", "ada"),
    State("could not find", "/staff/requests/{waiting}/", "olu"),
    State("not yours to see", "/staff/requests/", "carol"),
    State("nothing here for you", "/staff/", "carol"),
    State("today", "/staff/figures/today/", "ewa"),
    State("behind a figure: some", "/staff/figures/today/came-in/", "ewa"),
    State("behind a figure: none", "/staff/figures/today/hospital/", "ewa"),
    State("messages: none", "/staff/outbox/", "ewa"),
    State("who looked: all", "/staff/looks/", "ewa"),
    State("who looked: refused", "/staff/looks/?refused", "ewa"),
    State("write for somebody: empty", "/staff/requests/new/", "ada"),
    State("write for somebody: errors", "/staff/requests/new/", "ada", _came_tomorrow),
    State("go on with a form: empty", "/staff/requests/take-over/", "ada"),
    State("go on with a form: errors", "/staff/requests/take-over/", "ada", press("Open their form")),
    State("a request on one page: empty", "/staff/requests/{half}/form/first-contact/", "ada"),
    State(
        "a request on one page: errors",
        "/staff/requests/{half}/form/first-contact/",
        "ada",
        press("Save and finish"),
    ),
    State("a self-assessment: not begun", "/staff/requests/{waiting}/form/needs-self-assessment/", "ada"),
    State("a self-assessment: together", "/staff/requests/{telling}/form/needs-self-assessment/", "ada"),
    State("what was told", "/staff/requests/{told-all}/told/needs-self-assessment/", "ada"),
    State("what was told: everything", "/staff/requests/{long}/told/first-contact/?every=1", "ada"),
    State("kept: staff", "/staff/requests/{waiting}/", "ada", _be_signed_out),
    State("forms", "/staff/forms/", "ada"),
    State("a form", "/staff/forms/first-contact/", "ada"),
    State("a form page by page: first", "/staff/forms/first-contact/pages/", "ada"),
    State("a form page by page: errors", "/staff/forms/first-contact/pages/", "ada", press("Go on")),
    State("a form page by page, the next", "/staff/forms/first-contact/pages/", "ada", _try_the_next),
    State("a form, its end", "/staff/forms/first-contact/pages/", "ada", _try_to_the_end),
    State("a form on one page: empty", "/staff/forms/first-contact/whole/", "ada"),
    State("a form on one page: answered", "/staff/forms/first-contact/whole/", "ada", _answer_on_one_page),
    State("a form on one page: errors", "/staff/forms/first-contact/whole/", "ada", press("Save and finish")),
    State("a form for reading", "/staff/forms/first-contact/reading/", "ada"),
)


def _wrong_person(page: Page, _: Cast) -> None:
    page.get_by_label("First name").fill("")
    page.get_by_label("Date of birth").fill("31/2/1950")
    page.get_by_label("Postcode").fill("nowhere")
    page.get_by_role("button", name="Make this person").click()


_MATCH_ERRORS = State("whose request: errors", "/staff/requests/{waiting}/person/", "ada", _wrong_person)

STAFF = tuple(
    State(each.name, each.path, each.who, each.do, public=False) for each in (*_STAFF, _MATCH_ERRORS)
)
STATES = (*PUBLIC, *STAFF)
