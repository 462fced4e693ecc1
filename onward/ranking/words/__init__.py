"""Exact words and phrases: which texts say them, and how strongly."""

from onward.ranking.words.index import WordIndex
from onward.ranking.words.stems import stem, stems

__all__ = ["WordIndex", "stem", "stems"]
