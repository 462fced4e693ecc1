"""Finding help near: for anybody, without giving a name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.directory import queries as directory
from onward.web.typed import field

MOST_LETTERS = 500


def services(request: HttpRequest) -> HttpResponse:
    """Search by words and postcode. Nothing typed here is kept."""
    words, postcode = field(request.GET, "words"), field(request.GET, "postcode")
    searched = "words" in request.GET or "postcode" in request.GET
    found = directory.find(words=words[:MOST_LETTERS], postcode=postcode, limit=20) if searched else None
    area = directory.area()
    return render(
        request,
        "public/services.html",
        {
            "words": words[:MOST_LETTERS],
            "postcode": postcode[:20],
            "found": found,
            "attribution": area.attribution if area else (),
        },
    )
