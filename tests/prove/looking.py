"""What a colleague can be asked to look up: what became of something, and whether everything is sound."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import connection, models, transaction

from regie.accounts.enums import CalendarStep
from regie.accounts.models import AccountReview, CalendarAddress, Cover, Invitation, RoleGrant
from regie.accounts.models.calendar_addresses import VERBS
from regie.approach.models import Edition
from regie.base.actors import ActorKind
from regie.base.clock import day, now
from regie.clocks.models import Judgement
from regie.contacts.models import ContactMoment
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.intake.models import Confirmation, HandOver, Message
from regie.mailing.models import MailChoice
from regie.partners.models import Organisation, Professional
from regie.persons.models import FormerIdentity, Person
from regie.plans.models import (
    Agreement,
    Authorisation,
    Debt,
    DebtReading,
    Goal,
    GoalResult,
    NoDebts,
    Paper,
    Step,
    StepMark,
    TakenOver,
)
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.privacy.queries import flaws
from regie.trajectories.enums import ApplicationOutcome
from regie.trajectories.models import (
    Application,
    Arrangement,
    Assignment,
    Call,
    Circumstance,
    Closure,
    ClosureAnswer,
    Deferral,
    FirstDaysDone,
    MustKnow,
    Night,
    PlannedCaseload,
    Redirection,
    Referral,
    Reopening,
    Trajectory,
    Waiver,
    WaiverAnswer,
    Weighing,
)
from tests.prove.acts import Deed
from tests.prove.agreeing import of_appointments
from tests.prove.linking import of_links
from tests.prove.measured import of_programme
from tests.prove.measuring import of_indicators
from tests.prove.requesting import of_requests

FIRST, BETTER = {"corrects": None}, {"corrects__isnull": False, "withdrawn": False}
LATER = {"recorded_at__gt": models.F("trajectory__recorded_at")}
DECIDED = {"corrects__outcome": ApplicationOutcome.WAITING, "withdrawn": False}


def acceptances(*, referral: int) -> Deed:
    """What came of a referral: who guides, and the number of trajectories, assignments and journal entries."""
    person = Referral.objects.get(pk=referral).person
    accepted = JournalEntry.objects.filter(verb=Verb.REFERRAL_ACCEPTED, subject=person.ref)
    assignments = Assignment.objects.filter(trajectory__person=person)
    return lambda: {
        "officers": [assignment.officer.name for assignment in assignments],
        "trajectories": Trajectory.objects.filter(person=person).count(),
        "entries": accepted.count(),
    }


def guiding(*, trajectories: list[int]) -> Deed:
    """The names of who guides each of these today, and how many assignments have no end."""
    today = day(now())

    def look() -> list[Any]:
        running = Assignment.objects.running(today).filter(trajectory__in=trajectories)
        names = running.order_by("trajectory").values_list("officer__name", flat=True)
        return [list(names), running.filter(until__isnull=True).count()]

    return look


def versions(*, moment: int) -> Deed:
    """The words of every version of a moment of contact, the oldest first."""
    ref = ContactMoment.objects.get(pk=moment).ref
    return lambda: list(ContactMoment.objects.filter(ref=ref).order_by("pk").values_list("words", flat=True))


def told(*, referral: int) -> Deed:
    """What stands of a referral now: of whom it is, and what we were told."""
    ref = Referral.objects.get(pk=referral).ref
    current = Referral.objects.current().select_related("person")
    found = current.get(ref=ref)
    return lambda: [found.person.given_names, found.person.family_name, found.told]


def corrections(*, referral: int) -> Deed:
    """How often a referral, or who it is of, was told better, by the journal."""
    person = Referral.objects.get(pk=referral).person
    better = [Verb.REFERRAL_CORRECTED, Verb.PERSON_CORRECTED]
    moments = JournalEntry.objects.filter(verb__in=better, subject=person.ref).values_list("verb")
    return lambda: max(Counter(moments).values(), default=0)


def sent(*, submission: str) -> Deed:
    """How many records a form made."""
    return lambda: sum(
        model.objects.filter(submission=submission).count() for model in (Referral, ContactMoment)
    )


def count_people(*, name: str) -> Deed:
    """How many people bear this given name."""
    return lambda: Person.objects.filter(given_names=name).count()


def complaints() -> Deed:
    """Everything that is not sound, seen at one moment while others may work on."""

    def deed() -> list[str]:
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            return [*(str(flaw) for flaw in flaws()), *_half_changes(), *_damage(cursor)]

    return deed


OF_PLAN: tuple[tuple[Verb, type[models.Model], dict[str, Any], str], ...] = tuple(
    (verb, model, which, "trajectory__person__ref")
    for model in (
        Goal,
        GoalResult,
        Step,
        StepMark,
        Debt,
        DebtReading,
        NoDebts,
        Agreement,
        Authorisation,
        TakenOver,
        Paper,
    )
    for verb, which in zip(model.verbs, (FIRST, BETTER, {"withdrawn": True}), strict=True)
    # Who takes a debt back, takes back its readings with it: that is one thing to write down.
    if verb is not Verb.DEBT_READING_WITHDRAWN
)
OF_CLOSING: tuple[tuple[Verb, type[models.Model], dict[str, Any], str], ...] = (
    (Verb.CLOSURE_ASKED, Closure, FIRST | {"second_person": True}, "trajectory__person__ref"),
    (Verb.TRAJECTORY_CLOSED, Closure, FIRST | {"second_person": False}, "trajectory__person__ref"),
    (Verb.CLOSURE_ANSWERED, ClosureAnswer, {}, "closure__trajectory__person__ref"),
    (Verb.CLOSURE_WITHDRAWN, Closure, {"withdrawn": True}, "trajectory__person__ref"),
    (Verb.TRAJECTORY_REOPENED, Reopening, {}, "closure__trajectory__person__ref"),
)


def _half_changes() -> Iterator[str]:
    """Records without their journal entry, entries without their record, trajectories that nobody guides."""
    written = Counter(
        JournalEntry.objects.exclude(chain__code__startswith="proef").values_list("verb", "subject")
    )
    done = Counter(
        [
            *_done(),
            *of_appointments(),
            *of_requests(),
            *of_links(),
            *of_indicators(),
            *of_programme(),
            *_judged(),
            *_chosen(),
            *_addressed(),
        ]
    )
    yield from (f"entry without its change: {verb} {subject}" for verb, subject in written - done)
    yield from (f"change without its entry: {verb} {subject}" for verb, subject in done - written)
    guided = Assignment.objects.filter(until=None).values("trajectory")
    yield from (f"trajectory {one.pk} has no officer" for one in Trajectory.objects.exclude(pk__in=guided))


def _done() -> Iterator[tuple[str, Any]]:
    """Every change that asks for a journal entry, by the records it left: the verb and its subject."""
    left: list[tuple[Verb, type[models.Model], dict[str, Any], str]] = [
        (Verb.ROLE_GRANTED, RoleGrant, {}, "ref"),
        (Verb.ROLE_ENDED, RoleGrant, {"until__isnull": False}, "ref"),
        (Verb.INVITATION_MADE, Invitation, {}, "ref"),
        (Verb.ACCOUNTS_REVIEWED, AccountReview, {}, "ref"),
        (Verb.ORGANISATION_ADDED, Organisation, {}, "ref"),
        (Verb.PROFESSIONAL_ADDED, Professional, {}, "ref"),
        (Verb.APPROACH_LOADED, Edition, {"reason": ""}, "ref"),
        (Verb.APPROACH_CHANGED, Edition, {"reason__gt": ""}, "ref"),
        (Verb.PERSON_REGISTERED, Person, {}, "ref"),
        (Verb.PERSON_CORRECTED, FormerIdentity, {}, "person__ref"),
        (Verb.REFERRAL_REGISTERED, Referral, FIRST, "person__ref"),
        (Verb.REFERRAL_CORRECTED, Referral, BETTER, "person__ref"),
        (Verb.REFERRAL_ACCEPTED, Trajectory, {}, "person__ref"),
        (Verb.TRAJECTORY_ASSIGNED, Assignment, LATER, "trajectory__person__ref"),
        (Verb.CASELOAD_PLANNED, PlannedCaseload, {}, "ref"),
        (Verb.COVER_ARRANGED, Cover, {}, "ref"),
        (Verb.MUST_KNOW_TOLD, MustKnow, {}, "trajectory__person__ref"),
        (Verb.REFERRAL_WEIGHED, Weighing, {}, "person__ref"),
        (Verb.REFERRAL_DEFERRED, Deferral, {}, "referral__person__ref"),
        (Verb.REFERRAL_REDIRECTED, Redirection, {}, "referral__person__ref"),
        (Verb.EXCEPTION_ASKED, Waiver, {}, "person__ref"),
        (Verb.EXCEPTION_ANSWERED, WaiverAnswer, {}, "waiver__person__ref"),
        (Verb.STAY_RECORDED, Stay, {}, "person__ref"),
        (Verb.SENTENCE_RECORDED, Sentence, {}, "person__ref"),
        (Verb.RELEASE_DATE_RECORDED, ReleaseDate, {}, "person__ref"),
        (Verb.MESSAGE_RECEIVED, Message, {}, "ref"),
        (Verb.MESSAGE_CONFIRMED, Confirmation, {}, "message__ref"),
        (Verb.MESSAGE_HANDED_OVER, HandOver, {}, "message__ref"),
        (Verb.CONTACT_LOGGED, ContactMoment, FIRST, "trajectory__person__ref"),
        (Verb.CONTACT_CORRECTED, ContactMoment, BETTER, "trajectory__person__ref"),
        (Verb.CONTACT_WITHDRAWN, ContactMoment, {"withdrawn": True}, "trajectory__person__ref"),
        (Verb.CIRCUMSTANCE_TOLD, Circumstance, FIRST, "trajectory__person__ref"),
        (Verb.APPLICATION_TOLD, Application, FIRST, "trajectory__person__ref"),
        (Verb.ARRANGEMENT_TOLD, Arrangement, FIRST, "trajectory__person__ref"),
        (Verb.CALL_TOLD, Call, FIRST, "trajectory__person__ref"),
        (Verb.NIGHT_TOLD, Night, FIRST, "trajectory__person__ref"),
        (Verb.FIRST_DAYS_DONE, FirstDaysDone, FIRST, "trajectory__person__ref"),
        (Verb.APPLICATION_DECIDED, Application, DECIDED, "trajectory__person__ref"),
        *OF_CLOSING,
    ]
    for verb, model, which, subject in (*left, *OF_PLAN):
        rows = model._default_manager.filter(**which).values_list(subject, flat=True)
        yield from ((verb.value, found) for found in rows)


def _judged() -> Iterator[tuple[str, Any]]:
    """What the daily run wrote has an entry for each young person and day."""
    by_the_job = Judgement.objects.filter(recorded_by_kind=ActorKind.JOB)
    told = by_the_job.values_list("trajectory__person__ref", "judged_for").distinct()
    yield from ((Verb.TERMS_JUDGED.value, subject) for subject, _ in told)


def _chosen() -> Iterator[tuple[str, Any]]:
    """Which mail somebody asks for, of who works in one municipality."""
    yield from ((Verb.MAIL_CHOSEN.value, one.user.ref) for one in MailChoice.objects.select_related("user"))


def _addressed() -> Iterator[tuple[str, Any]]:
    """Every step with the address of a calendar has an entry."""
    steps = CalendarAddress.objects.values_list("step", "user__ref")
    yield from ((VERBS[CalendarStep(step)].value, subject) for step, subject in steps)


def _damage(cursor: Any) -> Iterator[str]:
    """What SQLite finds wrong with its own file; PostgreSQL has no such question."""
    if connection.vendor == "sqlite":
        checks = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
        rows = [row for check in checks for row in cursor.execute(check).fetchall()]
        yield from (str(row) for row in rows if row != ("ok",))
