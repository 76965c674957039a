"""A published page as everyone reads it: on the web, on paper, and as data."""

import json
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from regie.accounts.access import everyone
from regie.office.pages.publishing import as_data, gone_page, public_page
from regie.programme.models import InterventionHalt, PublishedPage
from regie.programme.queries import halts_of, last_published

GONE = 410
# Who searches finds the page: that says what stopped, and is gone when it is taken back.
NOT_FOUND_BY = {"X-Robots-Tag": "noindex"}


@everyone
@require_safe
def page(request: Any, municipality_code: str, plan_code: str) -> HttpResponse:
    """The page on the web; of one that was taken back only that, and why."""
    found = _last(municipality_code, plan_code)
    if not found.stands:
        return render(request, "office/public_gone.html", {"page": gone_page(found)}, status=GONE)
    return render(
        request, "office/public_plan.html", {"page": public_page(found, _halts(found), on=request.today)}
    )


@everyone
@require_safe
def pdf(request: Any, municipality_code: str, plan_code: str) -> HttpResponse:
    """The same on paper."""
    found = _standing(municipality_code, plan_code)
    name = f"{plan_code}-versie-{found.version}.pdf"
    headers = NOT_FOUND_BY | {"Content-Disposition": content_disposition_header(True, name)}
    return HttpResponse(bytes(found.pdf), content_type="application/pdf", headers=headers)


@everyone
@require_safe
def data(request: Any, municipality_code: str, plan_code: str) -> HttpResponse:
    """The same for a program, by docs/plan-page.schema.json."""
    found = _standing(municipality_code, plan_code)
    told = as_data(found, _halts(found), on=request.today)
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return HttpResponse(text, content_type="application/json; charset=utf-8", headers=NOT_FOUND_BY)


def _last(municipality_code: str, plan_code: str) -> PublishedPage:
    found = last_published(municipality_code, plan_code)
    if found is None:
        raise Http404
    return found


def _standing(municipality_code: str, plan_code: str) -> PublishedPage:
    found = _last(municipality_code, plan_code)
    if not found.stands:
        raise Http404
    return found


def _halts(page: PublishedPage) -> Sequence[InterventionHalt]:
    return halts_of([page.intervention])[page.intervention_id]
