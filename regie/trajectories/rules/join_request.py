"""What can be told of somebody who asks to be involved himself, and of what he was answered."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import JoinState
from regie.trajectories.rules.involvement import LONGEST_ENDING
from regie.trajectories.rules.telling_others import LONGEST_NAME, LONGEST_PURPOSE


@dataclass(frozen=True)
class JoinRequestAccount:
    """Who asked on a day to be involved, and why.

    Answered by `involvement` (its ref) or, with why, by a refusal from `refused_on`; by neither while it waits.
    """

    happened_on: date
    who: str
    words: str
    refused_on: date | None = None
    why_refused: str = ""
    involvement: UUID | None = None

    def refuse(self, *, refused_on: date, why: str) -> "JoinRequestAccount":
        """The same, answered with no."""
        return replace(self, refused_on=refused_on, why_refused=why, involvement=None)

    def involve(self, involvement: UUID) -> "JoinRequestAccount":
        """The same, answered by involving him, also of whom was refused before."""
        return replace(self, refused_on=None, why_refused="", involvement=involvement)

    def state(self, standing: Container[UUID]) -> JoinState:
        """How it stands; an involvement that is withdrawn answered nothing."""
        if self.involvement in standing:
            return JoinState.INVOLVED
        return JoinState.REFUSED if self.refused_on else JoinState.WAITS


def check_join_request(account: JoinRequestAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    for field, longest in (
        ("who", LONGEST_NAME),
        ("words", LONGEST_PURPOSE),
        ("why_refused", LONGEST_ENDING),
    ):
        said = getattr(account, field)
        if len(said) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)
        if not said.strip() and field != "why_refused":
            raise NotValid("Vul dit in.", field=field)
    _check_refused(account, on=on)


def _check_refused(account: JoinRequestAccount, *, on: date) -> None:
    if account.refused_on is None:
        if account.why_refused.strip():
            raise NotValid("Op welke dag was dit? Vul de dag in.", field="refused_on")
        return
    check_told_day(account.refused_on, field="refused_on", birth_date=None, on=on)
    if account.refused_on < account.happened_on:
        raise NotValid("Toen was het nog niet gevraagd. Kies een andere dag.", field="refused_on")
    if not account.why_refused.strip():
        raise NotValid("Waarom niet? Schrijf dat op.", field="why_refused")
