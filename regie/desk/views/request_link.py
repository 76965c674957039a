"""A link for one request: sent, how it stands, and taken back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.request_link import RequestLinkForm
from regie.desk.pages.plan_words import page_around
from regie.desk.pages.request_link import Shown, known_address, link_place, request_link_page
from regie.desk.pages.requests import described
from regie.desk.views.standing import standing_fact
from regie.mailing.actions import SentLink, send_link
from regie.requests.models import PartnerRequest
from regie.requests.queries import links_of
from regie.ui.verb_form import VerbForm

NEW = "request_link"  # in the session, which is sealed: until the address and the code are shown, once
CODE_APART = "Regie mailt alleen een adres. De code ziet u daarna één keer: die belt u door."
NO_MORE = "De link werkt dan meteen niet meer, ook als de partner hem net open heeft."


@requires(Permission.GUIDE)
@require_safe
def request_link(request: StaffRequest, partnerrequest_ref: uuid.UUID) -> HttpResponse:
    """How the links of this request stand; the address and the code right after it was made, and never again."""
    asked = _asked(request, partnerrequest_ref)
    links = links_of(asked)
    ref, told = request.session.pop(NEW, ("", ()))
    shown = Shown(*told) if links and ref == str(links[0].link.ref) else None
    page = request_link_page(asked, links, shown=shown, at=request.at)
    return render(request, "desk/request_link.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def send(request: StaffRequest, partnerrequest_ref: uuid.UUID) -> HttpResponse:
    """Makes a link and mails it; a mail server that refuses is told, and the link stands."""
    asked = _asked(request, partnerrequest_ref)
    form = RequestLinkForm.of(request, initial={"email": known_address(asked.involvement)})
    sent: SentLink | None = form.attempt(
        lambda: send_link(
            request=asked,
            email=form.cleaned_data["email"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if sent:
        if sent.code:
            request.session[NEW] = (str(sent.link.ref), (sent.address, sent.code, sent.mailed))
        return redirect("desk:request_link", partnerrequest_ref)
    place = link_place(asked)
    around = page_around(asked.trajectory.person, "Stuur een link", CODE_APART, "Link sturen", under=place)
    return render(request, "ui/form_page.html", {"form": form, "page": around})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def revoke(request: StaffRequest, partnerrequest_ref: uuid.UUID) -> HttpResponse:
    """Makes the one that works worthless; asks first."""
    asked = _asked(request, partnerrequest_ref)
    working = next((one.link for one in links_of(asked) if one.works(request.at)), None)
    if working is None:
        return redirect("desk:request_link", partnerrequest_ref)
    form = VerbForm.of(request, version=working.pk)
    if form.attempt(lambda: working.revoke(by=request.actor, at=request.at)):
        messages.success(request, "Link ingetrokken. Hij werkt niet meer.")
        return redirect("desk:request_link", partnerrequest_ref)
    person, place, told = asked.trajectory.person, link_place(asked), (described(asked),)
    around = page_around(person, "Link intrekken", NO_MORE, "Ja, intrekken", under=place, told=told)
    return render(request, "ui/withdrawing.html", {"form": form, "page": around})


def _asked(request: StaffRequest, ref: uuid.UUID) -> PartnerRequest:
    """The one that stands, of who is guided by who asks."""
    seen = PartnerRequest.objects.current().visible_to(request.actor)
    along = seen.select_related("involvement__organisation", "involvement__professional")
    found: PartnerRequest = standing_fact(request, along, ref)
    return found
