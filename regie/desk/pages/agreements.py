"""What was agreed, in words: the card on his plan, and all versions of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.desk.pages.places import AGREEMENTS, PLAN, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import Presence, PromisedBy, Retold
from regie.plans.models import Agreement
from regie.plans.rules import Promised
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import on_weekday, written

LIST = AGREEMENTS.title
NEW = "Nieuwe afspraken maken"
HIS = {PromisedBy.YOUNG_PERSON: "Hij belooft", PromisedBy.OFFICER: "De officier belooft"}


@dataclass(frozen=True)
class AgreementShown:
    """One version: its day, what it says, and what one can do with it."""

    title: str
    items: tuple[Item, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class AgreementsPage:
    """All versions, the one that holds first."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    versions: tuple[AgreementShown, ...]


def agreement_card(agreements: Sequence[Agreement], person: Person, *, editable: bool, now: bool) -> PlanCard:
    """What holds; no query. `now` says that it is today, so that the other versions can be reached."""
    last = agreements[0] if agreements else None
    lines = tuple(Line(item, key=f"agreement:{part}") for part, item in _parts(last)) if last else ()
    new = Action(NEW, reverse("desk:tell_agreement", args=[person.ref]))
    ways = (
        (
            Action("Op papier", reverse("desk:agreement_paper", args=[last.ref])),
            Action("Alle afspraken", reverse("desk:agreements", args=[person.ref])),
        )
        if last and now
        else ()
    )
    empty = "Er zijn nog geen afspraken. Maak ze samen: wat doet hij, en wat doet u?"
    return PlanCard("Wat we afspraken", lines, empty, ((new,) if editable else ()) + ways)


def agreements_page(person: Person, agreements: Sequence[Agreement], *, mine: bool) -> AgreementsPage:
    """All of them; no query."""
    new = Action(NEW, reverse("desk:tell_agreement", args=[person.ref]), "pencil")
    other = Action("Vergelijken", reverse("desk:compare_agreements", args=[person.ref]), variant="secondary")
    return AgreementsPage(
        title=LIST,
        person=str(person),
        lead="De bovenste afspraken gelden nu. Wat eerder was afgesproken, staat eronder.",
        crumbs=crumbs_to(person, LIST, under=PLAN, mine=mine),
        actions=((new,) if mine else ()) + ((other,) if len(agreements) > 1 else ()),
        versions=tuple(
            AgreementShown(
                titled(one, holds=one is agreements[0]),
                tuple(item for _, item in _parts(one)),
                tuple(_actions(one, before, person, mine=mine)),
            )
            for one, before in zip(agreements, [*agreements[1:], None], strict=False)
        ),
    )


def titled(one: Agreement, *, holds: bool) -> str:
    """The day of an agreement, and whether it holds."""
    return f"{written(one.happened_on)}: {'dit geldt nu' if holds else 'eerder afgesproken'}"


def described(one: Agreement) -> Item:
    """One of them in a few words."""
    promised = "\n".join(said(promise) for promise in one.promises)
    return Item(f"Afgesproken op {written(one.happened_on)}", promised, one.get_consent_display())


def said(promise: Promised) -> str:
    """One promise, with who makes it."""
    return f"{promise.name or promise.who.label}: {promise.words}"


def answer_of(one: Agreement) -> Item:
    """What he says of it, and whether he was there."""
    return Item(
        "Zijn antwoord", answered(one), f"{written(one.happened_on)} · {Presence(one.presence).label}"
    )


def answered(one: Agreement) -> str:
    """Whether he agrees, and what he said with it."""
    return f"{one.get_consent_display()}. {quoted(one.answer)}".strip()


def retold_by(one: Agreement) -> Item:
    """What he said when he was asked to tell it back."""
    told = Retold(one.retold)
    return Item("In zijn eigen woorden", quoted(one.retold_words) if told is Retold.TOLD else told.label)


def looked_at(one: Agreement) -> Item:
    """When to look at it again."""
    return Item("Samen opnieuw bekijken", on_weekday(one.again_on) or "Geen dag afgesproken")


def quoted(words: str) -> str:
    """What he said himself."""
    return f"“{words}”" if words else ""


def _parts(one: Agreement) -> Iterator[tuple[str, Item]]:
    """The promises by who makes them, his answer, his own words, and when to look again; each by its name."""
    makers = dict.fromkeys((promise.who, promise.name) for promise in one.promises)
    for who, name in makers:
        lines = [promise.words for promise in one.promises if promise[:2] == (who, name)]
        yield (
            f"{who}:{name}",
            Item(HIS.get(who, f"{name} belooft"), "\n".join(f"• {words}" for words in lines)),
        )
    yield "answer", answer_of(one)
    yield "retold", retold_by(one)
    yield "again", looked_at(one)


def _actions(one: Agreement, before: Agreement | None, person: Person, *, mine: bool) -> Iterator[Action]:
    yield Action("Op papier", reverse("desk:agreement_paper", args=[one.ref]))
    if before is not None:
        compare = reverse("desk:compare_agreements", args=[person.ref])
        yield Action("Vergelijken met de vorige", f"{compare}?van={before.ref}&met={one.ref}")
    if mine:
        yield Action("Verbeteren", reverse("desk:correct_agreement", args=[one.ref]))
        yield Action("Intrekken", reverse("desk:withdraw_agreement", args=[one.ref]))
