"""A fact of his plan: telling it, telling it better, and taking it back; the same for every noun."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.told import ToldForm
from regie.desk.pages.plan_words import page_around
from regie.desk.views.detention import guided
from regie.desk.views.standing import standing_fact
from regie.ui.parts import Item
from regie.ui.verb_form import VerbForm

KEPT = "Wat er nu staat, blijft bewaard in de geschiedenis."
TAKEN_BACK = "U haalt het weg uit het overzicht. In de geschiedenis blijft het bewaard."


@dataclass(frozen=True)
class Noun:
    """A kind of fact of his plan: its name in addresses, what it is called on the page, its model, form and words.

    `home` is the address of the page that shows it.
    """

    name: str
    title: str
    model: Any
    form: type[ToldForm]
    described: Callable[[Any], Item]
    home: str = "desk:plan"


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID, noun: Noun) -> HttpResponse:
    """Something new."""
    trajectory = guided(request, person_ref)
    form = noun.form.of(
        request,
        initial=noun.form.first(request.today),
        trajectory=trajectory,
        on=request.today,
        files=request.FILES or None,
    )
    if form.attempt(
        lambda: noun.model.tell(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
            **form.about,
        )
    ):
        messages.success(request, f"{noun.title} vastgelegd.")
        return redirect(noun.home, person_ref)
    title, back = f"{noun.title} vastleggen", reverse(noun.home, args=[person_ref])
    page = page_around(trajectory.person, title, "Wat u niet weet, laat u leeg.", "Opslaan", back=back)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, noun: Noun, **ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, noun, ref)
    form = noun.form.of(
        request,
        initial=noun.form.again(told),
        version=told.pk,
        trajectory=told.trajectory,
        on=request.today,
        fact=told,
    )
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, f"{noun.title} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect(noun.home, told.trajectory.person.ref)
    person = told.trajectory.person
    back, withdrawal = (
        reverse(noun.home, args=[person.ref]),
        reverse(f"desk:withdraw_{noun.name}", args=[told.ref]),
    )
    page = page_around(
        person, f"{noun.title} verbeteren", KEPT, "Opslaan", back=back, withdraw_url=withdrawal
    )
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, noun: Noun, **ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, noun, ref)
    person = told.trajectory.person
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{noun.title} ingetrokken. In de geschiedenis blijft dit te lezen.")
        return redirect(noun.home, person.ref)
    back, about = reverse(noun.home, args=[person.ref]), (noun.described(told),)
    page = page_around(person, f"{noun.title} intrekken", TAKEN_BACK, "Ja, intrekken", back=back, told=about)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, noun: Noun, ref: dict[str, uuid.UUID]) -> Any:
    """The one that stands, of who is guided by who asks; else there is nothing here (404)."""
    (wanted,) = ref.values()
    return standing_fact(request, noun.model.objects.current().visible_to(request.actor), wanted)
