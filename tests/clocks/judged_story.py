"""Weeks in which young people are guided as it goes: told late, moved, corrected, put off and taken back; by a seed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from django.core.exceptions import ObjectDoesNotExist

from regie.approach.actions import load
from regie.base.clock import day
from regie.base.errors import DomainError
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling
from regie.clocks.models.handling import HandlingAccount
from regie.clocks.queries import reckonings
from regie.contacts.models import ContactMoment
from regie.detention.enums import Certainty, Regime
from regie.detention.models import ReleaseDate, Stay
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, correct_referral
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.approaches import shipped
from tests.factories.detention import hear, hold, release, restrict, sentence

ANSWERS = (Value.RENTS, Value.NO_HOME, Value.GETS_ALLOWANCES, Value.NO_ALLOWANCES, Value.INSURED, Value.NO_ID)
KINDS = (HandlingKind.DONE, HandlingKind.DONE, HandlingKind.NOT_NEEDED, HandlingKind.PUT_OFF)
BORN = date(2000, 1, 5)
SHORTER = """
  deadlines.first_contact:
    value: {title: Eerste contact met hem, counted: 2 days after referred, act: officer, tone: loud, done_by: first_contact}
    text: Zo snel als het kan.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""


class Story:
    """Three young people, one detained already, and what happens around them."""

    def __init__(self, cast: Cast, seed: int, *, at: datetime) -> None:
        self.cast, self.chance, self.at = cast, Random(seed), at  # noqa: S311 - the same story for the same seed
        self.happened: set[str] = set()
        for number in range(3):
            people.guide(cast, at=at, who=Identity(f"Kai {number}", "Alders", BORN))
        self._come_in(self._his(0))

    def live(self, at: datetime) -> None:
        """One day; what cannot be is refused, as it would be on the screen."""
        self.at = at
        deeds: tuple[Callable[[Trajectory], object], ...] = (
            self._meet, self._think_better, self._come_in, self._leave, self._move, self._tell_better, self._hear,
            self._restrict, self._situate, self._handle, self._handle, self._handle, self._take_back, self._correct,
        )  # fmt: skip
        for deed in self.chance.choices(deeds, k=4):
            with suppress(DomainError, ObjectDoesNotExist, IndexError):
                deed(self._his(self.chance.randrange(3)))
                self.happened.add(deed.__name__)

    def lay_down(self, at: datetime) -> None:
        """A local edition, which holds since long: of the days before it nobody knew."""
        load(shipped("sittard-geleen").rstrip() + SHORTER, filename="local.yaml", by=TESTER, at=at)

    def _his(self, number: int) -> Trajectory:
        whole = Trajectory.objects.select_related("person", "referral", "municipality")
        return whole.order_by("pk")[number]

    def _ago(self, most: int) -> date:
        return day(self.at) - timedelta(days=self.chance.randrange(most))

    def _ahead(self, most: int) -> date:
        return day(self.at) + timedelta(days=self.chance.randrange(1, most))

    def _meet(self, his: Trajectory) -> None:
        people.meet(his, by=self.cast.noor, at=self.at, happened_on=self._ago(7))

    def _think_better(self, his: Trajectory) -> None:
        moment = self.chance.choice(ContactMoment.objects.current().filter(trajectory=his).order_by("pk"))
        moment.withdraw(by=self.cast.noor.acting(self.at), at=self.at)

    def _come_in(self, his: Trajectory) -> None:
        hold(his.person, at=self.at, entered_on=self._ago(30), regime=Regime.ADULT)
        sentence(his.person, at=self.at, months=self.chance.choice((3, 6, 18)))

    def _leave(self, his: Trajectory) -> None:
        stay = Stay.objects.current().of(his.person).latest("entered_on", "pk")
        stay.leave(on=self._ago(5), by=TESTER, at=self.at)

    def _move(self, his: Trajectory) -> None:
        certainty = self.chance.choice((Certainty.EXPECTED, Certainty.FIXED, Certainty.ANY_DAY))
        expected_on = None if certainty is Certainty.ANY_DAY else self._ahead(90)
        release(his.person, at=self.at, expected_on=expected_on, certainty=certainty)

    def _tell_better(self, his: Trajectory) -> None:
        told = ReleaseDate.objects.current().of(his.person).latest("recorded_at", "pk")
        told.add_correction(by=TESTER, at=self.at, expected_on=self._ahead(60), certainty=Certainty.EXPECTED)

    def _hear(self, his: Trajectory) -> None:
        hear(his.person, at=self.at, happened_on=self._ahead(9))

    def _restrict(self, his: Trajectory) -> None:
        restrict(his.person, at=self.at, until=self._ahead(30))

    def _situate(self, his: Trajectory) -> None:
        people.situate(
            his, self.chance.choice(ANSWERS), by=self.cast.noor, at=self.at, happened_on=self._ago(20)
        )

    def _handle(self, his: Trajectory) -> None:
        term = self.chance.choice(reckonings([his], on=day(self.at))[his.pk].terms)
        before = Handling.objects.of_term(his, term).last()
        kind = self.chance.choice(KINDS)
        until = self._ahead(9) if kind is HandlingKind.PUT_OFF else None
        on = self._ago(9) if kind is HandlingKind.DONE else day(self.at)
        account = HandlingAccount(kind, on, until, "Zo is het.")
        seen = before.pk if before else None
        by = self.cast.noor.acting(self.at)
        Handling.tell(trajectory=his, term=term, account=account, seen=seen, by=by, at=self.at)

    def _take_back(self, his: Trajectory) -> None:
        said = self.chance.choice(Handling.objects.current().filter(trajectory=his).order_by("pk"))
        said.take_back(by=self.cast.noor.acting(self.at), at=self.at)

    def _correct(self, his: Trajectory) -> None:
        """Who he is, or what his referral told, is written down better."""
        told = his.referral
        telling = Telling("PI Sittard", told.happened_on - timedelta(days=1), told.detained_since)
        who = replace(his.person.identity, birth_date=BORN + timedelta(days=self.chance.randrange(900)))
        correct_referral(
            referral=told, telling=telling, identity=who, by=self.cast.noor.acting(self.at), at=self.at
        )
