"""What reading a service needs to be told."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onward.directory.rows import Places
from onward.policy.directory import Keeping


@dataclass(frozen=True)
class Context:
    """Which source, on which day, in which area, and by which rules.

    `decided` are places of which an editor decided whether they may be shown; `version` is another one whenever the
    same document may be read otherwise.
    """

    source: str
    title: str
    on: date
    places: Places
    stale_after_months: int
    keeping: Keeping
    version: str
    decided: Mapping[str, bool] = field(default_factory=dict)

    def digest(self, document: Mapping[str, Any], service_id: str) -> str:
        """The same for the same document that would be read in the same way: then it need not be read again."""
        said = json.dumps([self.version, self.decided.get(service_id), document], sort_keys=True, default=str)
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
