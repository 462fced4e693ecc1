"""The council's own colours, as a style sheet: a page's security policy allows no styles within it."""

from django.http import HttpRequest, HttpResponse

from onward.web.here import here


def brand(request: HttpRequest) -> HttpResponse:
    council = here()
    text = f":root {{ --onward-brand: {council.colour}; --onward-brand-text: {council.text}; }}\n"
    return HttpResponse(text, content_type="text/css", headers={"Cache-Control": "max-age=3600"})
