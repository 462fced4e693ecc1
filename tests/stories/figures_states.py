"""The states of the manager's figures."""

from tests.stories.state import State

FIGURES_STAFF = (
    State("held at six weeks", "/staff/figures/six-weeks/", "ewa"),
    State("held at six weeks, the list", "/staff/figures/six-weeks/all/", "ewa"),
    State("promises by week", "/staff/figures/promises/", "ewa"),
    State("promises behind a figure", "/staff/figures/promises/{monday}/stands/", "ewa"),
    State("the front door", "/staff/figures/front-door/", "ewa"),
    State("the front door: errors", "/staff/figures/front-door/?from=soon&to=", "ewa"),
    State(
        "behind the front door: some", "/staff/figures/front-door/list/?figure=channel&which=online", "ewa"
    ),
    State(
        "behind the front door: none", "/staff/figures/front-door/list/?figure=channel&which=letter", "ewa"
    ),
    State("behind the front door: promises", "/staff/figures/front-door/promises/stands/", "ewa"),
    State("today", "/staff/figures/today/", "ewa"),
    State("behind a figure: some", "/staff/figures/today/came-in/", "ewa"),
    State("behind a figure: none", "/staff/figures/today/hospital/", "ewa"),
)
