"""What indicators tell a page: what there is, by which definitions, and the figures under them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.indicators.models import Candidate, Definition, Indicator, IndicatorHalt, Observation


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
    seen = Observation.objects.current().visible_to(viewer).filter(definition__indicator__in=list(indicators))
    found: dict[int, list[Observation]] = defaultdict(list)
    for one in seen.in_order():
        if one.municipality_id in (None, municipality.pk):
            found[one.definition.indicator_id].append(one)
    return found


def candidates_of(indicator: Indicator) -> list[Candidate]:
    """The ways in which it could be counted, in the order in which they were told; one query."""
    return list(Candidate.objects.filter(indicator=indicator).select_related("proxy").order_by("pk"))


def area_names() -> dict[str, str]:
    """The municipalities of this installation by the code of the CBS; one query."""
    return dict(Municipality.objects.values_list("cbs_code", "name"))
