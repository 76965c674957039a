"""Aanmeldingen: the referrals that wait for a decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.timezone import localdate

from regie.accounts.enums import Permission
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor
from regie.desk.pages.detention import told_of_detention
from regie.desk.pages.filters import Filters
from regie.desk.pages.narrowing import narrowed_referrals, referral_filters
from regie.desk.pages.person import told_items
from regie.desk.pages.weighing import Answers, answers_now
from regie.intake.queries import any_wait
from regie.trajectories.enums import Knew
from regie.trajectories.models import Redirection, Referral, Waiver
from regie.trajectories.queries import (
    Considered,
    Decision,
    Progress,
    latest_deferral,
    progress_of,
    waiting_closures,
    waiting_exceptions,
)
from regie.ui.parts import Action, Cell, Crumb, FormPage, Item
from regie.ui.words import lived, moment, written

PER_PAGE = 50
# What may be decided here, by the name that the page uses.
ADDRESSES = {
    "accept": "accept_referral",
    "correct": "correct_referral",
    "weigh": "weigh",
    "redirect": "redirect",
    "defer": "defer",
    "reopen": "reopen_referred",
}


@dataclass(frozen=True)
class ReferralsPage:
    """The open referrals, the oldest first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: Page
    filters: Filters
    lead: str
    actions: tuple[Action, ...]
    exceptions: tuple[Action, ...]
    messages_wait: bool


@dataclass(frozen=True)
class DecidedPage:
    """A colleague was first: who and when."""

    title: str
    sentence: str
    back: str


@dataclass(frozen=True)
class ReferralPage:
    """One referral: who, what was told, how it was weighed, and what this viewer may decide."""

    name: str
    lead: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    detention: tuple[Item, ...]
    weighing: Answers | None
    weigh_label: str
    exceptions: tuple[Action, ...]
    before: bool
    waits: str
    screens: bool
    why_not: str
    urls: Mapping[str, str]


