"""What a text means, as a vector: all-MiniLM-L6-v2, run in NumPy with weights that the caller hands over.

Texts that mean the same lie close to each other though they share no word: “I see nobody all week” and “befriending”.
"""

from onward.ranking.meaning.encoder import DIMENSIONS, Encoder
from onward.ranking.meaning.likeness import likeness, sentences
from onward.ranking.meaning.wordpiece import Vocabulary

__all__ = ["DIMENSIONS", "Encoder", "Vocabulary", "likeness", "sentences"]
