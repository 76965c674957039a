"""What indicators tell a page: what there is, by which definitions, and the figures under them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.base.halts import halted
from regie.figures.enums import Comparison
from regie.indicators.enums import IndicatorKind
from regie.indicators.models import (
    Candidate,
    Definition,
    Indicator,
    IndicatorHalt,
    Observation,
    ObservationQuerySet,
)
from regie.indicators.rules import NATION, beside_nation


@dataclass(frozen=True)
class Measured:
    """An indicator with its definitions, the first one first; without one nothing can be measured by it.

    `halts` says since when it is followed no more, or again.
    """

    indicator: Indicator
    definitions: tuple[Definition, ...]
    halts: tuple[IndicatorHalt, ...] = ()

    @property
    def definition(self) -> Definition | None:
        """The one that holds now."""
        return self.definitions[-1] if self.definitions else None


@dataclass(frozen=True)
class Standing:
    """How it stands with an indicator in one municipality: its last figure, and that of the country in that period.

    `compared` is how the one stands to the other, by a stated test; `ended` that it is followed no more.
    """

    measured: Measured
    here: Observation | None
    nation: Observation | None
    compared: Comparison
    ended: IndicatorHalt | None


def measured(indicators: Iterable[Indicator]) -> list[Measured]:
    """These indicators with their definitions and halts, in the order in which they came; two queries."""
    rows = list(indicators)
    found: dict[int, list[Definition]] = defaultdict(list)
    for definition in Definition.objects.filter(indicator__in=rows).order_by("version"):
        found[definition.indicator_id].append(definition)
    halts: dict[int, list[IndicatorHalt]] = defaultdict(list)
    for halt in IndicatorHalt.objects.filter(indicator__in=rows).order_by("number"):
        halts[halt.indicator_id].append(halt)
    return [Measured(row, tuple(found[row.pk]), tuple(halts[row.pk])) for row in rows]


def figures_of(
    indicators: Iterable[Indicator], *, municipality: Municipality, viewer: Actor
) -> dict[int, list[Observation]]:
    """By indicator the figures that hold now, of one municipality and of the whole country; one query."""
    return _by_indicator(Observation.objects.visible_to(viewer), indicators, municipality)


def standings_of(refs: Collection[str], *, municipality: Municipality, on: date) -> dict[str, Standing]:
    """By the refs of indicators how it stands with them there, whoever looks; four queries, or none of none."""
    if not refs:
        return {}
    rows = Indicator.objects.filter(ref__in=refs).filter(Q(municipality=municipality) | Q(municipality=None))
    found = measured(rows)
    figures = _by_indicator(Observation.objects.all(), rows, municipality)
    return {
        str(one.indicator.ref): _standing(one, figures[one.indicator.pk], municipality, on) for one in found
    }


def to_measure_by(*, municipality: Municipality, viewer: Actor) -> list[Measured]:
    """What a result of a municipality can be measured by: its own, and those of the country; three queries."""
    here = Indicator.objects.visible_to(viewer).filter(Q(municipality=municipality) | Q(municipality=None))
    return measured(here.exclude(kind=IndicatorKind.REFERENCE).in_order())


def _by_indicator(
    facts: ObservationQuerySet, indicators: Iterable[Indicator], municipality: Municipality
) -> dict[int, list[Observation]]:
    found: dict[int, list[Observation]] = defaultdict(list)
    for one in facts.current().filter(definition__indicator__in=list(indicators)).in_order():
        if one.municipality_id in (None, municipality.pk):
            found[one.definition.indicator_id].append(one)
    return found


def _standing(
    one: Measured, figures: Sequence[Observation], municipality: Municipality, on: date
) -> Standing:
    """By the definition that holds now; of several editions the one that was told last."""
    now = one.definition
    told = sorted(
        (fact for fact in figures if now and fact.definition_id == now.pk),
        key=lambda fact: (fact.until, fact.happened_on, fact.recorded_at, fact.pk),
    )
    here = next((fact for fact in reversed(told) if fact.region == municipality.cbs_code), None)
    country = (fact for fact in reversed(told) if fact.region == NATION)
    nation = next((fact for fact in country if here is None or fact.period == here.period), None)
    accounts = [fact.account if fact else None for fact in (here, nation)]
    compared = beside_nation(*accounts, unit=now.unit) if now else None
    answer = compared.answer if compared else Comparison.UNKNOWN
    return Standing(one, here, nation, answer, halted(one.halts, on=on))


def candidates_of(indicator: Indicator) -> list[Candidate]:
    """The ways in which it could be counted, in the order in which they were told; one query."""
    return list(Candidate.objects.filter(indicator=indicator).select_related("proxy").order_by("pk"))


def area_names() -> dict[str, str]:
    """The municipalities of this installation by the code of the CBS; one query."""
    return dict(Municipality.objects.values_list("cbs_code", "name"))
