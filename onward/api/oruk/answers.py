"""How an answer of this interface is sent: as JSON, readable by any page of the web, and not sent again unchanged."""

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_http_methods

from onward.api.oruk.parameters import Asked, BadParameter
from onward.directory.oruk.queries import Slice, State, state
from onward.policy.needs import needs

View = Callable[..., HttpResponseBase]
FORM = "3.0-1"  # raise it when the same directory is written differently


def oruk(view: View) -> View:
    """An operation of this interface: GET only, for any origin, with its problems as sentences."""
    kept = condition(etag_func=_tag, last_modified_func=_modified)(view)

    @csrf_exempt  # it changes nothing
    @require_http_methods(["GET", "HEAD", "OPTIONS"])
    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            answer = (
                HttpResponse(status=204) if request.method == "OPTIONS" else kept(request, *args, **kwargs)
            )
        except BadParameter as problem:
            answer = refusal(str(problem), 400)
        answer["Access-Control-Allow-Origin"] = "*"
        answer["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        answer["Access-Control-Expose-Headers"] = "ETag, Last-Modified"
        answer["Cache-Control"] = "public, no-cache"  # keep it, and ask each time whether it still holds
        return answer

    return wrapper


def page(asked: Asked, found: Slice) -> HttpResponse:
    """The standard's envelope around one page."""
    pages = -(-found.total // asked.per_page)
    return JsonResponse(
        {
            "total_items": found.total,
            "total_pages": pages,
            "page_number": asked.page,
            "size": len(found.contents),
            "first_page": asked.page == 1,
            "last_page": asked.page >= pages,
            "empty": not found.contents,
            "contents": found.contents,
        }
    )


def one(document: dict[str, Any] | None, what: str) -> HttpResponse:
    """One document, or that there is none."""
    if document is None:
        return refusal(f"There is no {what} with this id in the directory, or it is listed no more.", 404)
    return JsonResponse(document)


def lines(documents: Iterable[dict[str, Any]]) -> StreamingHttpResponse:
    """Every document on a line of its own, sent as it is read."""
    return StreamingHttpResponse(
        (json.dumps(each) + "\n" for each in documents), content_type="application/x-ndjson"
    )


def refusal(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"detail": sentence}, status=status)


def _tag(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str:
    """Another one whenever anything of the directory, of how it is ranked or of how it is written has changed."""
    now = _state(request)
    said = (FORM, now.services, now.modified, needs().version, request.get_full_path())
    return f'"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}"'


def _modified(request: HttpRequest, *_args: Any, **_kwargs: Any) -> datetime | None:
    return _state(request).modified


def _state(request: HttpRequest) -> State:
    """The directory's state, asked for once a request."""
    kept: State = request.__dict__.setdefault("oruk_state", None) or state()
    request.__dict__["oruk_state"] = kept
    return kept
