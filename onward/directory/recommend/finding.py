"""Finding services without a database: the words and needs that `search.py` finds in PostgreSQL, and the meaning."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from onward.directory.hearing import Alike, heard, in_their_words
from onward.directory.listed import WORDS, Evidence, Hit, Listed
from onward.directory.terms import KIND, MOST_CHARACTERS, PAIR, terms
from onward.policy.everyday import everyday
from onward.policy.needs import Need, Needs
from onward.ranking.words import WordIndex

if TYPE_CHECKING:
    from onward.directory.meaning.likenesses import Likenesses

WEIGHTS = (1.0, 0.7, 0.4, 0.2)  # of name, kind, description and address, as in PostgreSQL's weights A to D
NAME, KINDS = 0, 1  # the fields' places
OWN_WORDS = 2.0  # of a need's own code, beside what else is looked for


class Finder:
    """The services of a folder, ready to be searched. `likenesses` and `topics` are None where words alone find."""

    def __init__(
        self,
        services: Mapping[str, Listed],
        policy: Needs,
        likenesses: "Likenesses | None" = None,
        topics: Alike | None = None,
    ) -> None:
        open_now = {key: each for key, each in services.items() if not each.closed}
        self._services, self._policy, self._likenesses, self._topics = open_now, policy, likenesses, topics
        texts = {key: (s.name, s.category, s.description, s.address) for key, s in open_now.items()}
        self._index = WordIndex(texts, WEIGHTS)
        self._by_need: dict[tuple[str, str, bool], dict[str, float]] = {}
        self._by_words: dict[tuple[str, bool], dict[str, tuple[float, tuple[str, ...]]]] = {}
        self._by_strength: dict[str, set[str]] = {}
        self._said: dict[str, set[str]] = {}

    def find(
        self, words: str, needs: Mapping[str, Need], strengths: Iterable[str] = (), *, guarded: bool
    ) -> Evidence:
        """Everything found for these words, needs (by the code they were asked with) and strengths.

        What is to be avoided is never found for a need or a strength, nor by words where `guarded`.
        """
        topics = heard(words, self._topics) if words.strip() else {}
        particular = self._particular(in_their_words(words[:MOST_CHARACTERS], topics), needs)
        hits = [
            Hit(service_id, WORDS, score, met, service_id in particular)
            for service_id, (score, met) in self._of_words(words, guarded).items()
        ]
        asked = [(code, need, True) for code, need in needs.items()]
        asked += [(code, everyday().by_code[code], guarded) for code in topics]
        for code, need, without in asked:
            found = self._of_need(code, need, guarded=without)
            hits += [
                Hit(service_id, code, score, (), service_id in particular)
                for service_id, score in found.items()
            ]
        return Evidence(hits, self._meanings(words, needs, guarded), self._of_strengths(strengths), topics)

    @property
    def may_suggest(self) -> set[str]:
        """The services that may be suggested without being asked for in words."""
        return self._services.keys() - self._guarded

    @cached_property
    def _avoided(self) -> set[str]:
        avoid, index = self._policy.avoid, self._index
        found = {key for phrase in avoid.names for key in index.saying(phrase, (NAME,))}
        found |= {key for phrase in avoid.categories for key in index.saying(phrase, (KINDS,))}
        return found | {key for phrase in avoid.anywhere for key in index.saying(phrase)}

    @cached_property
    def _guarded(self) -> set[str]:
        return self._avoided | {key for key, each in self._services.items() if each.doubled}

    def _of_words(self, words: str, guarded: bool) -> dict[str, tuple[float, tuple[str, ...]]]:
        if (words, guarded) not in self._by_words:
            searched = terms(words, self._policy.filler) if words.strip() else ()
            asked = [(word, 1.0) for word in searched]
            asked += [(f"{one} {two}", PAIR) for one, two in pairwise(searched)]
            asked += [(phrase, PAIR) for phrase in self._policy.other_words(words[:MOST_CHARACTERS].lower())]
            left_out = self._guarded if guarded else set()
            self._by_words[words, guarded] = self._sum(asked, left_out)
        return self._by_words[words, guarded]

    def _of_need(self, code: str, need: Need, *, guarded: bool) -> dict[str, float]:
        if (code, need.code, guarded) not in self._by_need:
            left_out = self._guarded if guarded else set[str]()
            asked = [(phrase, 1.0) for phrase in need.find]
            if code != need.code:
                asked.append((code.replace("-", " ").replace("_", " "), OWN_WORDS))
            found = {key: score for key, (score, _) in self._sum(asked, left_out).items()}
            kinds = {kind.lower(): weight for kind, weight in need.categories.items()}
            for key, service in self._services.items():
                if service.category.lower() in kinds and key not in self._guarded:
                    found[key] = found.get(key, 0.0) + KIND * kinds[service.category.lower()]
            self._by_need[code, need.code, guarded] = found
        return self._by_need[code, need.code, guarded]

    def _sum(
        self, asked: Iterable[tuple[str, float]], left_out: set[str]
    ) -> dict[str, tuple[float, tuple[str, ...]]]:
        found: dict[str, tuple[float, tuple[str, ...]]] = {}
        for phrase, weight in asked:
            for key, strength in self._index.strengths(phrase).items():
                if key not in left_out:
                    score, met = found.get(key, (0.0, ()))
                    found[key] = (score + weight * strength, (*met, phrase))
        return found

    def _of_strengths(self, strengths: Iterable[str]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for strength in strengths:
            if strength not in self._by_strength:
                alike = self._likenesses.liked(strength) if self._likenesses else set()
                self._by_strength[strength] = (self._index.saying(strength) | alike) - self._guarded
            for key in self._by_strength[strength]:
                found[key] = (*found.get(key, ()), strength)
        return found

    def _meanings(self, words: str, needs: Mapping[str, Need], guarded: bool) -> dict[str, float]:
        if not self._likenesses:
            return {}
        left_out = self._guarded if guarded else self._avoided
        found = self._likenesses.to(
            words[:MOST_CHARACTERS], [self._meant(code, need) for code, need in needs.items()]
        )
        return {key: like for key, like in found.items() if key not in left_out}

    @staticmethod
    def _meant(code: str, need: Need) -> str:
        said = need.phrase if code == need.code else code.replace("-", " ").replace("_", " ")
        return f"help with {said}"

    def _particular(self, words: str, needs: Mapping[str, Need]) -> set[str]:
        said = f"{words} {' '.join(needs)}".lower().replace("-", " ")
        return {key for each in self._policy.particular if each not in said for key in self._saying(each)}

    def _saying(self, phrase: str) -> set[str]:
        if phrase not in self._said:
            self._said[phrase] = self._index.saying(phrase)
        return self._said[phrase]
