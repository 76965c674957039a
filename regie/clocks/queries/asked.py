"""What terms rest on of what was asked for him: when it was asked, and against which decision he can object."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from regie.approach.enums import Anchor
from regie.clocks.rules import Told
from regie.trajectories.enums import ApplicationKind as Kind
from regie.trajectories.enums import ApplicationOutcome as Outcome
from regie.trajectories.enums import Threatened
from regie.trajectories.models import Application
from regie.trajectories.rules import OBJECTIONABLE

ANCHORS: Mapping[str, Anchor] = {
    Kind.SOCIAL_ASSISTANCE: Anchor.ASKED_ASSISTANCE,
    Kind.DEBT_HELP: Anchor.ASKED_DEBT_HELP,
    Kind.SUPPORT: Anchor.ASKED_SUPPORT,
}
DOUBT = "of hij zijn woning, stroom, gas of water dreigt te verliezen"


def asked(applications: Sequence[Application], *, on: date) -> dict[Anchor, list[Told]]:
    """What was asked until a day, and what was decided on it by then."""
    found: dict[Anchor, list[Told]] = defaultdict(list)
    for one in applications:
        if one.happened_on <= on:
            for anchor, told in _of_one(one, on=on):
                found[anchor].append(told)
    return found


def _of_one(one: Application, *, on: date) -> Iterator[tuple[Anchor, Told]]:
    decided_on = one.decided_on if one.decided_on and one.decided_on <= on else None
    says, occurrence = f"{one.asked} aangevraagd", f"application:{one.ref}"
    told = Told(one.happened_on, occurrence, says, done_on=decided_on)
    if one.kind in ANCHORS and one.threatened != Threatened.YES:
        yield ANCHORS[one.kind], told
    if one.threatened in (Threatened.YES, Threatened.UNKNOWN):
        doubt = DOUBT if one.threatened == Threatened.UNKNOWN else ""
        yield (
            Anchor.ASKED_URGENT_DEBT_HELP,
            Told(one.happened_on, occurrence, says, done_on=decided_on, depends_on=doubt),
        )
    if decided_on and one.outcome in OBJECTIONABLE:
        yield Anchor.DECIDED_AGAINST, _decision(one, decided_on)


def _decision(one: Application, decided_on: date) -> Told:
    """What was granted and then stopped is another decision than the first: who objected to that one, may again."""
    stopped = one.outcome == Outcome.STOPPED
    occurrence = f"{'stopped' if stopped else 'application'}:{one.ref}"
    return Told(decided_on, occurrence, f"{one.asked} {Outcome(one.outcome).label.lower()}")
