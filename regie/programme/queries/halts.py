"""What stopped and goes on again."""

from collections import defaultdict
from collections.abc import Iterable

from regie.programme.models import Intervention, InterventionHalt


def halts_of(interventions: Iterable[Intervention]) -> dict[int, list[InterventionHalt]]:
    """By intervention since when it stops or goes on again, the first one first; one query."""
    found: dict[int, list[InterventionHalt]] = defaultdict(list)
    told = InterventionHalt.objects.filter(intervention__in=list(interventions))
    for one in told.order_by("number"):
        found[one.intervention_id].append(one)
    return found
