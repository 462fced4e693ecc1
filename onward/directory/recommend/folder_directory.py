"""An area folder as a directory to recommend from: no database, and vectors in the user's cache."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from onward.directory.listed import Evidence, Listed
from onward.directory.recommend.finding import Finder
from onward.directory.recommend.folder import Listing, Place, read_folder
from onward.policy.needs import Need, needs
from onward.ranking.distance import km_between
from onward.vocabulary.postcodes import tidy

MOST_NEAR = 200
LONGEST_POSTCODE = 40


class FolderDirectory:
    """A folder's services and places, as `asking.Directory` wants them."""

    def __init__(self, listing: Listing, finder: Finder) -> None:
        self._listing, self._finder = listing, finder

    @property
    def name(self) -> str:
        """What the area is called."""
        return self._listing.name

    @property
    def ids(self) -> frozenset[str]:
        """Every service that has not closed."""
        return frozenset(key for key, each in self._listing.services.items() if not each.closed)

    @property
    def small(self) -> frozenset[str]:
        """The services of organisations that run only this one: the small groups that must not be buried."""
        runs: dict[str, list[str]] = {}
        for key, each in self._listing.services.items():
            runs.setdefault(each.organisation_key, []).append(key)
        return frozenset(own[0] for own in runs.values() if len(own) == 1)

    def place_of(self, postcode: str) -> Place | None:
        """Where a postcode is, however it is typed; None where it is not one, or not one of this area."""
        tidied = tidy(postcode[:LONGEST_POSTCODE])
        return self._listing.places.get(tidied) if tidied else None

    def nearest(self, latitude: float, longitude: float) -> Place | None:
        """The place of the nearest postcode; None where none is near."""
        return self._listing.nearest(latitude, longitude)

    def listed(self, ids: set[str]) -> Mapping[str, Listed]:
        """These services; one that is not known is left out."""
        return {key: self._listing.services[key] for key in sorted(ids) if key in self._listing.services}

    def near(self, latitude: float | None, longitude: float | None) -> list[str]:
        """The ids of services near a place, the nearest first; those whose place is not known are left out."""
        apart = {
            key: km_between(latitude, longitude, each.latitude, each.longitude)
            for key, each in self._listing.services.items()
            if key in self._finder.may_suggest
        }
        known = {key: km for key, km in apart.items() if km is not None}
        return sorted(known, key=lambda key: (known[key], key))[:MOST_NEAR]

    def find(
        self, words: str, needs: Mapping[str, Need], strengths: tuple[str, ...], *, guarded: bool
    ) -> Evidence:
        """Everything found for these words, needs and strengths."""
        return self._finder.find(words, needs, strengths, guarded=guarded)


def open_folder(folder: Path, *, on: date, words_only: bool) -> FolderDirectory:
    """The directory of a folder; AreaProblem where it cannot be read."""
    listing = read_folder(folder, on=on)
    if words_only:
        return FolderDirectory(listing, Finder(listing.services, needs()))
    # NumPy and the weights: only where they are wanted
    from onward.directory.meaning.reading import likenesses, topics

    return FolderDirectory(listing, Finder(listing.services, needs(), likenesses(listing.services), topics()))
