"""What happens around every request: it begins and ends as nobody, is kept by no cache, and its problems are told."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward.records.principal import acting_as
from onward.records.refusals import Refused
from onward.vocabulary.principals import Principal

Handler = Callable[[HttpRequest], HttpResponse]


class PrincipalMiddleware:
    """Nobody acts until a page says for whom it acts; whatever a connection was left as is put right first."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with acting_as(Principal.nobody()):
            return self.get_response(request)


class PrivatePagesMiddleware:
    """No page is kept by a browser or a proxy: somebody else may press "back" on the same telephone."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store")
        return response


class ProblemsMiddleware:
    """A refusal that no page of its own showed is still a sentence, never a blank page."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return render(request, "problems/refused.html", {"sentence": exception.sentence}, status=409)
        return None
