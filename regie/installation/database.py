"""What the doctor finds in the database."""

from collections.abc import Iterator
from datetime import datetime

from django.db import DatabaseError

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.queries import lays_down_terms
from regie.base.clock import day
from regie.clocks.queries import days_to_judge
from regie.installation.queries import applied_migrations, is_there, known_migrations
from regie.installation.rules import Problem
from regie.partners.models import Organisation
from regie.privacy.models.journal import JournalEntry
from regie.privacy.queries import flaws_at_the_end

BEGIN = "Doe: bin/manage begin"
NATIONAL = "Doe: bin/manage approach load approaches/national.yaml"
LONGEST_UNJUDGED = 2  # days
ENTRIES = 500  # of every chain; bin/manage journal verify reads them all


def database_problems(*, at: datetime) -> Iterator[Problem]:
    """What is wrong with the database and what is in it, from the bottom up; where it cannot be read it ends."""
    if not is_there():
        yield Problem("Er is nog geen database. Start Regie met bin/serve: dat maakt haar.")
        return
    try:
        applied = applied_migrations()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        yield Problem(
            f"De database antwoordt niet ({reason}). "
            "Start de database, of verbeter REGIE_DATABASE_URL of REGIE_SQLITE.",
            unsafe=True,
        )
        return
    if unknown := {name for name in applied - known_migrations() if _is_ours(name)}:
        yield Problem(
            f"De database is van een nieuwere Regie ({'.'.join(max(unknown))}). Zet die nieuwere Regie weer neer.",
            unsafe=True,
        )
    pending = len(known_migrations() - applied)
    if pending:
        yield Problem(
            f"De database is nog niet bijgewerkt ({pending} stappen). Start Regie met bin/serve: dat doet het."
        )
        return
    yield from _content_problems(at=at)


def _is_ours(migration: tuple[str, str]) -> bool:
    return migration[0] in {app for app, _ in known_migrations()}


def _content_problems(*, at: datetime) -> Iterator[Problem]:
    yield from _approach_problems(at=at)
    if not Organisation.objects.exists():
        yield Problem(f"De lijst van inrichtingen is niet geladen. {BEGIN}")
    managers = RoleGrant.objects.running(day(at)).filter(role=Role.FUNCTIONAL_MANAGER, user__is_active=True)
    if not managers.exists():
        yield Problem(f"Er is geen functioneel beheerder die kan inloggen. {BEGIN}")
    if (waiting := len(days_to_judge(today=day(at)))) >= LONGEST_UNJUDGED:
        yield Problem(
            f"Van {waiting} dagen is niet vastgelegd hoe het met de termijnen ging. "
            "Doe: bin/manage terms judge, en kijk waarom de timer niet liep."
        )
    for flaw in flaws_at_the_end(ENTRIES):
        yield Problem(
            f"Het journaal van {flaw.chain} klopt niet: regel {flaw.number} {flaw.sentence}. "
            "Kijk het na met bin/manage journal verify, en bel uw privacyfunctionaris.",
        )
    last = JournalEntry.objects.order_by("-recorded_at").first()
    if last and last.recorded_at > at:
        yield Problem(
            f"De klok van deze computer loopt achter: het journaal is al bij {last.recorded_at:%d-%m-%Y %H:%M} (UTC). "
            "Zet tijdsynchronisatie aan: timedatectl set-ntp true"
        )


def _approach_problems(*, at: datetime) -> Iterator[Problem]:
    """No national layer, or an old one: without terms nobody is told that something must be done."""
    national = Edition.objects.of(Layer.NATIONAL).begun(day(at)).last()
    if national is None:
        yield Problem(f"De aanpak is niet geladen. {BEGIN}")
    elif not lays_down_terms(national):
        yield Problem(
            f"De landelijke laag kent geen termijnen: niemand wordt ergens aan herinnerd. {NATIONAL}"
        )
