"""Pictures of figures, as SVG in the page. Every picture stands beside its table; it never says more than that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair
import vl_convert
from markupsafe import Markup

INK, BAR = "#0b0c0c", "#1d4f5c"
ROW_HEIGHT = 34


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
    parts = list(colours)
    data = [
        {"label": row.label, "part": part, "number": row.parts.get(part, 0), "place": place}
        for row in rows
        for place, part in enumerate(parts)
    ]
    chart = (
        altair.Chart(altair.InlineData(data))
        .mark_bar(aria=False, stroke="#ffffff", strokeWidth=1)
        .encode(
            y=altair.Y("label:N", sort=None, title=None, axis=altair.Axis(labelFontSize=15, ticks=False)),
            x=altair.X("number:Q", title=None, axis=altair.Axis(labelFontSize=15, tickMinStep=1, grid=False)),
            order="place:O",
            color=altair.Color(
                "part:N",
                scale=altair.Scale(domain=parts, range=list(colours.values())),
                legend=altair.Legend(
                    title=None, orient="bottom", columns=2, labelFontSize=15, labelLimit=300
                ),
            ),
        )
        .properties(width=300, height=ROW_HEIGHT * len(rows))
    )
    return _figure(chart, says)


def _figure(chart: Any, says: str) -> Markup:
    styled = chart.configure_view(stroke=None).configure(font="Arial, sans-serif", aria=False)
    # Made here from numbers and our own labels, which the library escapes.
    svg = Markup(vl_convert.vegalite_to_svg(styled.to_json()))  # noqa: S704
    return Markup('<figure class="onward-chart" role="img" aria-label="{}">{}</figure>').format(says, svg)
