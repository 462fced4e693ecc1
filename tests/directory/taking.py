"""Short ways to bring documents in, for tests."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from onward.directory.feed.run import RunReport
from onward.directory.files import take_file
from onward.directory.loading import JOB
from onward.records.principal import acting_as

ON = date(2026, 11, 21)


def take(folder: Path, *documents: Any, on: date = ON) -> RunReport:
    """Bring in a file of these documents, always under the same name."""
    path = folder / "feed.json"
    path.write_text(json.dumps(list(documents)), encoding="utf-8")
    with acting_as(JOB):
        return take_file(path, on=on)
