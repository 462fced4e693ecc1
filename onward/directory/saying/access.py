"""What makes a place easier to use: what its words say plainly. What they deny is not believed, nor what they doubt."""

import re

from onward.vocabulary.directory import Access

SAID = {
    Access.STEP_FREE: re.compile(
        r"\bwheelchairs?\b|\bstep[- ]free\b|\blevel access\b|\bramps?\b|\blifts? to\b|\bpassenger lift\b|\bno steps\b"
    ),
    Access.TOILET: re.compile(
        r"\b(?:accessible|disabled|adapted|wheelchair) (?:toilets?|wcs?|loos?)\b|\bchanging places\b"
    ),
    Access.PARKING: re.compile(
        r"\b(?:disabled|blue badge|accessible) (?:parking|bays?|spaces?)\b|\bparking (?:for|with) (?:a )?blue badges?\b"
    ),
    Access.HEARING: re.compile(r"\b(?:hearing|induction) loops?\b|\bloop system\b"),
    Access.SIGNING: re.compile(r"\bbsl\b|\bsign language\b"),
}
DENIED = re.compile(
    r"\bno\b(?! steps)|\bnot\b|\bwithout\b|\bunfortunately\b|\bcannot\b|n['’]t\b|\bunsuitable\b|\bask\b"
)
CLAUSE = re.compile(r"[.;\n]|,? but\b")


def access(*texts: str) -> frozenset[Access]:
    """What the texts say that there is, clause by clause."""
    clauses = [each for text in texts for each in CLAUSE.split(text.lower()) if not DENIED.search(each)]
    return frozenset(code for code, pattern in SAID.items() if any(pattern.search(each) for each in clauses))
