"""What can be told of a milestone: when it was planned, when it really was, and why that differs."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.programme.enums import MilestoneKind
from regie.programme.rules.quarters import check_quarter, quarter_of

LONGEST_MILESTONE = {"words": 120, "why": 500}


@dataclass(frozen=True)
class MilestoneAccount:
    """Empty is not known: not planned yet, or not reached yet. `real_on` is the day, when somebody knows it."""

    planned: str = ""
    real: str = ""
    real_on: date | None = None
    why: str = ""
    words: str = ""

    @property
    def late(self) -> bool:
        """Whether it was reached later than planned."""
        return bool(self.planned and self.real > self.planned)


def check_milestone(kind: str, account: MilestoneAccount, *, on: date) -> None:
    """Raises NotValid beside what cannot be, or what is asked and not told."""
    if kind == MilestoneKind.OTHER and not account.words.strip():
        raise NotValid("Vertel in een paar woorden wat er bereikt wordt.", field="words")
    for name, most in LONGEST_MILESTONE.items():
        if len(getattr(account, name)) > most:
            raise NotValid(f"Dit is te lang. Er passen {most} tekens.", field=name)
    _check_when(account, on=on)
    if account.late and not account.why.strip():
        raise NotValid("Het was later dan gepland. Vertel in een zin waarom.", field="why")


def _check_when(account: MilestoneAccount, *, on: date) -> None:
    if not account.planned and not account.real:
        raise NotValid("Vul in wanneer het gepland is, of wanneer het klaar was.", field="planned")
    for field in ("planned", "real"):
        quarter = getattr(account, field)
        if quarter:
            check_quarter(quarter, field=field, on=on)
    if account.real > quarter_of(on) or (account.real_on and account.real_on > on):
        raise NotValid("Dit is nog niet geweest. Laat het leeg tot het zover is.", field="real")
    if account.real_on and quarter_of(account.real_on) != account.real:
        raise NotValid("Deze dag ligt niet in dat kwartaal.", field="real")
