"""Wie is betrokken: who of another organisation helps him, since when, as what, on which ground, and until when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from regie.approach.queries import Approaches
from regie.contacts.queries import last_contact_with
from regie.desk.pages.join_requests import answered_lines, waiting_lines
from regie.desk.pages.lines import Line
from regie.desk.pages.participation import Replies, telling
from regie.desk.pages.places import INVOLVED, crumbs_to
from regie.persons.models import Person
from regie.trajectories.enums import ProposedEnd
from regie.trajectories.models import Involvement, Trajectory
from regie.trajectories.queries import involvements_of, join_requests_of
from regie.trajectories.rules import is_pending, why_end
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import listed, written

TITLE = "Iemand betrekken"
LEADS = "heeft de leiding bij de partners"


@dataclass(frozen=True)
class InvolvedPage:
    """Who is involved, the lead first, whose end is `proposed`, who is `asking`; who was, folded under `more`."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    asking: tuple[Line, ...]
    proposed: tuple[Line, ...]
    lines: tuple[Line, ...]
    over: tuple[Line, ...]
    more: str
    replies: tuple[Line, ...]


def involved_page(trajectory: Trajectory, *, mine: bool, on: date) -> InvolvedPage:
    """All of them on a day; six queries."""
    person = trajectory.person
    told, spoken = involvements_of(trajectory), last_contact_with(trajectory)
    approaches, replies = Approaches.of(trajectory.municipality, until=on), Replies.of(trajectory)
    running = sorted((one for one in told if not one.is_over(on)), key=lambda one: not one.lead)
    over = [one for one in told if one.is_over(on)]
    asked, standing = join_requests_of(trajectory), {one.ref for one in told}

    def lines(some: list[Involvement], ending: bool) -> tuple[Line, ...]:
        return tuple(
            Line(
                described(one, approaches, spoken, replies, on=on),
                _actions(one, person, ending=ending) if mine else (),
            )
            for one in some
        )

    return InvolvedPage(
        title=INVOLVED.title,
        person=str(person),
        lead=f"Wie helpt {person} nog meer, waarom mag dat, en tot wanneer?",
        crumbs=crumbs_to(person, INVOLVED.title, mine=mine),
        actions=_involving(person) if mine else (),
        asking=waiting_lines(asked, standing, mine=mine),
        proposed=tuple(_proposed(running, approaches, spoken, replies, mine=mine, on=on)),
        lines=lines(running, ending=True),
        over=lines(over, ending=False),
        replies=(
            *(line for one in told for line in replies.lines(one, mine=mine)),
            *answered_lines(asked, standing, mine=mine),
        ),
        more="Eén keer eerder" if len(over) == 1 else f"{len(over)} keer eerder",
    )


def why_propose(
    one: Involvement, approaches: Approaches, spoken: Mapping[int, date], replies: Replies, *, on: date
) -> tuple[ProposedEnd, ...]:
    """Why it is proposed to end this one; no query."""
    approach, refused = approaches.on(on), replies.refused(one)
    last = spoken.get(one.organisation_id or 0)
    return why_end(one.account, approach, spoken=last, refused=refused, on=on) if approach else ()


def _proposed(
    running: list[Involvement],
    approaches: Approaches,
    spoken: Mapping[int, date],
    replies: Replies,
    *,
    mine: bool,
    on: date,
) -> Iterator[Line]:
    for one in running:
        why = why_propose(one, approaches, spoken, replies, on=on)
        if why:
            words = "\n".join(f"{reason.label}." for reason in why)
            yield Line(Item(one.who, words), (_ending(one),) if mine else ())


def described(
    one: Involvement,
    approaches: Approaches,
    spoken: Mapping[int, date] | None = None,
    replies: Replies | None = None,
    *,
    on: date,
) -> Item:
    """One of them in words, as the approach called it then; when somebody last spoke with that organisation."""
    days = (on, one.happened_on, localdate(one.recorded_at))
    domains = approaches.entries("life_domains", *days)
    chosen = [domain.title for code, domain in domains.items() if code in one.domains]
    grounds = {code: str(ground) for code, ground in approaches.entries("grounds", *days).items()}
    words = (
        one.role,
        f"Waarvoor: {one.purpose}",
        f"Leefgebieden: {listed(chosen)}",
        f"Grond: {grounds.get(one.ground, one.ground)}",
        f"Wat hij vroeg of goedvond: {one.scope}" if one.scope else "",
        *(_replies(one, replies, approaches, grounds, on) if replies else ()),
    )
    lasts = f"Sinds {written(one.happened_on)}, tot en met {written(one.until)}"
    ended = f"Eerder geëindigd op {written(one.ended_on)}: {one.why_ended}" if one.ended_on else ""
    last = (spoken or {}).get(one.organisation_id or 0)
    more = (lasts, ended, f"Laatste contact: {written(last)}" if last else "")
    return Item(
        f"{one.who}, {LEADS}" if one.lead else one.who,
        "\n".join(filter(None, words)),
        " · ".join(filter(None, more)),
    )


def still_open(asked: int) -> tuple[Item, ...]:
    """Before his involvement ends: how much is still asked of him."""
    if not asked:
        return ()
    stands = "staat nog 1 vraag" if asked == 1 else f"staan nog {asked} vragen"
    then = "Als hij niet meer betrokken is, herinnert Regie u daar niet meer aan."
    return (Item("Nog open", f"Er {stands} open bij hem.", then),)


def _replies(
    one: Involvement, replies: Replies, approaches: Approaches, grounds: Mapping[str, str], on: date
) -> tuple[str, ...]:
    """What the privacy officer, the partner and the young person said of it."""
    approach = approaches.on(on)
    pending = bool(approach and is_pending(one.ground, approach) and not one.is_over(on))
    return (replies.judgement(one, grounds, pending=pending), *replies.words(one))


def _involving(person: Person) -> tuple[Action, ...]:
    return (
        Action(TITLE, reverse("desk:tell_involvement", args=[person.ref]), "pencil"),
        Action(
            "Iemand vraagt om mee te doen",
            reverse("desk:tell_joinrequest", args=[person.ref]),
            variant="secondary",
        ),
    )


def _actions(one: Involvement, person: Person, *, ending: bool) -> tuple[Action, ...]:
    told = Action("Ik vertelde iets", reverse("desk:tell_involved", args=[one.ref]))
    letter = Action("Brief aan hem", reverse("desk:involvement_letter", args=[one.ref]))
    asking = f"{reverse('desk:tell_partnerrequest', args=[person.ref])}?partner={one.ref}"
    return (
        *((Action("Iets vragen", asking), told, letter) if ending else ()),
        Action("Verbeteren", reverse("desk:correct_involvement", args=[one.ref])),
        *((*telling(one), _ending(one)) if ending else ()),
        Action("Intrekken", reverse("desk:withdraw_involvement", args=[one.ref])),
    )


def _ending(one: Involvement) -> Action:
    return Action("Eerder beëindigen", reverse("desk:end_involvement", args=[one.ref]))
