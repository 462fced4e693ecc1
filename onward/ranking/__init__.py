"""Which community services suit this person, and why.

Pure: told the candidates and the person's wishes, it answers with an order and the reasons as codes.
Words for the reasons are made by whoever shows them, in the reader's language.
"""

from onward.ranking.choosing import rank
from onward.ranking.exploring import Exploring
from onward.ranking.learned import Learned
from onward.ranking.model import Because, Candidate, Suggestion, Wishes

VERSION = "3"

__all__ = ["VERSION", "Because", "Candidate", "Exploring", "Learned", "Suggestion", "Wishes", "rank"]
