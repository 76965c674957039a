"""Gevraagd: what this partner is asked, over all whom he helps, and answering it in one tap."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest
from regie.partnerdesk.forms.answer import AnswerForm
from regie.partnerdesk.pages.asked import asked_page, request_page
from regie.partnerdesk.views.door import for_partners
from regie.partnerdesk.views.reading import log_look, log_names
from regie.requests.actions import tell_answer
from regie.requests.enums import AnswerKind
from regie.requests.queries import request_of_partner, requests_of_partner

SAID = {
    AnswerKind.ACCEPTED: "Vastgelegd: u doet het.",
    AnswerKind.OTHER_DAY: "Vastgelegd: u doet het op een andere dag.",
    AnswerKind.DECLINED: "Vastgelegd: u doet het niet. De officier ziet waarom.",
    AnswerKind.DONE: "Vastgelegd: het is gedaan. Dank u.",
}


@for_partners
@require_safe
def asked(request: StaffRequest) -> HttpResponse:
    """All of it; that he read their names is written down once a day."""
    found = requests_of_partner(request.actor)
    log_names(request, (one.request.trajectory for one in found))
    page = asked_page(found, on=request.today)
    return render(request, "partnerdesk/asked.html", {"page": page})


@for_partners
@require_http_methods(["GET", "POST"])
def request(request: StaffRequest, partnerrequest_ref: uuid.UUID) -> HttpResponse:
    """One of them; each look is written down."""
    found = request_of_partner(partnerrequest_ref, viewer=request.actor)
    if found is None:
        return _gone(request)
    log_look(request, found.request.trajectory)
    form = AnswerForm.of(request, version=found.last.pk if found.last else None)
    made = form.attempt(
        lambda: tell_answer(
            request=found.request,
            account=form.account(on=request.today),
            after=form.cleaned_data["seen"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, SAID[AnswerKind(made.kind)])
        return redirect("partnerdesk:asked")
    page = request_page(found, reader=request.actor, on=request.today)
    return render(request, "partnerdesk/request.html", {"form": form, "page": page})


def _gone(request: StaffRequest) -> HttpResponse:
    """The same for what was withdrawn, is over, is of another or was guessed; what he typed just now he keeps."""
    sent = {"sent": request.method == "POST", "typed": request.POST.get("words", "").strip()}
    return render(request, "partnerdesk/request_gone.html", sent, status=404)
