"""Finding help near: for anybody, without giving a name. What is searched for is not kept."""

from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from onward.directory import remarks
from onward.directory.narrowing import one, page
from onward.directory.whole import shown_instead, whole
from onward.directory.words import WRONG
from onward.records.refusals import Refused
from onward.vocabulary.directory import Wrong
from onward.web.typed import field, uuid

GONE = 410
THANKS = "thanks"
AT_FAULT = {"no_wrong": "wrong", "no_words": "words", "too_long": "words", "reach_too_long": "reach"}


def services(request: HttpRequest) -> HttpResponse:
    """The list that is asked for by the address, on the page or to be printed."""
    context = {**page.context(request), "service_url": "public:service", "list_url": "public:services"}
    return render(request, page.template(request), context)


def service(request: HttpRequest, service: UUID) -> HttpResponse:
    """Everything about one service that may be shown."""
    if instead := shown_instead(service):
        return redirect("public:service", service=instead)
    context = one.context(service)
    if context is None:
        raise Http404
    told = {**context, "list_url": "public:services", "thanks": THANKS in request.GET}
    return render(
        request, "directory/whole.html", told, status=GONE if context["seen"].service.closed else 200
    )


def wrong(request: HttpRequest, service: UUID) -> HttpResponse:
    """Somebody tells us that something is wrong with it, or that it has closed."""
    seen = whole(service)
    if seen is None:
        raise Http404
    typed = {name: field(request.POST, name) for name in ("wrong", "words", "reach")}
    problem: dict[str, str] = {}
    if request.method == "POST":
        try:
            remarks.take(
                service=service,
                wrong=Wrong(typed["wrong"]) if typed["wrong"] in set(Wrong) else None,
                words=typed["words"],
                reach=typed["reach"],
                key=uuid(request.POST, "key") or uuid4(),
                on=timezone.localdate(),
            )
            return redirect(f"{reverse('public:service', kwargs={'service': service})}?{THANKS}")
        except Refused as refused:
            problem = {AT_FAULT.get(refused.code, "words"): refused.sentence}
    context = {
        "service": seen.service,
        "typed": typed,
        "problem": problem,
        "errors": [{"text": text, "href": f"#{name}"} for name, text in problem.items()],
        "key": uuid(request.POST, "key") or uuid4(),
        "most": remarks.MOST_WORDS,
        "WRONG": WRONG,
    }
    return render(request, "public/service_wrong.html", context, status=422 if problem else 200)
