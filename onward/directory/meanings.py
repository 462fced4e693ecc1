"""What meaning finds in the database, beside what words find."""

from collections.abc import Iterable

from onward.directory.meaning import table
from onward.directory.search import may_suggest
from onward.policy.needs import needs


def meanings(words: str, help_with: Iterable[str]) -> dict[str, float]:
    """How alike services and what was said are, from 0 to 1; nothing while what they say has not been read.

    What policy avoids is not found by its meaning.
    """
    known = table.likenesses()
    if not known:
        return {}
    found = known.to(words, [f"help with {phrase}" for phrase in help_with])
    allowed = may_suggest(found, avoid=needs().avoid)
    return {service_id: likeness for service_id, likeness in found.items() if service_id in allowed}
