"""The page of one young person."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.clocks.queries import standing_of
from regie.clocks.rules import DayOneFacts
from regie.contacts.models import ContactMoment
from regie.contacts.queries import ContactSpan, contact_spans
from regie.desk.pages.conditions import ConditionsCard, conditions_card
from regie.desk.pages.contact_log import LatestContact, latest_contact
from regie.desk.pages.course import Course
from regie.desk.pages.day_one import DayOneLine, day_one_line
from regie.desk.pages.detention import DetentionCard, detention_card
from regie.desk.pages.timeline import Timeline, timeline
from regie.detention.queries import History, Whereabouts, hearings_of, history
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import turning_points_of
from regie.ui.parts import Action, Badge, Crumb, HeaderFact, Item
from regie.ui.words import lived, written


@dataclass(frozen=True)
class PersonPage:
    """Who he is, how the day-one clock stands, the agreement in time, and the contact there was."""

    name: str
    crumbs: tuple[Crumb, ...]
    facts: tuple[HeaderFact, ...]
    badges: tuple[Badge, ...]
    actions: tuple[Action, ...]
    timeline: Timeline
    turning_url: str
    day_one: DayOneLine
    guidance: tuple[Item, ...]
    detention: DetentionCard
    conditions: ConditionsCard
    told: tuple[Item, ...]
    correct_url: str
    contact: LatestContact


def person_page(trajectory: Trajectory, *, viewer: Actor, on: date) -> PersonPage:
    """One young person, for a viewer who may see him; nine queries."""
    person, referral, officer = trajectory.person, trajectory.referral, trajectory.officer_on(on)
    mine = trajectory.is_guided_by(viewer)
    told = history(person)
    standing = standing_of(
        referral,
        accepted_on=trajectory.started_on,
        day_one=told.day_one(referred_on=referral.happened_on),
        contact=contact_spans([trajectory.pk]).get(trajectory.pk, ContactSpan()),
        on=on,
    )
    place = told.whereabouts(on=on)
    log_url = reverse("desk:log_contact", args=[person.ref])
    return PersonPage(
        name=str(person),
        crumbs=(Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people")), Crumb(str(person))),
        facts=(
            HeaderFact(lived(person.age(on)), "user"),
            *_place(place.facility if place else referral.facility),
        ),
        badges=(Badge(standing.phase.label),),
        actions=(Action("Contact vastleggen", log_url, "pencil"),) if mine else (),
        timeline=timeline(_course(trajectory, told, place, standing.day_one.facts, editable=mine, on=on)),
        turning_url=reverse("desk:tell_turning_point", args=[person.ref]) if mine else "",
        day_one=day_one_line(standing.day_one),
        guidance=(
            Item("Re-integratieofficier", officer.name if officer else "Nog niemand"),
            Item("Begonnen op", written(trajectory.started_on)),
            Item("Loopt minstens tot", written(trajectory.planned_end)),
            Item("Weging", "Bekijk de weging", url=reverse("desk:weighing", args=[referral.ref])),
        ),
        detention=detention_card(person, told, place, editable=mine),
        conditions=conditions_card(person, viewer=viewer, on=on, editable=mine),
        told=told_items(referral),
        correct_url=reverse("desk:correct_referral", args=[referral.ref]) if mine else "",
        contact=latest_contact(trajectory, editable=mine),
    )


def _course(
    trajectory: Trajectory,
    told: History,
    place: Whereabouts | None,
    facts: DayOneFacts,
    *,
    editable: bool,
    on: date,
) -> Course:
    """What the timeline rests on; three queries beyond what was read."""
    return Course(
        person=trajectory.person,
        on=on,
        facts=facts,
        history=told,
        hearings=hearings_of(trajectory.person),
        turning_points=turning_points_of(trajectory),
        holds=place.release if place else None,
        least=trajectory.least(day_one=facts.detained_since),
        planned_end=trajectory.planned_end,
        editable=editable,
    )


def told_items(referral: Referral) -> tuple[Item, ...]:
    """What the referral told, each with its own unknown."""
    return (
        Item("Geboren op", written(referral.person.birth_date)),
        Item("Aangemeld door", referral.referred_by),
        Item("Aangemeld op", written(referral.happened_on)),
        Item("In detentie sinds", written(referral.detained_since)),
        Item("Inrichting", referral.facility),
        Item("Wat werd verteld", referral.told),
    )


def told_of(moment: ContactMoment) -> tuple[Item, ...]:
    """A moment of contact in full."""
    return (
        Item("Wanneer", written(moment.happened_on)),
        Item("Hoe", moment.get_kind_display()),
        Item("Uitkomst", moment.get_outcome_display()),
        Item("Wat er staat", moment.words),
    )


def _place(facility: str) -> tuple[HeaderFact, ...]:
    return (HeaderFact(facility, "map-pin"),) if facility else ()
