"""Weighing a referral, and what is decided on it besides accepting."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may
from regie.approach.models import Edition
from regie.approach.queries import approach_for, approach_of, editions_in_force
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import CORRECTED_MEANWHILE
from regie.base.submissions import once
from regie.persons.models import Person
from regie.privacy.enums import Verb
from regie.trajectories.enums import Knew
from regie.trajectories.models import Deferral, Redirection, Referral, Waiver, WaiverAnswer, Weighing
from regie.trajectories.rules import (
    Weighed,
    check_length,
    check_said,
    check_waiting,
    check_waivable,
    check_weighed,
    judge_age,
)


@dataclass(frozen=True)
class Redirecting:
    """Why regular aftercare, whether he knew of the referral, and the letters; his is sent only when he knew."""

    why: str
    knew: Knew
    referrer_letter: str
    his_letter: str = ""


def weigh_referral(
    *,
    referral: Referral,
    weighed: Weighed,
    earlier: Weighing | None = None,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Weighing:
    """Writes down which criteria hold, by the approach of today; `earlier` is the weighing that is told better.

    Raises NotAllowed, NotValid beside what is missing, or NotNow when it was decided on, or weighed meanwhile.
    """

    def make() -> Weighing:
        with _deciding(referral, by) as current:
            editions = editions_in_force(current.municipality, on=day(at))
            approach = approach_of(editions)
            check_weighed(weighed, approach)
            found = Weighing.columns(weighed, age=judge_age(current.age_facts(day(at)), approach))
            found |= _layers(editions) | {"happened_on": day(at)}
            made = _weighed(current, earlier, found, submission, by=by, at=at)
            current.journal(Verb.REFERRAL_WEIGHED, ["criteria", "domains", "disability"], by=by, at=at)
        return made

    return once(Weighing, submission, make)


def redirect_referral(
    *, referral: Referral, redirecting: Redirecting, by: Actor, at: datetime
) -> Redirection:
    """He is for regular aftercare: keeps why, and the letters that say so.

    Twice by the same officer is once. Raises NotAllowed, NotValid beside what is missing, or NotNow when it was
    decided on meanwhile.
    """
    check_may(by, Permission.SCREEN_REFERRALS, referral.municipality_id)
    mine = Redirection.objects.filter(referral__ref=referral.ref, recorded_by_id=by.id).first()
    if mine is not None:
        return mine
    _check_redirecting(redirecting)
    said = asdict(redirecting)
    if redirecting.knew is not Knew.YES:
        said["his_letter"] = ""
    with _deciding(referral, by) as current:
        made = Redirection.objects.create(referral=current, **said, **Redirection.stamp(by=by, at=at))
        current.journal(Verb.REFERRAL_REDIRECTED, list(said), by=by, at=at)
    return made


def defer_referral(*, referral: Referral, until: date, why: str, by: Actor, at: datetime) -> Deferral:
    """The decision waits until a day, for a reason; the same again is nothing new.

    Raises NotAllowed, NotValid, or NotNow when it was decided on meanwhile.
    """
    check_said(why, field="why", what="Schrijf op waarom u wacht.")
    check_waiting(until, on=day(at))
    with _deciding(referral, by) as current:
        latest = Deferral.objects.filter(referral__ref=referral.ref).order_by("pk").last()
        if latest and (latest.until, latest.why) == (until, why.strip()):
            return latest
        made = Deferral.objects.create(
            referral=current, until=until, why=why.strip(), **Deferral.stamp(by=by, at=at)
        )
        current.journal(Verb.REFERRAL_DEFERRED, ["until", "why"], by=by, at=at)
    return made


def ask_exception(*, referral: Referral, criterion: str, reason: str, by: Actor, at: datetime) -> Waiver:
    """Asks a second person to set one criterion aside; asked once is enough.

    Raises NotAllowed, NotValid without a reason, or NotNow when there is nothing to set aside.
    """
    check_said(reason, field="reason", what="Schrijf op waarom dit voor hem niet moet gelden.")
    with _deciding(referral, by) as current:
        asked = Waiver.objects.of(current.ref).standing().filter(criterion=criterion).first()
        if asked is not None:
            return asked
        approach = approach_for(current.municipality, on=day(at))
        check_waivable(criterion, approach, current.judged(approach, on=day(at)))
        made = Waiver.objects.create(
            person=current.person,
            municipality=current.municipality,
            referral_ref=current.ref,
            criterion=criterion,
            reason=reason.strip(),
            **Waiver.stamp(by=by, at=at),
        )
        current.journal(Verb.EXCEPTION_ASKED, ["criterion", "reason"], by=by, at=at)
    return made


def answer_exception(*, waiver: Waiver, agreed: bool, words: str, by: Actor, at: datetime) -> WaiverAnswer:
    """A second person agrees, or not and says why; nobody approves himself.

    Raises NotAllowed, NotValid (no reason for a no), or NotNow when it was answered, or the referral decided on.
    """
    check_may(by, Permission.APPROVE_EXCEPTIONS, waiver.municipality_id)
    if by.id == waiver.recorded_by_id:
        raise NotAllowed("U vroeg dit zelf. Iemand anders moet hierover besluiten.")
    check_length(words, field="words")
    if not agreed:
        check_said(words, field="words", what="Schrijf op waarom niet.")
    referral = Referral.objects.filter(ref=waiver.referral_ref).latest("pk")
    with transaction.atomic():
        Person.objects.select_for_update(no_key=True).get(pk=waiver.person_id)
        current = referral.as_it_stands()
        if WaiverAnswer.objects.filter(waiver=waiver).exists():
            raise NotNow("Op dit verzoek is al geantwoord.")
        answer = WaiverAnswer.objects.create(
            waiver=waiver,
            agreed=agreed,
            words=words.strip(),
            asked_by_id=waiver.recorded_by_id,
            **WaiverAnswer.stamp(by=by, at=at),
        )
        if not agreed:  # it may be asked again, with a better reason
            Waiver.objects.filter(pk=waiver.pk).update(refused=True)
        current.journal(Verb.EXCEPTION_ANSWERED, ["agreed", "words"], by=by, at=at)
    return answer


@contextmanager
def _deciding(referral: Referral, by: Actor) -> Iterator[Referral]:
    """The referral as it stands, while nobody else decides on this young person; all or nothing."""
    check_may(by, Permission.SCREEN_REFERRALS, referral.municipality_id)
    with transaction.atomic():
        Person.objects.select_for_update(no_key=True).get(pk=referral.person_id)
        yield referral.as_it_stands()


def _weighed(
    referral: Referral,
    earlier: Weighing | None,
    found: dict[str, object],
    submission: uuid.UUID | None,
    *,
    by: Actor,
    at: datetime,
) -> Weighing:
    if earlier is not None:
        return earlier.add_correction(by=by, at=at, submission=submission, **found)
    if Weighing.objects.of(referral.ref) is not None:
        raise NotNow(CORRECTED_MEANWHILE)
    return Weighing.objects.create(
        ref=referral.ref,
        person=referral.person,
        municipality=referral.municipality,
        submission=submission,
        **found,
        **Weighing.stamp(by=by, at=at),
    )


def _layers(editions: list[Edition]) -> dict[str, object]:
    """The editions by which it was weighed, each in its column; a layer that does not hold here is empty."""
    return {"regional": None, "local": None} | {str(edition.layer): edition for edition in editions}


def _check_redirecting(redirecting: Redirecting) -> None:
    check_said(redirecting.why, field="why", what="Schrijf op waarom reguliere nazorg past.")
    check_said(redirecting.referrer_letter, field="referrer_letter", what="Deze brief is leeg.")
    if redirecting.knew is Knew.YES:
        check_said(redirecting.his_letter, field="his_letter", what="Deze brief is leeg.")
