"""One run through a feed: page by page, each kept as it comes, from where the last run stopped.

A feed is believed about its services and about nothing else. It ends where a page is empty or brings nothing new, and
only a run that saw as many services as the feed claims, and was not interrupted, may withdraw what it did not see.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from onward.directory.documents import Fault, read_documents, unchanged
from onward.directory.feed.client import Client
from onward.directory.feed.pages import FeedPage, is_whole, read_page
from onward.directory.feed.problems import NothingThere
from onward.directory.models import Service
from onward.directory.oruk.context import Context
from onward.directory.oruk.reading import id_of
from onward.directory.taking import Started, begin_run, end_run, take_page
from onward.records.principal import current

PER_PAGE, MOST_PAGES = 100, 10_000


@dataclass
class RunReport:
    """What a run came to. `whole` where everything was seen, so that what was not could be withdrawn."""

    source: str
    pages: int = 0
    services: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    whole: bool = False
    resumed_at_page: int = 0
    problems: list[Fault] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return asdict(self)

    def lines(self) -> list[str]:
        """The same for people; the problems are listed apart."""
        where = f" It went on from page {self.resumed_at_page:,}." if self.resumed_at_page else ""
        missing = "" if self.whole else " Not all was seen, so nothing was withdrawn."
        return [
            f"{self.source}: {self.services:,} services on {self.pages:,} pages.{where}",
            f"New {self.added:,}, changed {self.changed:,}, as before {self.unchanged:,}, "
            f"withdrawn {self.withdrawn:,}.{missing}",
            f"Problems: {len(self.problems):,}.",
        ]


@dataclass
class Run:
    """A run under way. `since`: only what the feed says has changed since then, and then nothing is withdrawn."""

    client: Client
    address: str
    context: Context
    on: date
    since: date | None = None

    def __post_init__(self) -> None:
        self.report = RunReport(source=self.context.source)
        self.seen: set[str] = set()
        self.claimed: int | None = None

    def go(self) -> RunReport:
        """Run to the end; FeedProblem where the feed stops, and then what was read is kept."""
        started = begin_run(
            source=self.context.source,
            address=self.address,
            partial=self.since is not None,
            by=current(),
            on=self.on,
        )
        self.report.resumed_at_page = started.page if started.page > 1 else 0
        for number, page in self._pages(started):
            self._take(number, page)
        self.report.whole = self._is_whole(started)
        self.report.withdrawn = end_run(
            source=self.context.source, whole=self.report.whole, by=current(), on=self.on
        )
        return self.report

    def _pages(self, started: Started) -> Iterator[tuple[int, FeedPage]]:
        for number in range(started.page, started.page + MOST_PAGES):
            where = f"{self.address}, page {number}"
            page = read_page(self.client.fetch(f"{self.address}/services", self._asking(number)), where)
            self.claimed = page.claims_services if self.claimed is None else self.claimed
            if not page.services:
                return
            news = {id_of(each, self.context.source) for each in page.services} - self.seen
            if not news:
                self._doubt(where, "it repeats the page before, so reading ended there")
                self.claimed = None
                return
            self.seen |= news
            yield number, page
            if self._ends(number, page):
                return
        self._doubt(self.address, f"it has more than {MOST_PAGES:,} pages, so reading ended there")
        self.claimed = None

    def _asking(self, number: int) -> dict[str, str]:
        asked = {"page": str(number), "per_page": str(PER_PAGE)}
        return asked | ({"modified_after": f"{self.since.isoformat()}T00:00:00Z"} if self.since else {})

    def _ends(self, number: int, page: FeedPage) -> bool:
        """Whether this is the last page: so it claims, and no more services are claimed than were seen."""
        claims_end = page.claims_last or (page.claims_pages is not None and number >= page.claims_pages)
        return claims_end and (self.claimed is None or len(self.seen) >= self.claimed)

    def _take(self, number: int, page: FeedPage) -> None:
        known = self._known(page)
        wanted, listed_only = [], []
        for place, each in enumerate(page.services, start=1):
            service_id = id_of(each, self.context.source)
            modified = str(each.get("last_modified") or "")
            if not is_whole(each) and modified and known.get(service_id) == modified:
                listed_only.append(service_id)
            elif (document := self._whole(each, f"page {number}, service {place}")) is not None:
                wanted.append((f"page {number}, service {place}", document))
            else:
                listed_only.append(service_id)
        same = unchanged(wanted, self.context)
        entries, faults = read_documents(
            [each for each in wanted if id_of(each[1], self.context.source) not in same], self.context
        )
        written = take_page(
            source=self.context.source, page=0 if self.since else number, entries=entries, seen=[*listed_only, *same],
            by=current(), on=self.on,
        )  # fmt: skip
        self.report.pages += 1
        self.report.services += len(page.services)
        self.report.added += len(written.added)
        self.report.changed += len(written.changed)
        self.report.unchanged += len(written.unchanged)
        self.report.problems += faults

    def _known(self, page: FeedPage) -> dict[str, str]:
        """When those that we have, and that are still listed, were changed, as the feed said it."""
        ids = [id_of(each, self.context.source) for each in page.services]
        rows = Service.objects.filter(pk__in=ids, withdrawn_on=None, loaded_from=self.context.source)
        return dict(rows.values_list("pk", "source_modified"))

    def _whole(self, listed: Mapping[str, Any], where: str) -> Mapping[str, Any] | None:
        """The service with what is nested in it; None, with a fault, where the feed does not have it."""
        if is_whole(listed):
            return listed
        address = f"{self.address}/services/{listed.get('id')}"
        try:
            said = self.client.fetch(address, {})
        except NothingThere:
            self._doubt(where, f"it is listed, and there is nothing at {address}, so it was left as it was")
            return None
        return said if isinstance(said, Mapping) else listed

    def _is_whole(self, started: Started) -> bool:
        if self.since or started.resumed:
            return False
        if self.claimed is not None and len(self.seen) < self.claimed:
            self._doubt(
                self.address,
                f"it claims {self.claimed:,} services and gave {len(self.seen):,}, so nothing was withdrawn",
            )
        return self.claimed is not None and len(self.seen) >= self.claimed and bool(self.seen)

    def _doubt(self, where: str, said: str) -> None:
        self.report.problems.append(Fault(where, said, loaded=True))
