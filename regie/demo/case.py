"""One young person of the demo, and the verbs that a user would call for him."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from regie.accounts.models import Municipality, User
from regie.approach.enums import Tone
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.clocks.enums import HandlingKind, State
from regie.clocks.models import Handling
from regie.clocks.models.handling import HandlingAccount
from regie.clocks.queries import handled_of, reckonings
from regie.clocks.rules import Term, state, told_in_plan
from regie.contacts.models import ContactMoment
from regie.contacts.rules import ContactAccount
from regie.demo.roads import Moment, Wanted, YoungPerson
from regie.persons.rules import Identity
from regie.plans.enums import SaidBy, StepState
from regie.plans.models import Step, StepMark, Talent, Wish
from regie.plans.rules import StepMarkAccount, TalentAccount, WishAccount
from regie.trajectories.actions import (
    Redirecting,
    Telling,
    answer_exception,
    ask_exception,
    defer_referral,
    redirect_referral,
    register_referral,
    tell_detention,
    tell_free,
    weigh_referral,
)
from regie.trajectories.enums import (
    Answer,
    ApplicationKind,
    ApplicationOutcome,
    ArrangementList,
    CircumstanceKind,
    Knew,
)
from regie.trajectories.models import (
    Application,
    Arrangement,
    Attempt,
    Call,
    Circumstance,
    Lesson,
    OutOfSight,
    Referral,
    Trajectory,
)
from regie.trajectories.models.lesson import LessonAccount
from regie.trajectories.queries import duration_of
from regie.trajectories.rules import (
    AGE,
    ApplicationAccount,
    ArrangementAccount,
    AttemptAccount,
    CallAccount,
    CircumstanceAccount,
    Judged,
    OutOfSightAccount,
    Weighed,
)

DUE = (State.NOW, State.THIS_WEEK)
WORDS = {
    "multi_problem": "Geen woning, schulden en geen inkomen.",
    "regular_aftercare": "De nazorg begint pas bij vrijlating. Er moet nu al iemand naast de jongere staan.",
    "willingness": "Wil kennismaken.",
}
LETTER = (
    "Beste {name},\n\nU meldde iemand bij ons aan. De nazorg van de gemeente kan goed helpen. "
    "De re-integratieofficier begeleidt niet.\n\nMet vriendelijke groet,\n{officer}\n"
)


@dataclass
class Case:
    """What is known of him so far; each verb is done by his officer at a moment."""

    who: YoungPerson
    officer: User
    second: User
    place: Municipality
    referral: Referral | None = None
    trajectory: Trajectory | None = None

    def refer(self, telling: Telling, *, at: datetime) -> None:
        """Somebody tells the municipality of him."""
        born = date.fromisoformat(self.who.born)
        who = Identity(self.who.given_names, self.who.family_name, born, self.who.bsn)
        by = self.officer.acting(at)
        self.referral = register_referral(telling=telling, who=who, municipality=self.place, by=by, at=at)

    def weigh(self, *, at: datetime) -> None:
        """Every question of the approach of that day is answered with yes."""
        approach = approach_for(self.place, on=day(at))
        asked = (criterion.code for criterion in approach.criteria if criterion.code != AGE)
        criteria = {code: Judged(Answer.MET, WORDS.get(code, "")) for code in asked}
        weighed = Weighed(criteria, domains=("housing", "finances_and_debts"))
        weigh_referral(referral=self._referral, weighed=weighed, by=self.officer.acting(at), at=at)

    def ask(self, criterion: str, reason: str, *, answered: bool, at: datetime) -> None:
        """One rule is set aside for him, when the second person agrees."""
        waiver = ask_exception(
            referral=self._referral, criterion=criterion, reason=reason, by=self.officer.acting(at), at=at
        )
        if answered:
            answer_exception(waiver=waiver, agreed=True, words="Akkoord.", by=self.second.acting(at), at=at)

    def accept(self, *, at: datetime) -> None:
        """His officer takes him on, for as long as the approach proposes."""
        planned_end = duration_of(self._referral, on=day(at)).proposed
        self.trajectory = self._referral.accept(planned_end=planned_end, by=self.officer.acting(at), at=at)

    def redirect(self, why: str, *, at: datetime) -> None:
        """He goes to regular aftercare; he did not know that he was referred."""
        letter = LETTER.format(name=self._referral.referred_by, officer=self.officer)
        redirecting = Redirecting(why, Knew.NO, letter)
        redirect_referral(referral=self._referral, redirecting=redirecting, by=self.officer.acting(at), at=at)

    def defer(self, until: date, why: str, *, at: datetime) -> None:
        """The decision waits."""
        defer_referral(referral=self._referral, until=until, why=why, by=self.officer.acting(at), at=at)

    def tell(self, account: Any, *, at: datetime) -> None:
        """Something of his detention becomes known."""
        source = self._referral.referred_by
        by = self.officer.acting(at)
        tell_detention(trajectory=self._trajectory, account=account, source=source, by=by, at=at)

    def leave(self, on: date, *, at: datetime) -> None:
        """He is free from that day."""
        tell_free(trajectory=self._trajectory, on=on, by=self.officer.acting(at), at=at)

    def call(self, account: CallAccount, *, at: datetime) -> None:
        """Somebody was called in his first days outside."""
        Call.tell(trajectory=self._trajectory, account=account, by=self.officer.acting(at), at=at)

    def situate(
        self, kind: CircumstanceKind, account: CircumstanceAccount, source: str, *, at: datetime
    ) -> None:
        """His officer asked how it stands with one kind of his situation."""
        Circumstance.tell(
            trajectory=self._trajectory,
            kind=kind,
            account=account,
            source=source,
            by=self.officer.acting(at),
            at=at,
        )

    def apply(self, kind: ApplicationKind, account: ApplicationAccount, *, at: datetime) -> None:
        """Something was asked for him."""
        by = self.officer.acting(at)
        Application.tell(trajectory=self._trajectory, kind=kind, account=account, by=by, at=at)

    def arrange(self, item: str, account: ArrangementAccount, *, at: datetime) -> None:
        """His officer says how one thing stands: for his release, or what happens to it while he is inside again."""
        which = ArrangementList.DETENTION if account.decision else ArrangementList.RELEASE
        his, by = self._trajectory, self.officer.acting(at)
        Arrangement.tell(trajectory=his, list=which, item=item, account=account, by=by, at=at)

    def lose(self, account: OutOfSightAccount, *, at: datetime) -> None:
        """Nobody knows where he is."""
        OutOfSight.tell(trajectory=self._trajectory, account=account, by=self.officer.acting(at), at=at)

    def look_for(self, account: AttemptAccount, *, at: datetime) -> None:
        """His officer looked for him."""
        Attempt.tell(trajectory=self._trajectory, account=account, by=self.officer.acting(at), at=at)

    def learn(self, at: datetime, *, his_words: str) -> None:
        """He says what he learned."""
        account, by = LessonAccount(day(at), his_words), self.officer.acting(at)
        Lesson.tell(trajectory=self._trajectory, account=account, by=by, at=at)

    def want(self, at: datetime, *, wanted: Wanted) -> None:
        """He says what he wants, and what he is good at."""
        told: dict[str, Any] = {
            "trajectory": self._trajectory,
            "by": self.officer.acting(at),
            "at": at,
        }
        Wish.tell(account=WishAccount(day(at), wanted.words, wanted.place), **told)
        if wanted.talent:
            Talent.tell(account=TalentAccount(day(at), wanted.talent, SaidBy.HIMSELF), **told)

    def decided(self, kind: ApplicationKind, outcome: ApplicationOutcome, *, at: datetime) -> None:
        """A decision came on what was asked last of this kind."""
        asked = Application.objects.current().of(self._trajectory).filter(kind=kind).latest("happened_on")
        asked.decide(outcome=outcome, decided_on=day(at), by=self.officer.acting(at), at=at)

    def meet(self, moment: Moment, *, at: datetime) -> None:
        """His officer sought contact."""
        account = ContactAccount(
            day(at),
            moment.kind,
            moment.outcome,
            moment.words,
            moment.his_words,
            moment.judgement,
            moment.minutes,
            party=moment.with_whom,
        )
        ContactMoment.log(trajectory=self._trajectory, account=account, by=self.officer.acting(at), at=at)

    def keep_up(self, *, at: datetime) -> None:
        """His officer goes through what must be done that week, and says that it is done."""
        on, his = day(at), self._trajectory
        handled = handled_of([his.pk]).get(his.pk, {})
        for term in reckonings([his], on=on)[his.pk].terms:
            before = handled.get(term.key)
            how = state(term, before.handled if before else None, on=on)
            if how in DUE and told_in_plan(term):
                self._take_step(term, at=at)
            elif how in DUE and term.rule.tone is not Tone.EXPECTED:
                account = HandlingAccount(HandlingKind.DONE, on)
                seen = before.pk if before else None
                by = self.officer.acting(at)
                Handling.tell(trajectory=his, term=term, account=account, seen=seen, by=by, at=at)

    def _take_step(self, term: Term, *, at: datetime) -> None:
        """A step of which that was its day is done; what else is told in his plan his story tells itself."""
        kind, _, ref = term.told.occurrence.partition(":")
        if kind == "step" and term.rule.tone is not Tone.EXPECTED:
            step = Step.objects.current().get(ref=ref)
            told: Any = {"account": StepMarkAccount(day(at)), "by": self.officer.acting(at), "at": at}
            StepMark.tell(trajectory=self._trajectory, step=step, state=StepState.DONE, **told)

    @property
    def _referral(self) -> Referral:
        assert self.referral is not None, "refer him first"
        return self.referral

    @property
    def guided(self) -> Trajectory:
        """His trajectory, for what is told of his plan."""
        return self._trajectory

    @property
    def _trajectory(self) -> Trajectory:
        assert self.trajectory is not None, "accept him first"
        return self.trajectory
