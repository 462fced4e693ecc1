"""Every page, in each state that matters: empty, with errors, with data, kept, refused."""

from playwright.sync_api import Page

from tests.stories.cast import LONG, Cast
from tests.stories.figures_states import FIGURES_STAFF
from tests.stories.find_states import FIND_PUBLIC
from tests.stories.huddle_states import HUDDLE_STAFF
from tests.stories.raw import Sender
from tests.stories.reckoner_states import RECKONER
from tests.stories.refer_states import REFER_PUBLIC, REFER_STAFF
from tests.stories.state import Do as Do
from tests.stories.state import State as State
from tests.stories.state import choose, press
from tests.stories.walk import come_back, decide, go_on


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


def _open_what_is_proposed(page: Page, _: Cast) -> None:
    page.get_by_text("If it is an assessment: how, and by whom").click()
    page.get_by_text("Say otherwise how urgent it is").click()


def _change_nothing(page: Page, _: Cast) -> None:
    page.get_by_text("Say otherwise how urgent it is").click()
    page.get_by_role("button", name="Change its place in the list").click()


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


def _write_a_letter(page: Page, _: Cast) -> None:
    page.get_by_label("Please ring us", exact=True).check()
    page.get_by_label("Letter", exact=True).check()
    page.get_by_label("To which number or address?").fill("Annis Bywater\n1 Made-up Row\nQQ1 5LR")
    page.get_by_role("button", name="Show what would go").click()


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
    State("check: whom to ring now", "/help/check/", "hungry"),
    State("sent", "/help/sent/", "waiting"),
    State("sent: whom to ring now", "/help/sent/", "urgent"),
    State("sent: with long words", "/help/sent/", "long"),
    State("ask for an assessment", "/assessment/"),
    State("ask for an assessment: midway", "/assessment/", "began"),
    State("just ring me", "/ring-me/"),
    State("just ring me: midway", "/ring-me/", "began"),
    State("write instead of a call", "/help/", "ringing"),
    *FIND_PUBLIC,
    *RECKONER,
    *REFER_PUBLIC,
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
    State("how long things take", "/how-long/"),
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
    State("your account", "/staff/account/", "ada"),
    State("where one is signed in", "/staff/account/sessions/", "ada"),
    State("set up a second factor", "/staff/account/second-factor/", "ada"),
    State("set up an app: empty", "/staff/account/app/", "ada"),
    State("set up an app: errors", "/staff/account/app/", "ada", press("Go on")),
    State("add a passkey", "/staff/account/passkeys/", "ada"),
    State("requests waiting: some", "/staff/requests/", "ada"),
    State("requests waiting: none", "/staff/requests/", "olu"),
    State("a request: waiting", "/staff/requests/{waiting}/", "ada"),
    State("a request: advice chosen", "/staff/requests/{waiting}/", "ada", choose("Advice and community")),
    State("a request: errors", "/staff/requests/{waiting}/", "ada", press("Decide")),
    State("a request: urgent", "/staff/requests/{urgent}/", "ada", _open_what_is_proposed),
    State("a request: how urgent, errors", "/staff/requests/{urgent}/", "ada", _change_nothing),
    State("a request: nobody known, errors", "/staff/requests/{waiting}/", "ada", _assess_nobody),
    State("a request: stale, errors", "/staff/requests/{waiting}/", "ada", _decide_something_stale),
    State("a request: with long words", "/staff/requests/{long}/", "ada"),
    *REFER_STAFF,
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
    State("promises: some", "/staff/promises/", "ada"),
    State("promises: none", "/staff/promises/", "olu"),
    State("promise something: empty", "/staff/promises/new/{case}/", "ada"),
    State("promise something: errors", "/staff/promises/new/{case}/", "ada", press("Promise it")),
    State("a promise", "/staff/promises/{promise}/", "ada"),
    State("a promise: errors", "/staff/promises/{promise}/", "ada", press("Move it")),
    *FIGURES_STAFF,
    State("messages: some", "/staff/outbox/", "ewa"),
    State("messages: to print, none", "/staff/outbox/?state=to_print", "ewa"),
    State("write to them: empty", "/staff/requests/{waiting}/message/", "ada"),
    State("write to them: errors", "/staff/requests/{waiting}/message/", "ada", press("Show what would go")),
    State("write to them: what may not go", "/staff/requests/{waiting}/message/", "ada", _write_a_letter),
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
    State("find services: found", "/staff/services/?words=lunch+club&near=Beck+End", "ada"),
    State("a service for staff", "/staff/services/{service}/", "ada"),
    State("directory: with a remark", "/staff/directory/", "edie"),
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
    State(each.name, each.path, each.who, each.do, public=False)
    for each in (*_STAFF, *HUDDLE_STAFF, _MATCH_ERRORS)
)
STATES = (*PUBLIC, *STAFF)
