"""Whether a feed or a file holds to the standard. A feed must at its first three addresses; at the others it should."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onward.directory.feed.client import Client, parse
from onward.directory.feed.pages import read_page
from onward.directory.feed.problems import FeedProblem
from onward.directory.oruk.validity import check, check_page

# What a feed should serve too: the list, and what is on it.
OTHERS = {
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "service_at_locations": "service_at_location",
}
MOST = 200  # problems: whoever has more mends these first


@dataclass
class Verdict:
    """What was found. Only problems make it invalid; warnings do not."""

    what: str
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "what": self.what,
            "valid": not self.problems,
            "problems": self.problems,
            "warnings": self.warnings,
        }


def validate_feed(address: str, client: Client) -> Verdict:
    """Ask every address of the standard once; FeedProblem where the feed does not answer at all."""
    verdict = Verdict(address)
    about = client.fetch(f"{address}/", {})
    verdict.problems += _about(about)
    listed = client.fetch(f"{address}/services", {"page": "1"})
    verdict.problems += _few(check_page("service", listed, "/services"))
    first = next((each.get("id") for each in read_page(listed, "/services").services), None)
    if first is not None:
        whole = client.fetch(f"{address}/services/{first}", {})
        verdict.problems += _few(check("service", whole, f"/services/{first}"))
    for name, kind in OTHERS.items():
        verdict.warnings += _few(_other(client, address, name, kind))
    return verdict


def validate_file(path: Path) -> Verdict:
    """A page, a list, or one service; FeedProblem where there is no file or it is not JSON."""
    verdict = Verdict(str(path))
    try:
        said = parse(path.read_bytes())
    except OSError as problem:
        raise FeedProblem(f"{path} cannot be read: {problem.strerror}. Check its name.") from problem
    except ValueError as problem:
        verdict.problems.append(f"{path} is not JSON: {problem}. Save the feed again, as it was sent.")
        return verdict
    if isinstance(said, Mapping) and "name" in said:
        verdict.problems += _few(check("service", said, "the service"))
    elif isinstance(said, list):
        wheres = ((f"service {number}", each) for number, each in enumerate(said, start=1))
        verdict.problems += _few(
            problem for where, each in wheres for problem in check("service", each, where)
        )
    else:
        verdict.problems += _few(check_page("service", said, "the page"))
    return verdict


def _about(about: Any) -> list[str]:
    if not isinstance(about, Mapping) or not isinstance(about.get("version"), str):
        return ["/ should say which version it is, such as HSDS-UK-3.0, and does not."]
    if not about["version"].startswith("HSDS-UK-3"):
        return [f"/ should say version HSDS-UK-3.0, and says {about['version'][:40]!r}."]
    return []


def _other(client: Client, address: str, name: str, kind: str) -> Iterator[str]:
    try:
        yield from check_page(kind, client.fetch(f"{address}/{name}", {"page": "1"}), f"/{name}")
    except FeedProblem as problem:
        yield str(problem)


def _few(problems: Iterator[str]) -> list[str]:
    found: list[str] = []
    for each in problems:
        if len(found) == MOST:
            return [*found, f"There are more than {MOST}. Mend these first."]
        found.append(each)
    return found
