"""A barrier of the demo: a queue for a home, that Noor tried at twice and will try at again."""

from datetime import datetime, timedelta

from regie.accounts.models import User
from regie.approach.queries import approach_for
from regie.barriers.models import Barrier, BarrierAttempt
from regie.barriers.rules import AttemptAccount, BarrierAccount, kinds_of
from regie.base.clock import day
from regie.demo.cast import NOOR
from regie.plans.models import Step
from regie.trajectories.models import Trajectory

DOMAIN, KIND, DAY = "housing", "housing_queue", timedelta(days=1)
WORDS = "Voor een kamer staat hij pas na negen maanden bovenaan. Een urgentie geldt niet voor wie uit detentie komt."
COSTS = "Hij slaapt bij een vriend en heeft geen plek voor zijn spullen."
# How many days ago, what, with whom, what they answered, and in how many days again.
TRIED = (
    (
        16,
        "Gebeld met het loket en gevraagd naar voorrang.",
        "Loket wonen",
        "Dat kan niet volgens de regels.",
        0,
    ),
    (4, "Gevraagd of een tijdelijke kamer kan.", "Woonconsulent", "Zij zoekt het uit.", 9),
)


def stand_in_his_way(*, at: datetime) -> None:
    """It blocks a step of the first of hers with a goal about a home."""
    noor = User.objects.get(email=NOOR.email).acting(at)
    hers = Trajectory.objects.assigned_to(noor).running(day(at))
    steps = Step.objects.current().filter(goal__domain=DOMAIN, trajectory__in=hers).select_related("goal")
    step = steps.order_by("trajectory", "pk").first()
    if step is None:
        return
    kinds = {one.code: one.title for one in kinds_of(approach_for(step.trajectory.municipality, on=day(at)))}
    barrier = Barrier.tell(
        trajectory=step.trajectory,
        account=BarrierAccount(
            happened_on=day(at) - 20 * DAY,
            words=WORDS,
            kind=KIND,
            kind_title=kinds[KIND],
            domain=DOMAIN,
            domain_title=step.goal.domain_title,
            party="Woningcorporaties in de regio",
            costs=COSTS,
            steps=[str(step.ref)],
        ),
        by=noor,
        at=at,
    )
    for ago, words, whom, answer, ahead in TRIED:
        tried_on = day(at) - ago * DAY
        account = AttemptAccount(tried_on, words, whom, answer, tried_on + ahead * DAY if ahead else None)
        BarrierAttempt.tell(trajectory=step.trajectory, account=account, barrier=barrier, by=noor, at=at)
