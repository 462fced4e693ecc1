"""Makes a tagged PDF (PDF/UA-1) of a layout and plain data. No text in it can be markup: all of it is data."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import typst

from onward.web.paper.glyphs import fonts


def compiled(layout: Path, data: Mapping[str, Any], *, on: date) -> bytes:
    """The PDF. `layout` is a file of typst that reads `data` from `sys.inputs.data`, and names title and language.

    Every letter in `data` must be one that the fonts have: `glyphs.printable` sees to it.
    """
    made = typst.compile(
        str(layout),
        format="pdf",
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(on, time(), UTC),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single file")
    return made
