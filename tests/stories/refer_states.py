"""The states of lists, introductions, and pages for organisations outside."""

from tests.stories.state import State, follow, follow_and_press

REFER_PUBLIC = (
    State("your list: empty", "/services/list/"),
    State("your list", "/services/?words=lunch+club", do=follow("Send this list")),
    State("keep it right: empty", "/services/{service}/", do=follow("Is this yours?")),
    State(
        "keep it right: errors",
        "/services/{service}/",
        do=follow_and_press("Send me a link", "Is this yours?"),
    ),
)
REFER_STAFF = (
    State("a link that opens nothing", "/partners/nothing/"),
    State("give services", "/staff/requests/{waiting}/", "ada", follow("Give services, or introduce")),
    State(
        "give services: errors",
        "/staff/requests/{waiting}/",
        "ada",
        follow_and_press("Give the list", "Give services, or introduce"),
    ),
    State(
        "introduce: empty",
        "/staff/requests/{waiting}/",
        "ada",
        follow("Give services, or introduce", "Introduce them"),
    ),
    State(
        "introduce: errors",
        "/staff/requests/{waiting}/",
        "ada",
        follow_and_press("They agree", "Give services, or introduce", "Introduce them"),
    ),
)
