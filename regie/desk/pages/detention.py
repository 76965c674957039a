"""Where he is held, on what ground and until when, in words."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.desk.pages.leave_words import described_leave
from regie.desk.pages.places import Place, crumbs_to
from regie.desk.pages.record import Record
from regie.detention.enums import Regime, ReleaseKind
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.detention.queries import Whereabouts, history
from regie.persons.models import Person
from regie.ui.parts import Action, FormPage, Item
from regie.ui.words import written

NOW = "Nu"


@dataclass(frozen=True)
class DetentionCard:
    """Where he is now and on what ground he was held, the newest first; and what may be told more."""

    items: tuple[Item, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class DetentionPage(FormPage):
    """Telling something of a detention: what stands there, and the way to take it back."""

    withdraw_url: str = ""
    told: tuple[Item, ...] = ()


def detention_card(record: Record, *, editable: bool) -> DetentionCard:
    """Where he is now, on what ground, and his leave; his stays and release dates stand on the timeline. No query."""
    person, told = record.trajectory.person, record.history
    first_hours = Action("Eerste 72 uur buiten", reverse("desk:first_hours", args=[person.ref]))
    actions = (
        *((first_hours,) if record.free_since else ()),
        Action("Verblijf vastleggen", reverse("desk:tell_stay", args=[person.ref])),
        Action("Straf of maatregel vastleggen", reverse("desk:tell_sentence", args=[person.ref])),
        Action("Datum van vrijlating vastleggen", reverse("desk:tell_release", args=[person.ref])),
        Action("Verlof vastleggen", reverse("desk:tell_leave", args=[person.ref])),
    )
    items = [_now(record.place)] if told.stays else []
    items += [
        described(fact, reverse("desk:correct_sentence", args=[person.ref, fact.ref]) if editable else "")
        for fact in told.sentences
    ]
    items += [
        described_leave(
            leave, reverse("desk:correct_leave", args=[person.ref, leave.ref]) if editable else ""
        )
        for leave in reversed(record.leaves)
    ]
    return DetentionCard(tuple(items), actions if editable else ())


def told_of_detention(person: Person) -> tuple[Item, ...]:
    """All that we know of the detention of somebody whom nobody accepted yet; three queries."""
    told = history(person)
    every: list[Stay | Sentence | ReleaseDate] = [*told.stays, *told.sentences, *told.releases]
    return tuple(described(fact) for fact in every)


def telling_page(person: Person, title: str, *, under: Place | None = None) -> DetentionPage:
    """For something new; it lies under his page, or under the page of his that shows it."""
    return _page(person, title, "Wat u niet weet, laat u leeg.", "Opslaan", under=under)


def correcting_page(
    person: Person, title: str, withdraw_url: str, *, under: Place | None = None
) -> DetentionPage:
    """For telling it better."""
    lead = "Wat er nu staat, blijft bewaard in de geschiedenis."
    return _page(person, f"{title} verbeteren", lead, "Opslaan", withdraw_url=withdraw_url, under=under)


def withdrawing_page(person: Person, title: str, told: Item, *, under: Place | None = None) -> DetentionPage:
    """For taking it back."""
    lead = "U haalt het weg uit het overzicht. In de geschiedenis blijft het bewaard."
    return _page(person, f"{title} intrekken", lead, "Ja, intrekken", told=(told,), under=under)


def ending_page(person: Person, title: str, ending: str, told: Item) -> DetentionPage:
    """For what holds no longer."""
    lead = "Vanaf die dag hoeft niemand er meer op te letten. In de geschiedenis blijft het bewaard."
    return _page(person, f"{title} {ending}", lead, ending.capitalize(), told=(told,))


def described(fact: Stay | Sentence | ReleaseDate, url: str = "") -> Item:
    """One fact in words."""
    if isinstance(fact, Stay):
        term, words, more = "Verblijf", fact.facility or "Inrichting niet bekend", _days(fact)
    elif isinstance(fact, Sentence):
        term, words, more = "Straf of maatregel", fact.words, _known(fact.happened_on)
    else:
        term, words, more = "Vrijlating", _release(fact), _known(fact.happened_on)
    return Item(term, words[:1].upper() + words[1:], " · ".join(filter(None, (*more, fact.source))), url)


def _now(place: Whereabouts | None) -> Item:
    if place is None:
        return Item(NOW, "Niet in een inrichting")
    since = f"sinds {written(place.entered_on)}" if place.entered_on else "sinds wanneer is niet bekend"
    return Item(NOW, place.facility or "Inrichting niet bekend", since)


def _days(stay: Stay) -> tuple[str, ...]:
    since = written(stay.entered_on) or "dag niet bekend"
    free = f"vrij sinds {written(stay.left_on)}" if stay.left_on else ""
    regime = stay.get_regime_display() if stay.regime != Regime.UNKNOWN else ""
    return (f"{stay.get_arrival_display().capitalize()}: {since}", free, regime)


def _release(fact: ReleaseDate) -> str:
    kind = f", {fact.get_kind_display()}" if fact.kind != ReleaseKind.UNKNOWN else ""
    if fact.expected_on is None:
        return f"{fact.get_certainty_display()}{kind}"
    return f"{written(fact.expected_on)} ({fact.get_certainty_display()}){kind}"


def _known(since: date) -> tuple[str, ...]:
    return (f"Bekend sinds {written(since)}",)


def _page(
    person: Person,
    title: str,
    lead: str,
    submit: str,
    *,
    withdraw_url: str = "",
    told: tuple[Item, ...] = (),
    under: Place | None = None,
) -> DetentionPage:
    back = under.url(person) if under else reverse("desk:person", args=[person.ref])
    crumbs = crumbs_to(person, title, under=under)
    return DetentionPage(title, lead, crumbs, back, submit, withdraw_url, told)
