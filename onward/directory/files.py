"""A file of services in the form of the standard: a page, a list, one service, or one on each line."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from onward.directory.documents import context, read_documents, unchanged
from onward.directory.feed.client import parse
from onward.directory.feed.pages import FeedPage, is_whole, read_page
from onward.directory.feed.problems import FeedProblem
from onward.directory.feed.run import RunReport
from onward.directory.names import source_code
from onward.directory.oruk.reading import id_of
from onward.directory.taking import begin_run, end_run, take_page
from onward.records.principal import current


def read_file(path: Path) -> FeedPage:
    """The services in a file; FeedProblem where it holds none that can be read."""
    try:
        body = path.read_bytes()
    except OSError as problem:
        raise FeedProblem(f"{path} cannot be read: {problem.strerror}. Check its name.") from problem
    try:
        return read_page(parse(body), str(path))
    except ValueError as problem:
        lines = [line for line in body.splitlines() if line.strip()]
        try:
            documents: list[Any] = [parse(line) for line in lines]
        except ValueError:
            raise FeedProblem(
                f"{path} is not JSON: {problem}. Save the feed again, as it was sent."
            ) from problem
        return read_page(documents, str(path))


def take_file(path: Path, *, on: date) -> RunReport:
    """Bring in a file. What it listed before and lists no more is withdrawn, if it is all of its feed."""
    page = read_file(path)
    source = source_code(path.name)
    told = context(source, path.name, on)
    placed = _placed(page)
    same = unchanged(placed, told)
    entries, faults = read_documents([each for each in placed if id_of(each[1], source) not in same], told)
    if not entries and not same:
        raise FeedProblem(f"{path} has no service that can be read, so nothing was changed.")
    whole = all(is_whole(each) for each in page.services) and len(page.services) >= (
        page.claims_services or 0
    )
    begin_run(source=source, address=str(path), partial=not whole, by=current(), on=on)
    written = take_page(source=source, page=0, entries=entries, seen=sorted(same), by=current(), on=on)
    withdrawn = end_run(source=source, whole=whole, by=current(), on=on)
    return RunReport(
        source=source,
        pages=1,
        services=len(page.services),
        added=len(written.added),
        changed=len(written.changed),
        unchanged=len(written.unchanged),
        withdrawn=withdrawn,
        whole=whole,
        problems=faults,
    )


def _placed(page: FeedPage) -> list[tuple[str, Mapping[str, Any]]]:
    return [(f"service {number}", each) for number, each in enumerate(page.services, start=1)]
