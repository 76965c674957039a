"""A fact of his plan: telling it, telling it better, and taking it back; the same for every noun."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.told import ToldForm
from regie.desk.pages.places import PLAN, Place
from regie.desk.pages.plan_words import page_around
from regie.desk.views.detention import guided
from regie.desk.views.meanwhile import Overtaken, is_typing, overtaken, texts_of
from regie.desk.views.standing import standing_fact
from regie.trajectories.models import Trajectory
from regie.ui.parts import Item
from regie.ui.verb_form import VerbForm

KEPT = "Wat er nu staat, blijft bewaard in de geschiedenis."
TAKEN_BACK = "U haalt het weg uit het overzicht. In de geschiedenis blijft het bewaard."
BOTH = (
    "Wat u typte, staat hieronder en is nog niet opgeslagen. "
    "Kies wat er moet staan; beide teksten blijven bewaard in de geschiedenis."
)


@dataclass(frozen=True)
class About:
    """Which other fact it is about: as its verb takes it, and in words."""

    told: dict[str, Any] = field(default_factory=dict)
    items: tuple[Item, ...] = ()


def nothing_else(_trajectory: Trajectory) -> About:
    """It is about him, and no other fact."""
    return About()


@dataclass(frozen=True)
class Noun:
    """A kind of fact of his plan: its name in addresses, what it is called on the page, its model, form and words.

    `home` is the page that shows it, under which its forms lie, unless `home_of` gives one for each. `about` finds
    which other fact it is about, by its address; `teller` tells it when its model does not do that alone. `better` is
    what telling it better is called, before and after; `taken_back` says what taking it back does.
    """

    name: str
    title: str
    model: Any
    form: type[ToldForm]
    described: Callable[[Any], Item]
    home: Place = PLAN
    about: Callable[..., About] = nothing_else
    home_of: Callable[[Any], Place] | None = None
    teller: Callable[..., Any] | None = None
    better: tuple[str, str] = ("verbeteren", "verbeterd")
    taken_back: str = TAKEN_BACK

    def place_of(self, told: Any) -> Place:
        """The page that shows this one."""
        return self.home_of(told) if self.home_of else self.home

    def home_url(self, told: Any) -> str:
        """Where that page is."""
        return self.place_of(told).url(told.trajectory.person)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID, noun: Noun, **refs: uuid.UUID) -> HttpResponse:
    """Something new."""
    trajectory = guided(request, person_ref)
    about = noun.about(trajectory, **refs)
    return telling(request, noun, trajectory, home=noun.home, about=about)


def telling(
    request: StaffRequest,
    noun: Noun,
    trajectory: Trajectory,
    *,
    home: Place,
    about: About = About(),
    filled: dict[str, Any] | None = None,
    **known: Any,
) -> HttpResponse:
    """The form of something new of who is guided by who asks: `filled` in so far, with what else it has to know."""
    initial = noun.form.first(request.today) | (filled or {})
    sent = {"files": request.FILES} if request.FILES else {}
    form = noun.form.of(request, initial=initial, trajectory=trajectory, on=request.today, **sent, **known)
    if form.attempt(
        lambda: (noun.teller or noun.model.tell)(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
            **form.about,
            **about.told,
        )
    ):
        messages.success(request, f"{noun.title} vastgelegd.")
        return redirect(home.url(trajectory.person))
    title, lead = f"{noun.title} vastleggen", "Wat u niet weet, laat u leeg."
    page = page_around(trajectory.person, title, lead, "Opslaan", under=home, told=about.items)
    template = "ui/told_form.html" if about.items else "ui/form_page.html"
    return render(request, template, {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, noun: Noun, **ref: uuid.UUID) -> HttpResponse:
    """Tells it better; who was overtaken sees both texts."""
    told = _last_told(request, noun, ref) if is_typing(request) else _told(request, noun, ref)
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
        return _told_better(request, noun, told)
    if found := overtaken(request, told):
        return _both(request, noun, found)
    person, under = told.trajectory.person, noun.place_of(told)
    withdrawal = "" if told.withdrawn else reverse(f"desk:withdraw_{noun.name}", args=[told.ref])
    page = page_around(
        person, f"{noun.title} {noun.better[0]}", KEPT, "Opslaan", under=under, withdraw_url=withdrawal
    )
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, noun: Noun, **ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first, and again when somebody told it better meanwhile."""
    told = _last_told(request, noun, ref) if request.method == "POST" else _told(request, noun, ref)
    person = told.trajectory.person
    form = VerbForm.of(request, version=told.pk)
    if told.withdrawn or form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{noun.title} ingetrokken. In de geschiedenis blijft dit te lezen.")
        return redirect(noun.home_url(told))
    lead = noun.taken_back
    if found := overtaken(request, told):
        told, form = found.now, VerbForm(version=found.now.pk)
        lead = f"{found.said_to(request)} Hieronder staat wat er nu staat. Wilt u het nog steeds intrekken?"
    under, about = noun.place_of(told), (noun.described(told),)
    page = page_around(person, f"{noun.title} intrekken", lead, "Ja, intrekken", under=under, told=about)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _both(request: StaffRequest, noun: Noun, found: Overtaken) -> HttpResponse:
    """Somebody else was first: what stands now beside what was typed, to leave it or to write over it."""
    now, texts = found.now, texts_of(found, noun.form, request=request)
    if found.sent_before:
        return _told_better(request, noun, now)
    if not (texts.mine or now.withdrawn):
        messages.info(request, f"{found.said_to(request)} Wat u typte, staat er al.")
        return redirect(noun.home_url(now))
    form = noun.form(
        initial=texts.typed, version=now.pk, trajectory=now.trajectory, on=request.today, fact=now
    )
    form.beside = texts.beside
    person = now.trajectory.person
    page = page_around(
        person,
        f"{noun.title} {noun.better[0]}",
        f"{found.said_to(request)} {BOTH}",
        "Toch opslaan wat ik typte" if now.withdrawn else "Opslaan wat ik typte",
        under=noun.place_of(now),
        cancel="Ingetrokken laten" if now.withdrawn else "Laten wat er nu staat",
    )
    return render(request, "desk/correcting.html", {"form": form, "page": page})


def _told_better(request: StaffRequest, noun: Noun, told: Any) -> HttpResponse:
    messages.success(request, f"{noun.title} {noun.better[1]}. Wat er eerst stond, blijft bewaard.")
    return redirect(noun.home_url(told))


def _told(request: StaffRequest, noun: Noun, ref: dict[str, uuid.UUID]) -> Any:
    """The one that stands, of who is guided by who asks; else there is nothing here (404)."""
    (wanted,) = ref.values()
    return standing_fact(request, noun.model.objects.current().visible_to(request.actor), wanted)


def _last_told(request: StaffRequest, noun: Noun, ref: dict[str, uuid.UUID]) -> Any:
    """The same, also when it was withdrawn meanwhile: what was typed about it is not lost."""
    (wanted,) = ref.values()
    return standing_fact(request, noun.model.objects.last_versions().visible_to(request.actor), wanted)
