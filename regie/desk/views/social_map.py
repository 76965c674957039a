"""The social map: finding whom to call, keeping it, and saying that it still holds."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.desk.forms.social_map import (
    DoubtForm,
    FilterForm,
    ListingForm,
    OrganisationForm,
    ProfessionalForm,
)
from regie.desk.pages.social_map import (
    adding_page,
    changing_page,
    ending_page,
    listing_page,
    listing_url,
    organisations_page,
    professionals_page,
)
from regie.desk.pages.to_check import to_check_page
from regie.partners.models import Organisation, Professional
from regie.partners.queries import districts_on_map, organisations_on_map, professionals_on_map
from regie.ui.verb_form import VerbForm


@dataclass(frozen=True)
class MapKind:
    """A kind of entry: its name in addresses, what it is called on the page, its model and its form."""

    name: str
    title: str
    model: type[Any]
    form: type[ListingForm]


ORGANISATION = MapKind("organisation", "Organisatie", Organisation, OrganisationForm)
PROFESSIONAL = MapKind("professional", "Professional", Professional, ProfessionalForm)


@requires(Permission.READ_SOCIAL_MAP)
@require_safe
def social_map(request: StaffRequest) -> HttpResponse:
    """The organisations, of a kind or in a district."""
    form = FilterForm(request.GET, districts=districts_on_map(request.actor, on=request.today))
    asked = form.asked
    chosen = organisations_on_map(
        request.actor, on=request.today, kind=asked.get("soort", ""), district=asked.get("wijk", "")
    )
    page = organisations_page(chosen, request.actor, number=request.GET.get("pagina"))
    return render(request, "desk/social_map.html", {"page": page, "form": form})


@requires(Permission.READ_SOCIAL_MAP)
@require_safe
def professionals(request: StaffRequest) -> HttpResponse:
    """The people, with a role, for a facility or a district."""
    places = Organisation.objects.facilities().order_by("name").values_list("ref", "name")
    form = FilterForm(
        request.GET,
        districts=districts_on_map(request.actor, on=request.today),
        facilities=[(str(ref), name) for ref, name in places],
    )
    asked = form.asked
    chosen = professionals_on_map(
        request.actor,
        on=request.today,
        role=asked.get("rol", ""),
        facility=asked.get("inrichting", ""),
        kind=asked.get("soort", ""),
        district=asked.get("wijk", ""),
    )
    page = professionals_page(chosen, request.actor, number=request.GET.get("pagina"))
    return render(request, "desk/social_map.html", {"page": page, "form": form})


@requires(Permission.READ_SOCIAL_MAP)
@require_safe
def listing(request: StaffRequest, kind: MapKind, **ref: uuid.UUID) -> HttpResponse:
    """One organisation with who works there, or one professional."""
    found = _visible(request, kind, ref)
    page = listing_page(found, request.actor, on=request.today)
    return render(request, "desk/listing.html", {"page": page, "form": DoubtForm()})


@requires(Permission.KEEP_SOCIAL_MAP)
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest, kind: MapKind) -> HttpResponse:
    """Puts an organisation or a professional on the map."""
    form = _form(request, kind, initial=_works_at(request))
    made = form.attempt(
        lambda: kind.model.add(
            account=form.account,
            municipality=form.cleaned_data["municipality"],
            checked_on=request.today,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, f"{kind.title} toegevoegd.")
        return redirect(listing_url(made))
    page = adding_page(f"{kind.title} toevoegen")
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.KEEP_SOCIAL_MAP)
@require_http_methods(["GET", "POST"])
def change(request: StaffRequest, kind: MapKind, **ref: uuid.UUID) -> HttpResponse:
    """Changes an entry; who does so says that it holds now."""
    found = kept_entry(request, kind, ref)
    initial = {name: getattr(value, "pk", value) for name, value in vars(found.account).items()}
    form = _form(request, kind, initial=initial, version=found.version, where=[found.municipality_id])
    done = form.attempt(
        lambda: found.change(
            account=form.account,
            seen=form.cleaned_data["seen"],
            checked_on=request.today,
            by=request.actor,
            at=request.at,
        )
    )
    if done is not None:
        messages.success(request, f"{kind.title} bijgewerkt.")
        return redirect(listing_url(found))
    return render(request, "ui/form_page.html", {"form": form, "page": changing_page(found)})


@requires(Permission.KEEP_SOCIAL_MAP)
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, kind: MapKind, **ref: uuid.UUID) -> HttpResponse:
    """Takes an entry off the map; asks first."""
    found = kept_entry(request, kind, ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: found.end(by=request.actor, at=request.at) or True):
        messages.success(request, f"{kind.title} van de kaart gehaald.")
        return redirect("desk:social_map")
    return render(request, "ui/form_page.html", {"form": form, "page": ending_page(found)})


@requires(Permission.KEEP_SOCIAL_MAP)
@require_POST
def confirm(request: StaffRequest, kind: MapKind, **ref: uuid.UUID) -> HttpResponse:
    """Klopt nog: one click."""
    found = kept_entry(request, kind, ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: found.confirm(by=request.actor, at=request.at) or True):
        messages.success(request, "Nagekeken: dit klopt nog.")
    else:
        messages.error(request, " ".join(form.non_field_errors()))
    return redirect("desk:to_check" if "from_list" in request.POST else listing_url(found))


@requires(Permission.READ_SOCIAL_MAP)
@require_POST
def doubt(request: StaffRequest, kind: MapKind, **ref: uuid.UUID) -> HttpResponse:
    """Klopt niet: one click, and perhaps a sentence afterwards."""
    found = kept_entry(request, kind, ref)
    form = DoubtForm.of(request)
    words = form["words"].value() or ""
    if form.attempt(lambda: found.doubt(words=words, by=request.actor, at=request.at) or True):
        messages.success(request, "Opgeschreven." if words else "Gemeld. Het staat nu bij Nakijken.")
        return redirect(listing_url(found))
    if form.non_field_errors():
        messages.error(request, " ".join(form.non_field_errors()))
        return redirect(listing_url(found))
    page = listing_page(found, request.actor, on=request.today)
    return render(request, "desk/listing.html", {"page": page, "form": form})


@requires(Permission.READ_SOCIAL_MAP)
@require_safe
def to_check(request: StaffRequest) -> HttpResponse:
    """Nakijken: what is said to be wrong, and what nobody looked at for too long."""
    page = to_check_page(request.actor, on=request.today, number=request.GET.get("pagina"))
    return render(request, "desk/to_check.html", {"page": page})


def _visible(request: StaffRequest, kind: MapKind, ref: dict[str, uuid.UUID]) -> Any:
    (wanted,) = ref.values()
    visible = kind.model.objects.visible_to(request.actor).select_related("municipality")
    if kind is PROFESSIONAL:
        visible = visible.select_related("organisation", "facility")
    return get_object_or_404(visible, ref=wanted)


def kept_entry(request: StaffRequest, kind: MapKind, ref: dict[str, uuid.UUID]) -> Any:
    """An entry that a municipality keeps; a facility of the whole country is not changed here (404)."""
    (wanted,) = ref.values()
    kept = kind.model.objects.visible_to(request.actor).filter(municipality__isnull=False)
    return get_object_or_404(kept.select_related("municipality"), ref=wanted)


def _form(request: StaffRequest, kind: MapKind, *, where: Any = None, **values: Any) -> Any:
    mine = where or where_may(request.actor, Permission.KEEP_SOCIAL_MAP)
    organisations = Organisation.objects.visible_to(request.actor).standing(request.today).order_by("name")
    places = Municipality.objects.filter(pk__in=mine).order_by("name")
    return kind.form.of(request, municipalities=places, organisations=organisations, **values)


def _works_at(request: StaffRequest) -> dict[str, Any]:
    """The organisation or facility from whose page somebody is added."""
    try:
        ref = uuid.UUID(request.GET.get("bij", ""))
    except ValueError:
        return {}
    at = Organisation.objects.visible_to(request.actor).filter(ref=ref).first()
    return {"facility" if at.is_facility else "organisation": at.pk} if at else {}
