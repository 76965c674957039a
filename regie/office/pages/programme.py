"""Programma: the pages of a municipality, and what is asked of a block."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.base.halts import halted
from regie.indicators.queries import Measured
from regie.office.pages.halting import INTERVENTION, HaltPage, halt_page
from regie.programme.enums import BlockKind
from regie.programme.models import Block, Intervention, InterventionHalt
from regie.programme.rules import heading_of
from regie.ui.parts import Action, Cell, Crumb, FormPage, Item
from regie.ui.words import moment, written

COLUMNS = ("Deel van het programma", "Gemeente", "Sinds")
PROGRAMME = "Programma"


@dataclass(frozen=True)
class ProgrammePage:
    """The pages of the municipalities whose programme he reads."""

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class WritingPage(FormPage):
    """A block that is written, with what stood there before."""

    before: tuple[Item, ...] = ()
    off_url: str = ""


@dataclass(frozen=True)
class WithdrawPage(FormPage):
    """What goes away."""

    told: tuple[Item, ...] = ()


def programme_page(
    found: Sequence[Intervention],
    kept: Sequence[Municipality],
    halts: Mapping[int, Sequence[InterventionHalt]],
    *,
    on: date,
) -> ProgrammePage:
    """The list; no query."""
    return ProgrammePage(
        title=PROGRAMME,
        lead="De bladzijden van het programma Preventie met Gezag: wat uw gemeente doet, van plan is en bereikte.",
        columns=COLUMNS,
        rows=tuple(
            (
                Cell(one.name, url_of(one), _stopped(halts.get(one.pk, ()), on)),
                Cell(one.municipality.name),
                Cell(written(one.since)),
            )
            for one in found
        ),
        actions=tuple(
            Action(
                "Bladzijde beginnen" if len(kept) < 2 else f"Bladzijde beginnen voor {place}",
                reverse("office:begin_plan", args=[place.cbs_code]),
                "plus",
            )
            for place in kept
        ),
    )


def begin_page(place: Municipality) -> FormPage:
    """Beginning a page."""
    return FormPage(
        title=f"Bladzijde beginnen in {place}",
        lead="Alles kunt u daarna wijzigen. Buiten de gemeente is zij te lezen als u haar publiceert.",
        crumbs=(home(), Crumb("Bladzijde beginnen")),
        cancel_url=reverse("office:programme"),
        submit="Beginnen",
    )


def writing_page(intervention: Intervention, kind: str) -> WritingPage:
    """A block that is not there yet."""
    title = f"{heading_of(kind)} schrijven"
    return WritingPage(title, _said_of(kind), crumbs_of(intervention, title), url_of(intervention))


def chosen_from(
    measures: Iterable[Measured], *, on: date, chosen: Collection[str] = ()
) -> list[tuple[str, str]]:
    """By which a result can be measured: what is followed that day, and what was chosen before."""
    return [
        (ref, one.indicator.name)
        for one in measures
        if (ref := str(one.indicator.ref)) in chosen or halted(one.halts, on=on) is None
    ]


def rewriting_page(block: Block, versions: Iterable[Block], measures: Iterable[Measured] = ()) -> WritingPage:
    """A block that is written anew, with every earlier version; no query."""
    names = {str(one.indicator.ref): one.indicator.name for one in measures}
    title = f"{block.heading} bijwerken"
    return WritingPage(
        title,
        _said_of(block.kind),
        crumbs_of(block.intervention, title),
        url_of(block.intervention),
        before=tuple(_version(one, names) for one in versions),
        off_url=reverse("office:withdraw_block", args=[block.ref]),
    )


def withdrawing_page(block: Block) -> WithdrawPage:
    """A block that goes off the page."""
    title = f"{block.heading} van de bladzijde halen"
    words = block.title or block.text
    return WithdrawPage(
        title,
        "Wat er stond, blijft te lezen voor wie de bladzijde bijhoudt.",
        crumbs_of(block.intervention, title),
        url_of(block.intervention),
        submit="Van de bladzijde halen",
        told=(Item("Nu staat er", words),),
    )


def stopping_page(intervention: Intervention, halts: Sequence[InterventionHalt]) -> HaltPage:
    """The page that asks since when it stops, or goes on again."""
    crumbs = crumbs_of(intervention, "Stoppen of doorgaan")
    return halt_page(halts, INTERVENTION, crumbs=crumbs, url=url_of(intervention))


def order_page(intervention: Intervention) -> FormPage:
    """Choosing the order."""
    return FormPage(
        title="Volgorde van de blokken",
        lead="Geef elk blok een nummer. Het laagste nummer staat bovenaan.",
        crumbs=crumbs_of(intervention, "Volgorde"),
        cancel_url=url_of(intervention),
    )


def _stopped(halts: Sequence[InterventionHalt], on: date) -> str:
    by = halted(halts, on=on)
    return f"Gestopt op {written(by.since)}" if by else ""


def _version(one: Block, names: Mapping[str, str]) -> Item:
    by = [f"Gemeten met: {names[ref]}" for ref in one.indicators if ref in names]
    said = "\n".join(filter(None, (one.title, one.url, one.text, one.definition, *by)))
    words = "Van de bladzijde gehaald." if one.withdrawn else said
    return Item(f"{moment(one.recorded_at)}, {one.recorded_by_label}", words)


def _said_of(kind: str) -> str:
    return {
        BlockKind.RESULT: "Wat moet er straks anders zijn? Eén resultaat per keer.",
        BlockKind.LINK: "Waar staat meer? De titel staat op de bladzijde; met een adres kan men erheen.",
        BlockKind.LOOK_AHEAD: "Wat gaat uw gemeente dat jaar doen?",
        BlockKind.LOOK_BACK: "Wat deed uw gemeente dat jaar?",
        BlockKind.TARGET_GROUP: "Voor wie is het?",
    }.get(BlockKind(kind), "Zo komt het op de bladzijde te staan.")


def url_of(intervention: Intervention) -> str:
    """Where its page is."""
    return reverse("office:plan", args=[intervention.ref])


def home() -> Crumb:
    """The way back to the list."""
    return Crumb(PROGRAMME, reverse("office:programme"))


def crumbs_of(intervention: Intervention, last: str) -> tuple[Crumb, ...]:
    """The way from the list, past its page, to here."""
    return (home(), Crumb(intervention.name, url_of(intervention)), Crumb(last))
