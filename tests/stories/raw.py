"""What a browser sends, without a browser: quick, and free to send what no browser would."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlencode

from playwright.sync_api import APIRequestContext, APIResponse, BrowserContext

Pairs = list[tuple[str, str]]
SUMMARY = "govuk-error-summary"  # the class of what says what is wrong


@dataclass(frozen=True)
class Form:
    """A form of a page as it would be sent if nobody touched it."""

    action: str
    pairs: Pairs

    def filled(self, *given: tuple[str, str]) -> Pairs:
        """The same with these answers in place of the form's own."""
        names = {name for name, _ in given}
        return [pair for pair in self.pairs if pair[0] not in names] + list(given)


@dataclass(frozen=True)
class Answer:
    """What the server answered in the end, after any redirect."""

    status: int
    url: str
    text: str

    @property
    def form(self) -> Form:
        """The last form of its main part: on a page of people who may be the same, the one that makes a new one."""
        forms = _forms(self.text)
        assert forms, f"{self.url} ({self.status}) has no form"
        return Form(forms[-1].action or self.url, forms[-1].pairs)


@dataclass(frozen=True)
class Sender:
    """Somebody with a cookie jar. Nothing they send may break the server."""

    request: APIRequestContext

    def lend(self, context: BrowserContext) -> None:
        """Let a browser be this sender, and nobody else."""
        context.clear_cookies()
        context.add_cookies(self.request.storage_state()["cookies"])  # type: ignore[arg-type]

    def get(self, url: str) -> Answer:
        return self._answer(self.request.fetch(url, method="GET"))

    def post(self, url: str, pairs: Sequence[tuple[str, str]]) -> Answer:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._answer(self.request.fetch(url, method="POST", data=urlencode(pairs), headers=headers))

    def fill(self, url: str, *given: tuple[str, str]) -> Answer:
        """Open a page, fill its form and send it."""
        form = self.get(url).form
        return self.post(form.action, form.filled(*given))

    def _answer(self, response: APIResponse) -> Answer:
        answer = Answer(response.status, response.url, response.text())
        response.dispose()
        assert answer.status < 500, f"{answer.status} from {answer.url}"
        return answer


NewSender = Callable[[], Sender]


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.within_main = False
        self.typing: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "main":
            self.within_main = True
        elif tag == "form" and self.within_main:
            self.found.append(Form(given.get("action") or "", []))
        elif tag == "textarea":
            self.typing = (given.get("name") or "", [])
        elif tag == "input" and self.found and self.within_main and _sent(given):
            self.found[-1].pairs.append((given.get("name") or "", given.get("value") or ""))

    def handle_data(self, data: str) -> None:
        if self.typing:
            self.typing[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.within_main = False
        elif tag == "textarea" and self.typing and self.found:
            name, parts = self.typing
            self.found[-1].pairs.append((name, "".join(parts).removeprefix("\n")))
            self.typing = None


def _sent(given: dict[str, str | None]) -> bool:
    return given.get("type") not in ("radio", "checkbox") or "checked" in given


def _forms(text: str) -> list[Form]:
    parser = _Forms()
    parser.feed(text)
    return parser.found
