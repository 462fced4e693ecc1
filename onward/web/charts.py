"""Pictures of figures, as SVG in the page. Every picture stands beside its table; it never says more than that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair
import vl_convert
from markupsafe import Markup

INK, BAR = "#0b0c0c", "#1d4f5c"
ROW_HEIGHT = 34
COLUMNS_WIDTH, COLUMNS_HEIGHT = 860, 260


@dataclass(frozen=True)
class Bar:
    """One bar: what it is, and how many."""

    label: str
    number: int


@dataclass(frozen=True)
class Stack:
    """One bar of several parts: how many of each."""

    label: str
    parts: Mapping[str, int]


def bars(rows: Sequence[Bar], *, says: str) -> Markup:
    """A horizontal bar chart. `says` is what the picture shows, for those who do not see it."""
    data = altair.InlineData([{"label": row.label, "number": row.number} for row in rows])
    base = altair.Chart(data).encode(
        y=altair.Y(
            "label:N", sort=None, title=None, axis=altair.Axis(labelFontSize=15, labelLimit=260, ticks=False)
        ),
        x=altair.X("number:Q", axis=None),
        text="number:Q",
    )
    chart = (
        base.mark_bar(color=BAR, aria=False) + base.mark_text(align="left", dx=5, fontSize=15, color=INK)
    ).properties(width=300, height=ROW_HEIGHT * len(rows))
    return _figure(chart, says)


def stacks(rows: Sequence[Stack], colours: Mapping[str, str], *, says: str) -> Markup:
    """Horizontal bars, each of several parts, with a legend in the order of `colours`: a colour by part."""
    chart = (
        altair.Chart(altair.InlineData(_parts(rows, colours)))
        .mark_bar(aria=False, stroke="#ffffff", strokeWidth=1)
        .encode(
            y=altair.Y("label:N", sort=None, title=None, axis=altair.Axis(labelFontSize=15, ticks=False)),
            x=altair.X("number:Q", title=None, axis=altair.Axis(labelFontSize=15, tickMinStep=1, grid=False)),
            order="place:O",
            color=_colour(colours, across=2),
        )
        .properties(width=300, height=ROW_HEIGHT * len(rows))
    )
    return _figure(chart, says)


def columns(rows: Sequence[Stack], colours: Mapping[str, str], *, says: str) -> Markup:
    """Upright bars side by side, each of several parts: for days or weeks, in their order. Else as `stacks`."""
    chart = (
        altair.Chart(altair.InlineData(_parts(rows, colours)))
        .mark_bar(aria=False)
        .encode(
            x=altair.X(
                "label:N", sort=None, title=None, axis=altair.Axis(labelFontSize=13, labelOverlap=True)
            ),
            y=altair.Y("number:Q", title=None, axis=altair.Axis(labelFontSize=15, tickMinStep=1)),
            order="place:O",
            color=_colour(colours, across=5),
        )
        .properties(width=COLUMNS_WIDTH, height=COLUMNS_HEIGHT)
    )
    return _figure(chart, says)


def _parts(rows: Sequence[Stack], colours: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"label": row.label, "part": part, "number": row.parts.get(part, 0), "place": place}
        for row in rows
        for place, part in enumerate(colours)
    ]


def _colour(colours: Mapping[str, str], *, across: int) -> Any:
    return altair.Color(
        "part:N",
        scale=altair.Scale(domain=list(colours), range=list(colours.values())),
        legend=altair.Legend(title=None, orient="bottom", columns=across, labelFontSize=15, labelLimit=300),
    )


def _figure(chart: Any, says: str) -> Markup:
    styled = chart.configure_view(stroke=None).configure(font="Arial, sans-serif", aria=False)
    # Made here from numbers and our own labels, which the library escapes.
    svg = Markup(vl_convert.vegalite_to_svg(styled.to_json()))  # noqa: S704
    return Markup('<figure class="onward-chart" role="img" aria-label="{}">{}</figure>').format(says, svg)
