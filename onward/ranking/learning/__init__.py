"""Learning from ratings: what they teach, whether it is better than the plain ranking, and who is seen."""

from onward.ranking.learning.comparing import Comparison, Thresholds, compare
from onward.ranking.learning.fitting import learn
from onward.ranking.learning.measuring import coverage, cumulated, exposure, most
from onward.ranking.learning.model import Rated

__all__ = [
    "Comparison",
    "Rated",
    "Thresholds",
    "compare",
    "coverage",
    "cumulated",
    "exposure",
    "learn",
    "most",
]
