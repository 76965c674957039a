"""What to mind before something is agreed, each a sentence; it warns and refuses nothing."""

import uuid
from collections.abc import Iterator

from regie.base.actors import Actor
from regie.contacts.enums import MeetingWith
from regie.contacts.queries import bans_at, lost_now, together_with
from regie.contacts.rules import AppointmentAccount, Busy
from regie.trajectories.models import Trajectory
from regie.ui.words import written


def warnings_of(
    account: AppointmentAccount, trajectory: Trajectory, *, viewer: Actor | None, but: uuid.UUID | None = None
) -> Iterator[str]:
    """What falls together, where he may not come, and that he is out of sight; nine queries at most."""
    for ban in bans_at(account, trajectory):
        words = f"‘{ban.words.strip().rstrip('.')}’" if ban.words.strip() else "waar precies is niet bekend"
        yield f"Hij heeft een gebiedsverbod: {words}. Kijk of hij op deze plek mag komen."
    if viewer is not None:
        yield from map(_said, together_with(account, trajectory, officer=viewer, but=but))
    if account.company != MeetingWith.WITHOUT_HIM and (lost := lost_now(trajectory)):
        yield f"Hij is uit beeld sinds {written(lost.since)}. Kan hij weten van deze afspraak?"


def _said(busy: Busy) -> str:
    if busy.begins is None:
        return f"{busy.what}."
    until = f" tot {busy.ends:%-H.%M} uur" if busy.ends else " uur"
    return f"{busy.what}, {busy.begins:%-H.%M}{until}."