@dataclass(frozen=True)
class RedirectedListPage:
    """The referrals that went to regular aftercare."""

    crumbs: tuple[Crumb, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: Page


@dataclass(frozen=True)
class RedirectedPage:
    """A referral that went to regular aftercare, for who decided so and for the coordinator."""

    name: str
    lead: str
    crumbs: tuple[Crumb, ...]
    decision: tuple[Item, ...]
    told: tuple[Item, ...]
    letters_url: str


def referrals_page(viewer: Actor, *, on: date, address: Mapping[str, str]) -> ReferralsPage:
    """The referrals nobody decided on, within what this viewer may see; five queries at most."""
    screens = bool(where_may(viewer, Permission.SCREEN_REFERRALS))
    filters = referral_filters(address)
    waiting = Referral.objects.open().visible_to(viewer).select_related("person")
    page = Paginator(narrowed_referrals(waiting, filters), PER_PAGE).get_page(address.get("pagina"))
    progress = progress_of(list(page.object_list))
    return ReferralsPage(
        columns=("Naam", "Aangemeld", "Door", "Inrichting", "In detentie sinds", "Stand"),
        rows=tuple(_row(referral, progress[referral.ref], on) for referral in page.object_list),
        page=page,
        filters=filters,
        lead="" if filters.of("volgorde") else "De oudste staat bovenaan.",
        actions=_actions() if screens else (),
        messages_wait=screens and any_wait(viewer),
        exceptions=tuple(
            Action(f"Uitzondering voor {asked.person}", reverse("desk:answer_exception", args=[asked.ref]))
            for asked in _waiting_for(viewer)
        )
        + _closures_for(viewer),
    )


def _actions() -> tuple[Action, ...]:
    return (
        Action("Bericht invoeren", reverse("desk:receive"), "inbox"),
        Action("Aanmelding invoeren", reverse("desk:register_referral"), "plus", "secondary"),
    )


def _waiting_for(viewer: Actor) -> Iterable[Waiver]:
    """The exceptions this viewer can answer; who never can is not asked for."""
    return waiting_exceptions(viewer) if where_may(viewer, Permission.APPROVE_EXCEPTIONS) else ()


def _closures_for(viewer: Actor) -> tuple[Action, ...]:
    """The same, of guidance that somebody would end early."""
    waiting = waiting_closures(viewer) if where_may(viewer, Permission.APPROVE_EXCEPTIONS) else ()
    return tuple(
        Action(f"Eerder afronden: {one.trajectory.person}", reverse("desk:answer_closure", args=[one.ref]))
        for one in waiting
    )


def redirected_list_page(viewer: Actor, *, number: str | None) -> RedirectedListPage:
    """What went to regular aftercare, within what this viewer may see; two queries."""
    decided = Referral.objects.visible_to(viewer).redirected().select_related("person", "redirection")
    page = Paginator(decided, PER_PAGE).get_page(number)
    return RedirectedListPage(
        crumbs=(Crumb("Aanmeldingen", reverse("desk:referrals")), Crumb("Naar de reguliere nazorg")),
        columns=("Naam", "Aangemeld door", "Besloten op", "Besloten door"),
        rows=tuple(_redirected_row(referral) for referral in page.object_list),
        page=page,
    )


def _redirected_row(referral: Referral) -> tuple[Cell, ...]:
    return (
        Cell(str(referral.person), reverse("desk:referral", args=[referral.ref])),
        Cell(referral.referred_by),
        Cell(written(localdate(referral.redirection.recorded_at))),
        Cell(referral.redirection.recorded_by_label),
    )


def register_page() -> FormPage:
    """For a new referral."""
    back, title = reverse("desk:referrals"), "Aanmelding invoeren"
    lead = "Vul in wat u weet. Wat u niet weet, laat u leeg."
    return FormPage(title, lead, (Crumb("Aanmeldingen", back), Crumb(title)), back)


def correct_page(referral: Referral) -> FormPage:
    """For telling a referral better."""
    back, title = reverse("desk:referral", args=[referral.ref]), "Gegevens verbeteren"
    lead = "Wat er nu staat, blijft bewaard in de geschiedenis."
    return FormPage(
        title,
        lead,
        (Crumb("Aanmeldingen", reverse("desk:referrals")), Crumb(str(referral.person), back), Crumb(title)),
        back,
    )


def decided_page(decision: Decision) -> DecidedPage:
    """For who came second."""
    done = decision.done
    sentence = f"{decision.by} heeft deze aanmelding {done}, op {moment(decision.at)}."
    return DecidedPage(f"Al {done}", sentence, reverse("desk:referrals"))


def referral_page(
    referral: Referral, considered: Considered | None, *, viewer: Actor, on: date, why_not: str = ""
) -> ReferralPage:
    """One open referral for a viewer who may see it; without an approach only what was told. One query."""
    screens = may(viewer, Permission.SCREEN_REFERRALS, referral.municipality_id)
    waits = latest_deferral(referral)
    return ReferralPage(
        name=str(referral.person),
        lead=lived(referral.person.age(on)),
        crumbs=(Crumb("Aanmeldingen", reverse("desk:referrals")), Crumb(str(referral.person))),
        told=told_items(referral, referral.person.birth_date),
        detention=told_of_detention(referral.person),
        weighing=answers_now(considered) if considered and considered.weighing else None,
        weigh_label="Weging verbeteren" if considered and considered.weighing else "Wegen",
        exceptions=_exceptions(referral, considered, viewer) if considered else (),
        before=vars(referral).get("guided_before", False),
        waits=f"Wacht tot {written(waits.until)}: {waits.why}" if waits else "",
        screens=screens,
        why_not=why_not or _why_not(considered),
        urls={name: reverse(f"desk:{address}", args=[referral.ref]) for name, address in ADDRESSES.items()}
        if screens
        else {},
    )


def redirected_page(referral: Referral, redirection: Redirection, *, on: date) -> RedirectedPage:
    """What was decided, and the way to the letters."""
    decided = f"{written(localdate(redirection.recorded_at))} door {redirection.recorded_by_label}"
    return RedirectedPage(
        name=str(referral.person),
        lead=lived(referral.person.age(on)),
        crumbs=(Crumb("Aanmeldingen", reverse("desk:referrals")), Crumb(str(referral.person))),
        decision=(
            Item("Besluit", "Reguliere nazorg"),
            Item("Besloten op", decided),
            Item("Waarom", redirection.why),
            Item("Wist hij ervan?", Knew(redirection.knew).label),
        ),
        told=told_items(referral, referral.person.birth_date),
        letters_url=reverse("desk:letters", args=[referral.ref]),
    )


def _exceptions(referral: Referral, considered: Considered, viewer: Actor) -> tuple[Action, ...]:
    """What may be asked of a second person, and what waits for this viewer as that person."""
    if may(viewer, Permission.APPROVE_EXCEPTIONS, referral.municipality_id):
        return tuple(
            Action("Antwoord op de uitzondering", reverse("desk:answer_exception", args=[asked.ref]))
            for asked in considered.asked.values()
            if not asked.answered and asked.recorded_by_id != viewer.id
        )
    if considered.weighing is None:
        return ()
    return tuple(
        Action(
            f"Uitzondering vragen: {criterion.question}",
            reverse("desk:ask_exception", args=[referral.ref, criterion.code]),
        )
        for criterion in considered.open
        if criterion.code not in considered.asked or considered.asked[criterion.code].refused
    )


def _why_not(considered: Considered | None) -> str:
    """What stands in the way of accepting; empty when nothing does."""
    if considered is None or considered.weighing is None:
        return "Weeg deze aanmelding eerst. Daarna kunt u aannemen."
    questions = " ".join(criterion.question for criterion in considered.open)
    return f"Hieraan is nog niet voldaan: {questions}" if questions else ""


def _row(referral: Referral, progress: Progress, on: date) -> tuple[Cell, ...]:
    return (
        Cell(
            str(referral.person),
            reverse("desk:referral", args=[referral.ref]),
            lived(referral.person.age(on)),
        ),
        Cell(written(referral.happened_on)),
        Cell(referral.referred_by),
        Cell(referral.facility or "Nog niet bekend"),
        Cell(written(referral.detained_since) or "Nog niet bekend"),
        Cell(
            "Gewogen" if progress.weighed else "Nog te wegen",
            more=f"Wacht tot {written(progress.waits_until)}" if progress.waits_until else "",
        ),
    )
