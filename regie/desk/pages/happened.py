"""Wat is er gebeurd: per young person the contact that others had with him, and what else they told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.timezone import localdate

from regie.accounts.models import Cover
from regie.base.actors import Actor, ActorKind
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.desk.pages.contact_log import LogEntry
from regie.desk.pages.drawings import CONTACT
from regie.persons.models import Person
from regie.privacy.enums import Verb
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import done_by_others
from regie.ui.parts import Crumb
from regie.ui.words import listed, written

TITLE = "Wat is er gebeurd?"
PEOPLE, CONTACTS = 20, 5  # people a page, contacts of each
REMEMBERED = timedelta(days=14)  # how long an absence that is over is what one asks about
USUALLY = timedelta(days=7)  # of who was never here before
# Of contact the words stand there themselves.
OF_CONTACT = {Verb.CONTACT_LOGGED, Verb.CONTACT_CORRECTED}


@dataclass(frozen=True)
class Act:
    """One kind of thing that was told of him: how often, by whom, and when last."""

    what: str
    who: str
    when: str


@dataclass(frozen=True)
class HappenedTo:
    """What happened around one young person; `more` says how many contacts there are besides."""

    name: str
    url: str
    contacts: tuple[LogEntry, ...]
    more: str
    contacts_url: str
    acts: tuple[Act, ...]
    plan_url: str


@dataclass(frozen=True)
class HappenedPage:
    """Since which day and why that one, and the people about whom something was told; `read` are they themselves."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    people: tuple[HappenedTo, ...] | None
    empty: str
    page: Page | None
    read: tuple[Trajectory, ...]


def asked_since(viewer: Actor, *, on: date) -> tuple[date, str]:
    """Since which day he is told it, and why: his absence began then, or he was here last; two queries at most."""
    absences = Cover.objects.visible_to(viewer).filter(officer_id=int(viewer.id), since__lte=on)
    last = absences.filter(until__gt=on - REMEMBERED).order_by("-since", "-pk").first()
    if last:
        return last.since, "Toen begon uw afwezigheid."
    opened = AccessEntry.objects.by(viewer).filter(recorded_at__date__lt=on).order_by("-recorded_at").first()
    if opened:
        return localdate(
            opened.recorded_at
        ), "Toen opende u voor het laatst een dossier, vandaag niet meegeteld."
    return on - USUALLY, "Dat is een week geleden."


def happened_page(
    viewer: Actor, *, since: date | None, why: str, on: date, number: str | None
) -> HappenedPage:
    """Since that day, who has the newest first; three queries, or none when no day was asked."""
    hands = Trajectory.objects.visible_to(viewer).in_hands_of(viewer)
    his = list(hands.select_related("person", "municipality").order_by("pk")) if since else []
    acts = _by_person(done_by_others(his, viewer=viewer, since=since)) if since else {}
    newest = sorted(
        (one for one in his if one.person.ref in acts),
        key=lambda one: acts[one.person.ref][0].recorded_at,
        reverse=True,
    )
    page = Paginator(newest, PEOPLE).get_page(number)
    shown: Sequence[Trajectory] = list(page.object_list)
    told = _contact(shown, viewer, since) if since else {}
    return HappenedPage(
        title=TITLE,
        lead=f"Wat anderen sinds {written(since)} vastlegden over uw jongeren. {why}".strip()
        if since
        else "",
        crumbs=(Crumb("Vandaag", reverse("desk:today")), Crumb(TITLE)),
        people=tuple(
            _happened(one.person, told.get(one.pk, []), acts[one.person.ref], since, on) for one in shown
        )
        if since
        else None,
        empty="Sinds die dag heeft niemand anders iets over uw jongeren vastgelegd.",
        page=page if newest else None,
        read=tuple(shown),
    )


def _by_person(entries: Iterable[JournalEntry]) -> dict[object, list[JournalEntry]]:
    found: dict[object, list[JournalEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.subject].append(entry)
    return found


def _contact(shown: Sequence[Trajectory], viewer: Actor, since: date) -> dict[int, list[ContactMoment]]:
    """What others told of contact since then, as it stands now, the newest first; one query."""
    rows = ContactMoment.objects.current().visible_to(viewer).filter(trajectory__in=[one.pk for one in shown])
    told = rows.filter(recorded_at__date__gte=since).exclude(recorded_by_id=viewer.id)
    found: dict[int, list[ContactMoment]] = defaultdict(list)
    for moment in told.order_by("-happened_on", "-pk"):
        found[moment.trajectory_id].append(moment)
    return found


def _happened(
    person: Person, told: Sequence[ContactMoment], acts: Sequence[JournalEntry], since: date | None, on: date
) -> HappenedTo:
    more = len(told) - CONTACTS
    between = {"van": f"{since:%d-%m-%Y}", "met": f"{on:%d-%m-%Y}"}
    return HappenedTo(
        name=str(person),
        url=reverse("desk:person", args=[person.ref]),
        contacts=tuple(map(_entry, told[:CONTACTS])),
        more="" if more < 1 else "Nog 1 contact" if more == 1 else f"Nog {more} contacten",
        contacts_url=reverse("desk:contacts", args=[person.ref]),
        acts=tuple(_acts(acts)),
        plan_url=reverse("desk:plan_between", args=[person.ref], query=between) if since != on else "",
    )


def _entry(moment: ContactMoment) -> LogEntry:
    attempted, label = moment.outcome == Outcome.ATTEMPTED, moment.get_kind_display()
    return LogEntry(
        kind=f"{label}: het lukte nog niet" if attempted else label,
        date_text=written(moment.happened_on),
        who=moment.recorded_by_label,
        words=moment.words,
        icon=CONTACT[ContactKind(moment.kind)],
        quiet=attempted,
        url="",
    )


def _acts(entries: Iterable[JournalEntry]) -> Iterator[Act]:
    """Each kind of thing once, the newest first."""
    by_verb: dict[str, list[JournalEntry]] = defaultdict(list)
    for entry in entries:
        if entry.verb not in OF_CONTACT:
            by_verb[entry.verb].append(entry)
    for verb, same in by_verb.items():
        times = f" ({len(same)} keer)" if len(same) > 1 else ""
        yield Act(
            what=f"{str(Verb(verb).label).capitalize()}{times}",
            who=listed(list(dict.fromkeys(map(_who, same)))),
            when=written(localdate(same[0].recorded_at)),
        )


def _who(entry: JournalEntry) -> str:
    """His name; of a partner also that he is one, for he is no colleague."""
    is_partner = entry.recorded_by_kind == ActorKind.PARTNER
    return f"{entry.recorded_by_label} (partner)" if is_partner else entry.recorded_by_label
