"""What a browser would do with a page: show its texts, and send its form as it stands."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.http import QueryDict
from django.template import engines

Pairs = list[tuple[str, str]]
_ENDLESS = frozenset({"script", "style", "svg"})


@dataclass
class Seen(HTMLParser):
    """A page as it was parsed: its fields in order with what they hold, and its texts."""

    pairs: Pairs = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._typing: tuple[str, list[str]] | None = None
        self._select = ""
        self._first: str | None = None
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self._quiet += tag in _ENDLESS
        if tag == "textarea":
            self._typing = (given.get("name", ""), [])
        elif tag == "select":
            self._select, self._first = given["name"], None
        elif tag == "option":
            self._option(given)
        elif tag == "input" and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.pairs.append((given.get("name", ""), given.get("value", "")))

    def _option(self, given: dict[str, str]) -> None:
        if "selected" in given or self._first is None:
            self._first = given["value"]

    def handle_data(self, data: str) -> None:
        if self._typing:
            self._typing[1].append(data)
        elif not self._quiet:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in _ENDLESS
        if tag == "textarea" and self._typing:
            name, parts = self._typing
            self.pairs.append((name, "".join(parts).removeprefix("\n").replace("\n", "\r\n")))
            self._typing = None
        elif tag == "select":
            self.pairs.append((self._select, self._first or ""))

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def sends(self, *pressed: tuple[str, str]) -> QueryDict:
        """What is sent, with the button that was pressed."""
        data = QueryDict(mutable=True)
        for name, value in (*self.pairs, *pressed):
            data.appendlist(name, value)
        return data


def look(html: str) -> Seen:
    seen = Seen()
    seen.feed(html)
    return seen


def drawn(template: str, **context: object) -> Seen:
    """A piece of a template, drawn and looked at."""
    return look(engines["jinja2"].from_string(template).render(context))
