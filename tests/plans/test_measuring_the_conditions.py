"""The form and the table of the basic conditions: what is known is proposed, and what is not asked is said apart."""

from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import ConditionReading, Row
from regie.plans.queries import conditions_by_trajectory
from regie.plans.rules import (
    ConditionReadingAccount,
    proposed,
)
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Trajectory
from regie.trajectories.rules import CircumstanceAccount
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.gathered import told_of
from tests.factories.readings import CONDITIONS, measure

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
IN, OUT = date(2026, 1, 5), date(2026, 10, 6)
ENTRY, RELEASE, AFTER_6 = MeasuredAt.ENTRY, MeasuredAt.RELEASE, MeasuredAt.AFTER_6
SENT = {
    "happened_on": "17-11-2026",
    "answer_housing": "yes",
    "words_housing": "Bij zijn oma.",
    "source_housing": "Zijn oma",
    "answer_debts": "unknown",
}


@pytest.fixture
def free(cast: Cast, now) -> Trajectory:
    """Noor guides Jayden since January; he came in on the fifth and is out since October."""
    trajectory = people.guide(cast, at=datetime(2026, 1, 9, 9, 30, tzinfo=UTC))
    hold(trajectory.person, at=now, entered_on=IN, left_on=OUT)
    return trajectory


def row(condition: str = "housing", moment: MeasuredAt = ENTRY, **told) -> Row:
    usual = {"happened_on": TODAY, "answer": ConditionAnswer.YES, "words": ""}
    return Row({"moment": moment, "condition": condition}, ConditionReadingAccount(**(usual | told)))


def tell(trajectory, cast: Cast, now, *rows: Row, **more) -> ConditionReading:
    return ConditionReading.tell_together(
        trajectory=trajectory, rows=rows, by=cast.noor.acting(now), at=now, **more
    )


def stands(trajectory, as_known: date | None = None) -> list[tuple[str, str, str]]:
    versions = told_of(trajectory).of(ConditionReading)
    told = conditions_by_trajectory(versions, as_known=as_known).get(trajectory.pk, [])
    return [(one.moment, one.condition, one.answer) for one in told]


def page(client: Client, trajectory) -> str:
    return unescape(client.get(reverse("desk:readings", args=[trajectory.person.ref])).content.decode())


def way_to(trajectory, moment: str = "entry") -> str:
    return reverse("desk:measure_conditions", args=[trajectory.person.ref, moment])


class TestWhatIsKnownAlready:
    @pytest.mark.parametrize(
        ("condition", "kind", "account", "answer"),
        [
            ("identity", Kind.IDENTITY, CircumstanceAccount(Value.VALID_ID, TODAY, TODAY), "yes"),
            ("identity", Kind.IDENTITY, CircumstanceAccount(Value.VALID_ID, TODAY, TODAY - DAY), "no"),
            ("identity", Kind.IDENTITY, CircumstanceAccount(Value.NO_ID, TODAY), "no"),
            ("income", Kind.BENEFIT, CircumstanceAccount(Value.SOCIAL_ASSISTANCE, TODAY), "yes"),
            ("income", Kind.BENEFIT, CircumstanceAccount(Value.NO_BENEFIT, TODAY), None),
            ("income", Kind.WORK, CircumstanceAccount(Value.JOB, TODAY, TODAY - DAY), None),
            ("housing", Kind.ADDRESS, CircumstanceAccount(Value.NO_ADDRESS, TODAY), "no"),
            ("housing", Kind.ADDRESS, CircumstanceAccount(Value.UNKNOWN, TODAY), None),
            ("care", Kind.INSURANCE, CircumstanceAccount(Value.INSURED, TODAY), None),
        ],
    )
    def test_it_says_what_follows_from_it_and_no_more(self, condition: str, kind: Kind, account, answer):
        found = proposed(condition, {kind: account}, on=TODAY)
        assert found == (None if answer is None else (kind, answer))

    def test_it_is_proposed_with_its_source_and_never_filled_in(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        people.situate(
            trajectory,
            Value.VALID_ID,
            by=cast.noor,
            at=now,
            valid_until=date(2027, 11, 18),
            source="Zijn moeder",
        )
        form = unescape(noor.get(way_to(trajectory)).content.decode())
        assert "Bij Situatie staat: Identiteitsbewijs: " in form
        assert "Zijn moeder" in form
        assert "Dat wijst op ‘ja’." in form
        assert form.count(" checked") == len(CONDITIONS)  # not asked, of each
        assert not ConditionReading.objects.exists()


class TestThePageShowsIt:
    def test_from_the_page_through_the_form_to_the_table(self, trajectory, noor: Client):
        assert way_to(trajectory) in page(noor, trajectory)
        text = unescape(noor.post(way_to(trajectory), SENT, follow=True).content.decode())
        assert "Basisvoorwaarden vastgelegd: bij binnenkomst." in text
        table, rest = text.split("De vijf momenten")
        assert table.count("Niet gevraagd") == 25 - 2 + 1  # two were told; and the words below it
        assert table.count(">Niet bekend<") == 1
        assert "Bekend is of hij schulden heeft" in table  # what it means is there, folded
        assert "Nog te vragen: inkomen, geldig identiteitsbewijs en zorg." in rest
        assert "Gemeten op 17 november 2026 · Bij zijn oma. · Van: Zijn oma" in rest

    def test_telling_it_better_and_taking_it_back(self, cast: Cast, trajectory, now, noor: Client):
        told = measure(trajectory, ENTRY, "income", by=cast.noor, at=now)
        way = reverse("desk:correct_conditionreading", args=[told.ref])
        assert "Bij zijn oma." in noor.get(way).content.decode()
        sent = {"answer": "no", "happened_on": "18-11-2026", "words": ""}
        assert "Basisvoorwaarde verbeterd." in noor.post(way, sent, follow=True).content.decode()
        back = reverse("desk:withdraw_conditionreading", args=[told.ref])
        assert "Inkomen, bij binnenkomst" in noor.get(back).content.decode()
        assert "Basisvoorwaarde ingetrokken." in noor.post(back, follow=True).content.decode()
        assert stands(trajectory) == []

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"answer_housing": ""}, "Kies hierbij ook een antwoord."),
            ({"happened_on": "1-1-2090"}, "nog niet geweest"),
            ({"words_housing": "y" * 1001}, "te lang"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        text = noor.post(way_to(trajectory), SENT | typed).content.decode()
        assert says in text
        assert (SENT | typed)["words_housing"] in text
        assert "Zijn oma" in text
        assert not ConditionReading.objects.exists()

    def test_of_a_moment_that_we_have_not_there_is_nothing(self, trajectory, noor: Client):
        assert noor.get(way_to(trajectory, "ooit")).status_code == 404
