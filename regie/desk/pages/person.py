"""The page of one young person."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.applications import ApplicationsCard, applications_card
from regie.desk.pages.appointments import next_item
from regie.desk.pages.as_known import OldKnowledge, old_knowledge
from regie.desk.pages.circumstances import CircumstancesCard, circumstances_card
from regie.desk.pages.closing import ClosedNote, closed_note
from regie.desk.pages.conditions import ConditionsCard, conditions_card
from regie.desk.pages.contact_log import LatestContact, latest_contact
from regie.desk.pages.course import course_of
from regie.desk.pages.day_one import DayOneLine, day_one_line
from regie.desk.pages.detention import DetentionCard, detention_card
from regie.desk.pages.lessons import lesson_lines
from regie.desk.pages.lines import Line
from regie.desk.pages.moved import casemanager_now, was_moved
from regie.desk.pages.next_terms import TermsCard, terms_card
from regie.desk.pages.out_of_sight import LostNote, lost_note
from regie.desk.pages.places import BARRIERS, INVOLVED, REQUESTS
from regie.desk.pages.record import Record
from regie.desk.pages.release_card import ReleaseCard, release_card
from regie.desk.pages.timeline import TODAY, Timeline, timeline
from regie.desk.pages.transfer import Handing, handed_on, handing_item, handing_of
from regie.desk.pages.wants import WantsBlock, wants_block
from regie.trajectories.models import MustKnow, Referral
from regie.trajectories.queries import Substitutions, must_know_now, refused_lately, substitutions_of
from regie.ui.parts import Action, Badge, Crumb, HeaderFact, Item
from regie.ui.words import lived, written

NOBODY = "Nog niemand"


@dataclass(frozen=True)
class PersonPage:
    """Who he is, how the day-one clock stands, the agreement in time, and the contact there was."""

    name: str
    crumbs: tuple[Crumb, ...]
    old: OldKnowledge | None
    facts: tuple[HeaderFact, ...]
    badges: tuple[Badge, ...]
    actions: tuple[Action, ...]
    wants: WantsBlock
    timeline: Timeline
    turning_url: str
    day_one: DayOneLine
    terms: TermsCard | None
    guidance: tuple[Item, ...]
    detention: DetentionCard
    conditions: ConditionsCard
    circumstances: CircumstancesCard
    applications: ApplicationsCard
    told: tuple[Item, ...]
    correct_url: str
    contact: LatestContact
    as_known_url: str
    must_know: tuple[Item, ...]
    release: ReleaseCard | None
    lessons: tuple[Line, ...]
    lost: LostNote | None
    closed: ClosedNote | None
    search_url: str


def person_page(record: Record, *, viewer: Actor, back: str = "") -> PersonPage:
    """One young person, for a viewer who may see him; three queries beyond the record.

    Of a day in the past it shows what was known then, and nothing leads to changing it.
    """
    trajectory, on = record.trajectory, record.on
    person, standing = trajectory.person, record.standing
    mine = record.as_known is None and record.guidance.is_open_to(viewer)
    substitutions = substitutions_of(record.guidance)
    handing = None if record.as_known else handing_of(record.guidance, trajectory, on=on)
    return PersonPage(
        name=record.name,
        crumbs=_crumbs(record, mine=mine, back=back),
        old=old_knowledge(person, on) if record.as_known else None,
        facts=(
            HeaderFact(lived(record.age), "user"),
            *_place(record),
        ),
        badges=(Badge("Afgerond", "neutral") if record.closed_on else Badge(standing.phase_title),),
        actions=tuple(_actions(record)) if mine else (),
        wants=wants_block(record, mine=mine),
        timeline=timeline(course_of(record, editable=mine), today="Die dag" if record.as_known else TODAY),
        turning_url=reverse("desk:tell_turning_point", args=[person.ref]) if mine else "",
        day_one=day_one_line(standing.day_one),
        terms=terms_card(record, mine=mine),
        guidance=_guidance(record, viewer, handing, mine=mine),
        detention=_detention(record, mine=mine),
        conditions=conditions_card(record, viewer=viewer, editable=mine),
        circumstances=circumstances_card(record, editable=mine),
        applications=applications_card(record, editable=mine),
        told=told_items(record.referral, record.identity.birth_date),
        correct_url=reverse("desk:correct_referral", args=[record.referral.ref]) if mine else "",
        contact=latest_contact(trajectory, substitutions, editable=mine, as_known=record.as_known),
        as_known_url=reverse("desk:as_known", args=[person.ref]),
        must_know=_must_know(record, substitutions, handing),
        release=release_card(record),
        lessons=lesson_lines(record.lessons, editable=mine),
        closed=closed_note(
            record.closure or refused_lately(record.closures, on=record.on),
            trajectory,
            link=record.as_known is None,
        ),
        lost=lost_note(record.lost, trajectory, link=record.as_known is None),
        search_url=reverse("desk:out_of_sight", args=[person.ref]) if mine and not record.lost else "",
    )


def _actions(record: Record) -> Iterator[Action]:
    """What to do first: that he is free, or inside again, and what that asks; and that there was contact."""
    ref = record.trajectory.person.ref
    if record.in_first_days:
        yield Action("Eerste 72 uur", reverse("desk:first_hours", args=[ref]), "door-exit")
    yield Action(
        "Contact vastleggen",
        reverse("desk:log_contact", args=[ref]),
        "pencil",
        "secondary" if record.in_first_days else "primary",
    )
    yield Action("Afspraak maken", reverse("desk:tell_appointment", args=[ref]), "calendar", "secondary")
    if record.free_since is None:
        yield Action("Hij is vrij", reverse("desk:tell_free", args=[ref]), "door-exit", "secondary")
        yield Action("Bezoekblad (PDF)", reverse("desk:visit_sheet", args=[ref]), "printer", "secondary")
    if record.place is None:
        yield Action("Opnieuw vast", reverse("desk:tell_detained_again", args=[ref]), variant="secondary")
    elif record.road.again_since(record.road.held(on=record.on)):
        yield Action("Opnieuw vast: wat nu", reverse("desk:detained_again", args=[ref]), variant="secondary")


def _must_know(record: Record, substitutions: Substitutions, handing: Handing | None) -> tuple[Item, ...]:
    """What a substitute, or who guides him since lately, must know of him now; of a day in the past nothing."""
    if record.as_known is not None:
        return ()
    covering = must_know_now(record.trajectory, substitutions, on=record.on)
    return (*map(_as_item, covering), *handed_on(handing, on=record.on))


def _as_item(told: MustKnow) -> Item:
    cover = told.cover
    until = written(cover.until)
    return Item(f"Dit moet u weten: {cover.substitute} vervangt {cover.officer} tot {until}.", told.words)


def _crumbs(record: Record, *, mine: bool, back: str) -> tuple[Crumb, ...]:
    above = Crumb("Mijn jongeren" if mine else "Jongeren", back or reverse("desk:people"))
    if record.as_known is None:
        return above, Crumb(record.name)
    his = Crumb(record.name, reverse("desk:person", args=[record.trajectory.person.ref]))
    return above, his, Crumb(f"Zoals bekend op {written(record.as_known)}")


def _guidance(record: Record, viewer: Actor, handing: Handing | None, *, mine: bool) -> tuple[Item, ...]:
    began = record.trajectory.started_on if record.guided else None
    closing = reverse("desk:closing", args=[record.trajectory.person.ref])
    return (
        *next_item(record),
        Item("Re-integratieofficier", _officer(record, viewer)),
        Item("Begonnen op", written(began)),
        Item("Loopt minstens tot", written(record.planned_end)),
        *handing_item(handing, record.trajectory.person, on=record.on),
        *(() if record.as_known else _further(record, mine=mine)),
        *((Item("Klaar?", "Begeleiding afronden", url=closing),) if mine and record.closure is None else ()),
    )


def _officer(record: Record, viewer: Actor) -> str:
    """Who guides him; of who looks himself it is not asked once more whether he works here."""
    if not record.guided:
        return NOBODY
    if record.as_known is None and record.guidance.is_assigned_to(viewer):
        return viewer.label
    officer = record.guidance.officer_on(record.on)
    return officer.name if officer else NOBODY


def _detention(record: Record, *, mine: bool) -> DetentionCard:
    """With who his contact there is, and after a move the way to what is told again."""
    card, contact = detention_card(record, editable=mine), casemanager_now(record)
    url = reverse("desk:moved", args=[record.trajectory.person.ref])
    again = Action("Overgeplaatst: wat nu", url)
    return replace(
        card,
        items=(*card.items[:1], *((contact,) if contact else ()), *card.items[1:]),
        actions=(again, *card.actions) if was_moved(record) and record.as_known is None else card.actions,
    )


def _further(record: Record, *, mine: bool) -> tuple[Item, ...]:
    places = (INVOLVED, REQUESTS, BARRIERS)
    involved, asked, barriers = (one.url(record.trajectory.person) for one in places)
    told = reverse("desk:disclosures", args=[record.trajectory.person.ref])
    copying = reverse("desk:copying", args=[record.trajectory.person.ref])
    archive = reverse("desk:archive", args=[record.trajectory.person.ref])
    weighing = reverse("desk:weighing", args=[record.referral.ref])
    return (
        Item("Weging", "Bekijk de weging", url=weighing),
        Item(INVOLVED.title, "Wie hem nog meer helpt", url=involved),
        Item(REQUESTS.title, "Wat anderen voor hem doen", url=asked),
        Item(BARRIERS.title, "Wat hem tegenhoudt", url=barriers),
        Item("Verstrekkingen", "Aan wie iets over hem is verteld", url=told),
        Item("Voor het zaaksysteem", "Archief maken", url=archive),
        *((Item("Nooit twee keer opschrijven", "Kopieer voor een ander", url=copying),) if mine else ()),
    )


def told_items(referral: Referral, birth_date: date | None) -> tuple[Item, ...]:
    """What the referral told, each with its own unknown."""
    return (
        Item("Geboren op", written(birth_date)),
        Item("Aangemeld door", referral.referred_by),
        Item("Aangemeld op", written(referral.happened_on)),
        Item("In detentie sinds", written(referral.detained_since)),
        Item("Inrichting", referral.facility),
        Item("Wat werd verteld", referral.told),
    )


def _place(record: Record) -> tuple[HeaderFact, ...]:
    """Where he is held; what the referral told of it only counts while nothing else was told."""
    told = "" if record.history.stays else record.referral.facility
    facility = record.place.facility if record.place else told
    return (HeaderFact(facility, "map-pin"),) if facility else ()
