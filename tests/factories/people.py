"""Young people on their way, made by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import Municipality, User
from regie.approach.queries import approach_for
from regie.approach.rules import Approach
from regie.base.clock import day
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.rules import ContactAccount
from regie.persons.rules import Identity
from regie.trajectories.actions import (
    Telling,
    answer_exception,
    ask_exception,
    register_referral,
    weigh_referral,
)
from regie.trajectories.enums import (
    Answer,
    ApplicationKind,
    ArrangementList,
    ArrangementState,
    CircumstanceKind,
    CircumstanceValue,
    DisclosureChannel,
    Threatened,
)
from regie.trajectories.models import (
    Application,
    Arrangement,
    Casemanager,
    Circumstance,
    Disclosure,
    Involvement,
    Lesson,
    Referral,
    Trajectory,
    TurningPoint,
    Waiver,
    Weighing,
)
from regie.trajectories.models.lesson import LessonAccount
from regie.trajectories.models.turning_point import TurningPointAccount
from regie.trajectories.queries import considered, duration_of
from regie.trajectories.rules import (
    AGE,
    ANSWERS,
    ApplicationAccount,
    ArrangementAccount,
    CasemanagerAccount,
    CircumstanceAccount,
    DisclosureAccount,
    InvolvementAccount,
    Judged,
    Weighed,
)
from tests.cast import Cast
from tests.factories.partners import credit_bank

JAYDEN = Identity("Jayden", "Muller", date(2005, 4, 17), "999990019")


def refer(
    cast: Cast,
    *,
    at: datetime,
    who: Identity = JAYDEN,
    by: User | None = None,
    where: Municipality | None = None,
    **told: Any,
) -> Referral:
    """A referral, by Noor unless told otherwise: detained four days before, received today."""
    telling = {
        "referred_by": "PI Sittard",
        "happened_on": day(at),
        "detained_since": day(at - timedelta(days=4)),
        "facility": "PI Sittard",
        "told": "Geen ID.",
    }
    return register_referral(
        telling=Telling(**(telling | told)),
        who=who,
        municipality=where or cast.here,
        by=(by or cast.noor).acting(at),
        at=at,
    )


def favourable(approach: Approach, **answers: Answer) -> Weighed:
    """Everything the approach asks is met, unless told otherwise by the code of the criterion."""
    asked = [criterion.code for criterion in approach.criteria if criterion.code != AGE]
    return Weighed(
        {code: Judged(answers.get(code, Answer.MET), "Dat vertelde de casemanager.") for code in asked},
        domains=("housing", "finances_and_debts"),
    )


def weigh(referral: Referral, *, by: User, at: datetime, **answers: Answer) -> Weighing:
    """A weighing in which everything is met, unless told otherwise."""
    weighed = favourable(approach_for(referral.municipality, on=day(at)), **answers)
    earlier = Weighing.objects.of(referral.ref)
    return weigh_referral(referral=referral, weighed=weighed, earlier=earlier, by=by.acting(at), at=at)


def set_aside(referral: Referral, criterion: str, cast: Cast, *, by: User, at: datetime) -> Waiver:
    """A criterion that does not count for him: asked, and agreed to by Fatima."""
    waiver = ask_exception(
        referral=referral, criterion=criterion, reason="Past toch.", by=by.acting(at), at=at
    )
    answer_exception(waiver=waiver, agreed=True, words="", by=cast.fatima.acting(at), at=at)
    return waiver


def guide(cast: Cast, *, at: datetime, by: User | None = None, **referral: Any) -> Trajectory:
    """A referral that was weighed and accepted at once; an age that does not fit or is unknown is set aside."""
    officer = by or cast.noor
    made = refer(cast, at=at, by=officer, **referral)
    weigh(made, by=officer, at=at)
    for criterion in considered(made, on=day(at)).open:
        set_aside(made, criterion.code, cast, by=officer, at=at)
    return made.accept(planned_end=duration_of(made, on=day(at)).proposed, by=officer.acting(at), at=at)


def meet(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    kind: ContactKind = ContactKind.PRISON_VISIT,
    outcome: Outcome = Outcome.MADE,
    words: str = "Hij wil automonteur worden.",
    **more: Any,
) -> ContactMoment:
    """A moment of contact, today in the PI unless told otherwise."""
    account = ContactAccount(happened_on or day(at), kind, outcome, words, **more)
    return ContactMoment.log(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def turn(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    words: str = "Hij belde zijn moeder.",
    source: str = "",
) -> TurningPoint:
    """A turning point, today unless told otherwise."""
    account = TurningPointAccount(happened_on or day(at), words)
    return TurningPoint.tell(trajectory=trajectory, account=account, source=source, by=by.acting(at), at=at)


def learn(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **said: str
) -> Lesson:
    """What they learned, today unless told otherwise."""
    account = LessonAccount(happened_on or day(at), **({"his_words": "Ik had niemand om te bellen."} | said))
    return Lesson.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def disclose(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Disclosure:
    """His landlord was called today, for his rent, unless told otherwise."""
    said = {
        "what": "Dat hij een tijd niet thuis is.",
        "ground": "own_request",
        "channel": DisclosureChannel.PHONE,
        "purpose": "Zodat zijn huur doorloopt.",
        "recipient": "Zijn verhuurder",
    }
    account = DisclosureAccount(happened_on or day(at), **(said | told))
    return Disclosure.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def involve(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Involvement:
    """The debt counsellor of the map is involved from today, for three months, unless told otherwise."""
    since = happened_on or day(at)
    if not {"organisation", "professional"} & told.keys():
        told["organisation"] = credit_bank(trajectory.municipality, by=by, at=at)
    said = {
        "until": since + timedelta(days=90),
        "role": "Schuldhulpverlener",
        "domains": ["finances_and_debts"],
        "ground": "debts",
        "purpose": "Zodat zijn schulden niet groeien.",
    }
    account = InvolvementAccount(happened_on=since, **(said | told))
    return Involvement.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def name_casemanager(
    trajectory: Trajectory,
    name: str = "Els",
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    **told: Any,
) -> Casemanager:
    """Who his contact in the facility is, known today unless told otherwise; without a name nobody knows."""
    account = CasemanagerAccount(happened_on or day(at), **({"name": name} | told))
    return Casemanager.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def situate(
    trajectory: Trajectory,
    value: CircumstanceValue = CircumstanceValue.SOCIAL_ASSISTANCE,
    *,
    by: User,
    at: datetime,
    kind: CircumstanceKind | None = None,
    happened_on: date | None = None,
    valid_until: date | None = None,
    source: str = "",
) -> Circumstance:
    """How it stands with the kind that has this answer, since today unless told otherwise."""
    account = CircumstanceAccount(value, happened_on or day(at), valid_until)
    about = kind or next(one for one, answers in ANSWERS.items() if value in answers)
    return Circumstance.tell(
        trajectory=trajectory, kind=about, account=account, source=source, by=by.acting(at), at=at
    )


def arrange(
    trajectory: Trajectory,
    item: str = "identity",
    state: ArrangementState = ArrangementState.OPEN,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    which: ArrangementList = ArrangementList.RELEASE,
    **told: Any,
) -> Arrangement:
    """How one thing to arrange stands, since today unless told otherwise."""
    account = ArrangementAccount(state, happened_on or day(at), **told)
    return Arrangement.tell(
        trajectory=trajectory, list=which, item=item, account=account, by=by.acting(at), at=at
    )


def ask(
    trajectory: Trajectory,
    kind: ApplicationKind = ApplicationKind.SOCIAL_ASSISTANCE,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    source: str = "",
    **told: Any,
) -> Application:
    """Something was asked for him, today unless told otherwise; of debts it is not known whether he is threatened."""
    if kind is ApplicationKind.DEBT_HELP:
        told = {"threatened": Threatened.UNKNOWN} | told
    if kind is ApplicationKind.OTHER:
        told = {"words": "Een urgentieverklaring"} | told
    account = ApplicationAccount(happened_on or day(at), **told)
    return Application.tell(
        trajectory=trajectory, kind=kind, account=account, source=source, by=by.acting(at), at=at
    )
