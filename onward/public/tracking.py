"""Where a request stands, for whoever has its reference and code; and saying that a decision is wrong."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from onward.casework.followup import queries as follow_ups
from onward.casework.introducing import actions as introducing
from onward.casework.introducing.words import TOLD as INTRODUCED
from onward.journey.contact import actions, queries
from onward.journey.contact.rating import rated
from onward.journey.contact.sharing import shared
from onward.journey.contact.suiting import SUITS
from onward.journey.contact.words import TOLD
from onward.public.promised import promised
from onward.public.residents import as_resident, hold, token
from onward.public.walking import where_it_stands
from onward.public.walks import MORE, REQUEST
from onward.records.principal import current
from onward.records.refusals import Refused
from onward.vocabulary.contact import State
from onward.vocabulary.references import tidy
from onward.vocabulary.using import Rater
from onward.web.typed import field, number, uuid


def track(request: HttpRequest) -> HttpResponse:
    """Ask for the reference and the code. What is wrong is never said more closely: somebody may be guessing."""
    typed = {"reference": field(request.POST, "reference"), "code": field(request.POST, "code")}
    if request.method != "POST":
        return render(request, "public/track.html", {"typed": typed})
    case = actions.open_by_code(reference=tidy(typed["reference"]), code=tidy(typed["code"]))
    if case is None:
        context = {"typed": typed, "error": actions.nothing_opens()}
        return render(request, "public/track.html", context, status=422)
    hold(request, case)
    return redirect("public:back")


@as_resident
def back(request: HttpRequest, case: UUID) -> HttpResponse:
    """Where somebody comes back to: a request half written goes on where it stood."""
    draft, filling = queries.draft(case), REQUEST.filling(case)
    if draft is None or filling is None:
        return redirect("public:track")
    if draft.state is not State.DRAFT:
        return redirect("public:status")
    if filling.keep_until <= timezone.localdate():
        return render(request, "public/too_old.html", {"filling": filling})
    return where_it_stands(REQUEST, filling)


@as_resident
def status(request: HttpRequest, case: UUID) -> HttpResponse:
    """Where it stands and what was decided."""
    tracked = queries.tracked(case)
    if tracked is None:
        return redirect("public:track")
    actions.note_own_look(case=case)
    told = TOLD.get(tracked.outcome) if tracked.outcome else None
    services = queries.services_sent(tracked)
    context = {
        "tracked": tracked,
        "told": told,
        "services": services,
        "more": MORE.filling(case),
        "shared": shared(case),
        "introduced_words": INTRODUCED,
        "draft": token(case),
        "how_did_it_go": follow_ups.may_answer(case),
        **promised(case, tracked),
        "suits": SUITS,
        "suited": rated(case, Rater.PERSON),
    }
    return render(request, "public/status.html", context)


@as_resident
def take_back(request: HttpRequest, case: UUID) -> HttpResponse:
    """The person does not agree any more that a service is told of them."""
    introduction = uuid(request.POST, "introduction")
    if (
        request.method == "POST"
        and introduction
        and introduction in {each.id for each in shared(case).introductions}
    ):
        introducing.take_back(
            introduction=introduction,
            version=number(request.POST, "version"),
            by=current(),
            on=timezone.localdate(),
        )
        hold(request, case)
    return redirect("public:status")


@as_resident
def wrong(request: HttpRequest, case: UUID) -> HttpResponse:
    """The person says that what was decided is wrong."""
    tracked = queries.tracked(case)
    if tracked is None:
        return redirect("public:track")
    if request.method != "POST":
        return _wrong_form(request, case, words="", error="")
    words, key = field(request.POST, "objection"), uuid(request.POST, "key") or uuid4()
    try:
        actions.question(case=case, words=words, key=key, by=current(), on=timezone.localdate())
    except Refused as problem:
        return _wrong_form(request, case, words=words, error=problem.sentence)
    hold(request, case)
    return redirect("public:status")


def _wrong_form(request: HttpRequest, case: UUID, *, words: str, error: str) -> HttpResponse:
    context = {"words": words, "error": error, "key": uuid4(), "draft": token(case)}
    return render(request, "public/wrong.html", context, status=422 if error else 200)
