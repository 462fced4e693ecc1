"""The pages for an address that is not there and for our own mistakes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "problems/no_page.html", status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Something that no page of ours sends."""
    return render(request, "problems/no_page.html", status=400)


def too_often(request: HttpRequest) -> HttpResponse:
    """More tries in a short time than a person makes."""
    return render(request, "problems/too_often.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:
    """Needs neither the database nor the session: either may be what is broken."""
    return HttpResponse(_BROKEN, status=500)


_BROKEN = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Something went wrong</title></head>
<body><main><h1>Something went wrong on our side</h1>
<p>It is not your fault. Go back, and try again in a few minutes: what you sent before is kept.</p>
<p>If someone is in danger, ring 999.</p></main></body></html>"""
