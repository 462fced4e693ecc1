"""The states of finding help near."""

from tests.stories.state import State, press

FIND_PUBLIC = (
    State("find help: empty", "/services/"),
    State("find help: found", "/services/?words=lunch+club&near=Beck+End"),
    State("find help: page two", "/services/?near=Beck+End&page=2"),
    State("find help: filtered", "/services/?words=lunch&near=Beck+End&km=10&free=yes&age=80&access=hearing"),
    State("find help: which place", "/services/?near=village+hall"),
    State("find help: nothing found", "/services/?words=qqqqq&near=Beck+End"),
    State("find help: nothing left", "/services/?words=lunch&near=Beck+End&access=parking&access=signing"),
    State("find help: place errors", "/services/?words=lunch&near=nowhere&age=old"),
    State("find help: to print", "/services/?words=lunch&near=Beck+End&print=yes"),
    State("a service", "/services/{service}/"),
    State("a service: thanks", "/services/{service}/?thanks"),
    State("what is wrong with it: empty", "/services/{service}/wrong/"),
    State("what is wrong with it: errors", "/services/{service}/wrong/", do=press("Send")),
)
