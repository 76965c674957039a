"""Publishing: what would be published, every version, and the page as everyone reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.halts import halted, told_last
from regie.office.pages.halting import INTERVENTION, halt_words
from regie.office.pages.plan_parts import Part, part_of
from regie.office.pages.programme import WithdrawPage, crumbs_of, url_of
from regie.office.pages.versions import COLUMNS, version_rows
from regie.programme.actions import Draft
from regie.programme.models import Intervention, InterventionHalt, PublishedPage
from regie.programme.rules import as_text, sections_in
from regie.ui.parts import Action, Cell, Crumb, FormPage, Item
from regie.ui.words import listed, moment, written

TOO_LATE = "Een nieuwe versie publiceren kan niet meer."


@dataclass(frozen=True)
class PublishingPage(FormPage):
    """What would be published, with what changed; `stopped` says why it cannot be."""

    changed: str = ""
    stopped: str = ""
    parts: tuple[Part, ...] = ()
    versions: tuple[tuple[Cell, ...], ...] = ()
    columns: tuple[str, ...] = COLUMNS


@dataclass(frozen=True)
class VersionPage:
    """One version as the keeper of the programme sees it."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    facts: tuple[Item, ...]
    actions: tuple[Action, ...]
    text: str


@dataclass(frozen=True)
class PublicPage:
    """The page as everyone reads it."""

    title: str
    lead: str
    stopped: str  # that it stopped, or will; not why
    parts: tuple[Part, ...]
    about: tuple[Item, ...]
    pdf_url: str
    json_url: str


@dataclass(frozen=True)
class GonePage:
    """What stands at the address of a page that was taken back."""

    title: str
    lead: str
    reason: str


def publishing_page(
    intervention: Intervention,
    draft: Draft,
    versions: Sequence[PublishedPage],
    halts: Sequence[InterventionHalt],
    *,
    on: date,
) -> PublishingPage:
    """The page that publishes; no query."""
    title = f"Versie {draft.version} publiceren"
    return PublishingPage(
        title,
        "Iedereen kan dit daarna lezen, ook zonder in te loggen. Lees het nog eens: is er niemand in te herkennen?",
        crumbs_of(intervention, "Publiceren"),
        url_of(intervention),
        submit="Publiceren",
        changed=_changed(draft),
        stopped=f"{halt_words(halts, INTERVENTION, on=on)} {TOO_LATE}" if halted(halts, on=on) else "",
        parts=tuple(map(part_of, sections_in(draft.document))),
        versions=version_rows(versions),
    )


def version_page(page: PublishedPage, *, keeps: bool) -> VersionPage:
    """One version, with where it is and its text; no query."""
    state = (
        "Iedereen kan deze versie lezen, tot er een nieuwe is."
        if page.stands
        else "Deze versie is ingetrokken."
    )
    back = Action("Intrekken", reverse("office:take_back_page", args=[page.ref]), "", "secondary")
    return VersionPage(
        title=f"{page.intervention}, versie {page.version}",
        lead=state,
        crumbs=crumbs_of(page.intervention, f"Versie {page.version}"),
        facts=tuple(_facts(page)),
        actions=(back,) if keeps and page.stands else (),
        text=as_text(f"{page.intervention} ({page.intervention.municipality})", sections_in(page.document)),
    )


def taking_back_page(page: PublishedPage) -> WithdrawPage:
    """A version that is taken back."""
    return WithdrawPage(
        f"Versie {page.version} intrekken",
        "Niemand kan de bladzijde dan nog lezen, tot u een nieuwe versie publiceert. Hier blijft deze versie bewaard.",
        crumbs_of(page.intervention, "Intrekken"),
        reverse("office:published_page", args=[page.ref]),
        submit="Intrekken",
        told=(Item("Gepubliceerd", written(page.published_on)), Item("Wat er nieuw was", page.changes)),
    )


def public_page(page: PublishedPage, halts: Sequence[InterventionHalt], *, on: date) -> PublicPage:
    """The page as everyone reads it that day; no query."""
    where = [page.intervention.municipality.cbs_code, page.intervention.code]
    told = page.document
    return PublicPage(
        title=told["intervention"]["name"],
        lead=f"Gemeente {told['municipality']['name']}, programma Preventie met Gezag",
        stopped=_stopped(stops_on(halts, on=on), on),
        parts=tuple(map(part_of, sections_in(told))),
        about=(
            Item("Versie", f"{page.version}, {written(page.published_on)}"),
            Item("Gepubliceerd door", f"De programmamanager van {told['municipality']['name']}"),
            Item("Wat er nieuw is", page.changes),
            Item("Kenmerk", page.fingerprint[:16]),
        ),
        pdf_url=reverse("office:public_pdf", args=where),
        json_url=reverse("office:public_json", args=where),
    )


def gone_page(page: PublishedPage) -> GonePage:
    """What stands there when the last version was taken back."""
    return GonePage(
        title=page.intervention.name,
        lead=f"Deze bladzijde is ingetrokken op {moment(page.taken_back.recorded_at)}.",
        reason=page.taken_back.reason,
    )


def stops_on(halts: Sequence[InterventionHalt], *, on: date) -> date | None:
    """The day on which it stopped, or will stop; None while it goes on."""
    now, last = halted(halts, on=on), told_last(halts)
    later = last if last is not None and last.stops else None
    by = now or later
    return by.since if by else None


def as_data(page: PublishedPage, halts: Sequence[InterventionHalt], *, on: date) -> dict[str, object]:
    """The same for a program, by docs/plan-page.schema.json."""
    stops = stops_on(halts, on=on)
    told: dict[str, object] = {
        **page.document,
        "version": page.version,
        "publishedOn": page.published_on.isoformat(),
        "changes": page.changes,
        "fingerprint": page.fingerprint,
        "stopsOn": stops.isoformat() if stops else None,
    }
    return told


def _stopped(day: date | None, on: date) -> str:
    if day is None:
        return ""
    return f"Deze aanpak {'is gestopt' if day <= on else 'stopt'} op {written(day)}."


def _changed(draft: Draft) -> str:
    if draft.last is None:
        return "Dit wordt de eerste versie."
    if not draft.changed:
        return f"Er is niets gewijzigd sinds versie {draft.last.version}."
    return f"Gewijzigd sinds versie {draft.last.version}: {listed(draft.changed)}."


def _facts(page: PublishedPage) -> Iterable[Item]:
    where = [page.intervention.municipality.cbs_code, page.intervention.code]
    yield Item("Gepubliceerd", f"{moment(page.recorded_at)}, door {page.recorded_by_label}")
    yield Item("Wat er nieuw was", page.changes)
    yield Item("Kenmerk", page.fingerprint)
    if page.stands:
        yield Item("Op het web", "Openbare bladzijde", url=reverse("office:public_plan", args=where))
    else:
        gone = page.taken_back
        yield Item("Ingetrokken", f"{moment(gone.recorded_at)}, door {gone.recorded_by_label}", gone.reason)
