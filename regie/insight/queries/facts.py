"""The facts of a year, of one municipality and of whom the viewer sees: a fixed number of questions."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db.models import Count

from regie.accounts.models import Municipality
from regie.approach.queries import titles_of
from regie.base.actors import Actor
from regie.clocks.enums import Verdict
from regie.clocks.models import Judgement
from regie.clocks.rules import Road
from regie.contacts.models import ContactMoment
from regie.detention.queries import stays_of
from regie.insight.enums import Sight
from regie.insight.rules import (
    ContactCount,
    Ending,
    Guided,
    LastVerdict,
    Life,
    ReadingFacts,
    TermCount,
    Year,
    contact_of,
    sight_of,
    terms_of,
)
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import ConditionReading
from regie.trajectories.models import Closure, Trajectory
from regie.trajectories.models.trajectory import TrajectoryQuerySet


def trajectories_of(viewer: Actor, place: Municipality) -> TrajectoryQuerySet:
    """Those whose numbers he may be told there, whole or guarded; no query.

    Who may see no name gets numbers of all of them, and nothing of what is read here leaves this app uncounted.
    """
    here = Trajectory.objects.filter(municipality=place)
    return here if sight_of(viewer, place.pk) is Sight.GUARDED else here.visible_to(viewer)


def guided_in(year: Year, chosen: TrajectoryQuerySet) -> list[Guided]:
    """Who of these was guided within the year; two queries."""
    begun = chosen.filter(started_on__lte=year.last)
    endings: dict[int, list[Ending]] = defaultdict(list)
    closed = Closure.objects.counting().filter(trajectory__in=begun)
    for key, *told in closed.order_by("pk").values_list(
        "trajectory", "closed_on", "reason", "title", "reopening__since"
    ):
        endings[key].append(Ending(*told))
    columns = ("pk", "person", "started_on", "referral__happened_on", "referral__detained_since")
    told = begun.order_by("pk").values_list(*columns)
    found = [
        Guided(key, person, since, referred_on, detained_since, endings[key])
        for key, person, since, referred_on, detained_since in told
    ]
    return [one for one in found if one.within(year)]


def contact_in(year: Year, keys: Collection[int]) -> ContactCount:
    """How often there was contact with whom; one query."""
    sought = (
        ContactMoment.objects.current()
        .with_him()
        .filter(trajectory__in=keys, happened_on__gte=year.first, happened_on__lte=year.last)
    )
    times = sought.order_by().values_list("trajectory", "outcome").annotate(times=Count("pk"))
    return contact_of(keys, times)


def terms_in(year: Year, keys: Collection[int]) -> TermCount:
    """What came last of each term that was judged in the year, called as the last edition calls it; two queries."""
    judged = Judgement.objects.filter(
        trajectory__in=keys, judged_for__gte=year.first, judged_for__lte=year.last
    )
    last: dict[tuple[int, str, str], str] = {}
    editions: dict[str, int] = {}
    columns = ("trajectory", "rule", "occurrence", "verdict", "edition")
    for key, rule, occurrence, verdict, edition in judged.order_by("judged_for", "pk").values_list(*columns):
        last[key, rule, occurrence] = verdict
        editions[rule] = max(edition, editions.get(rule, 0))
    titles = titles_of((edition, rule) for rule, edition in editions.items())
    return terms_of(
        (LastVerdict(key, rule, Verdict(verdict)) for (key, rule, _), verdict in last.items()),
        {rule: title for (_, rule), title in titles.items()},
    )


def lives_of(guided: Sequence[Guided]) -> list[Life]:
    """Their roads with what was measured on them; two queries."""
    stays = stays_of(one.person for one in guided)
    readings = defaultdict(list)
    for key, told in _readings([one.key for one in guided]):
        readings[key].append(told)
    return [
        Life(
            one,
            Road(one.referred_on, one.detained_since, one.started_on, stays=stays.get(one.person, ())),
            readings[one.key],
        )
        for one in guided
    ]


def _readings(keys: Collection[int]) -> Iterator[tuple[int, ReadingFacts]]:
    told = ConditionReading.objects.current().filter(trajectory__in=keys)
    columns = ("trajectory", "moment", "condition", "answer", "happened_on")
    for key, moment, condition, answer, on in told.order_by("happened_on", "recorded_at", "pk").values_list(
        *columns
    ):
        yield key, ReadingFacts(MeasuredAt(moment), condition, ConditionAnswer(answer), on)


def first_began(viewer: Actor, place: Municipality) -> date | None:
    """When the first guidance began of which he may be told numbers; one query."""
    chosen = trajectories_of(viewer, place).order_by("started_on")
    found: date | None = chosen.values_list("started_on", flat=True).first()
    return found
