"""A text is held against all that his own file says of him, also of how he was known before."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from regie.anonymity.queries import check_anonymous, known_of
from regie.base.clock import day
from regie.base.errors import NotValid
from regie.plans.enums import MayCall, SlotKind
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import around, barriers, debts, first_days, people
from tests.factories.people import JAYDEN


@pytest.fixture
def by(cast: Cast, now):
    return {"by": cast.noor, "at": now}


def refused(trajectory, now, **texts: str) -> tuple[str, str]:
    with pytest.raises(NotValid) as said:
        check_anonymous(trajectory, on=day(now), **texts)
    return said.value.field, said.value.sentence


class TestItIsRefused:
    @pytest.mark.parametrize("word", ["Jayden", "Müller", "jaydens", "17 april 2005", "999990019", "J.M."])
    def test_by_who_he_is(self, trajectory, now, word):
        field, sentence = refused(trajectory, now, question="Kan dit?", brief=f"Het loket weigert {word} nu.")
        assert field == "brief"
        assert f"‘{word}’" in sentence

    def test_by_how_he_was_known_before(self, cast: Cast, trajectory, now):
        later = now + timedelta(hours=1)
        identity = replace(JAYDEN, given_names="Jaimy")
        trajectory.person.correct(identity=identity, by=cast.noor.acting(later), at=later)
        trajectory.person.refresh_from_db()
        assert (
            refused(trajectory, now, brief="Jaimy wacht.")[1] == "‘Jaimy’ is zijn naam. Schrijf het zonder."
        )
        assert (
            refused(trajectory, now, brief="Jayden wacht.")[1] == "‘Jayden’ is zijn naam. Schrijf het zonder."
        )

    def test_by_who_is_around_him_also_when_that_was_withdrawn(self, cast: Cast, trajectory, by, now):
        oma = around.know(trajectory, name="Oma Riet", may_call=MayCall.YES, phone="046 477 77 77", **by)
        around.know(trajectory, name="Mijn buurman Wesley", **by)
        oma.withdraw(by=cast.noor.acting(now), at=now)
        assert refused(trajectory, now, brief="Bij Riet kan hij slapen.")[1].startswith("‘Riet’ is iemand")
        assert refused(trajectory, now, brief="Zie Wesley.")[1].startswith("‘Wesley’ is iemand")
        assert "046 477 7777" in refused(trajectory, now, brief="Bel 046 477 7777.")[1]

    def test_by_his_age_and_where_he_works_in_two_texts(self, trajectory, by, now):
        around.fix(trajectory, kind=SlotKind.WORK, place="Bakkerij Jonkers, Stationsstraat 4", **by)
        field, sentence = refused(trajectory, now, costs="Hij is 21 jaar.", brief="Jonkers neemt hem aan.")
        assert field == "brief"
        assert sentence == "‘21 jaar’ en ‘Jonkers’ samen zeggen wie hij is. Laat één van beide weg."
        check_anonymous(trajectory, on=day(now), costs="Hij is jong.", brief="Jonkers neemt hem aan.")

    def test_by_where_he_is_held_beside_his_age(self, trajectory, now):
        check_anonymous(trajectory, on=day(now), brief="De PI Sittard weigert het briefadres.")
        assert "samen" in refused(trajectory, now, brief="Hij is 21 jaar en zit in PI Sittard.")[1]

    def test_by_where_he_sleeps(self, trajectory, by, now):
        around.fix(trajectory, kind=SlotKind.OTHER, words="Slapen", place="Lange Poten 3, Geleen-Zuid", **by)
        assert (
            refused(trajectory, now, brief="Op de lange poten.")[1]
            == "‘lange poten’ is een adres. Schrijf het zonder."
        )

    def test_by_the_number_of_a_debt(self, trajectory, by, now):
        debts.owe(trajectory, reference="CJ-2024/8812", **by)
        assert "nummer uit zijn dossier" in refused(trajectory, now, brief="Zaak CJ 20248812 loopt.")[1]

    def test_by_a_number_in_another_country(self, trajectory, by, now):
        people.name_casemanager(trajectory, "Els Terwiel", phone="+32 89 12 34 56", **by)
        assert refused(trajectory, now, brief="Volgens Terwiel kan het.")[1].startswith("‘Terwiel’ is iemand")
        assert "dossier" in refused(trajectory, now, brief="Bel 32 89 12 34 56.")[1]
        around.know(trajectory, may_call=MayCall.YES, phone="+32 89 65 43 21", **by)
        assert "dossier" in refused(trajectory, now, brief="Bel 32 89 65 43 21.")[1]

    def test_by_where_he_was_held_as_the_referral_told(self, cast: Cast, now):
        his = people.guide(cast, at=now, facility="De Kruisberg", who=replace(JAYDEN, bsn=""))
        assert "‘Kruisberg’ samen" in refused(his, now, brief="Hij is 21 jaar en was in De Kruisberg.")[1]

    def test_by_his_municipality_beside_his_age(self, trajectory, now):
        check_anonymous(trajectory, on=day(now), brief="Geleen weigert het briefadres.")
        assert "‘Geleen’ samen" in refused(trajectory, now, brief="Hij is 21 jaar. Geleen weigert.")[1]

    def test_by_where_he_slept(self, cast: Cast, now):
        his = first_days.out_since_yesterday(by=cast, at=now)
        first_days.sleep(his, words="In Lindenheuvel", by=cast.noor, at=now)
        assert "samen" in refused(his, now, brief="Hij is 21 jaar. Lindenheuvel ligt ver.")[1]


class TestItPasses:
    def test_the_barrier_as_it_was_told(self, trajectory, by, now):
        one = barriers.blocked(trajectory, party="Burgerzaken", owner_name="Burgerzaken", **by)
        brief = f"{one.words} {one.kind_title}. Burgerzaken van Sittard-Geleen weigert al 12 dagen."
        check_anonymous(trajectory, on=day(now), brief=brief, question="")

    def test_nothing_was_written(self, trajectory, now, django_assert_num_queries):
        with django_assert_num_queries(0):
            check_anonymous(trajectory, on=day(now), brief="", question=" ")

    def test_the_word_of_another_young_person_passes(self, cast: Cast, trajectory, by, now):
        other = people.guide(cast, at=now, who=replace(JAYDEN, given_names="Tycho", bsn=""))
        around.know(other, name="Wesley", **by)
        check_anonymous(trajectory, on=day(now), brief="Wesley en Tycho wachten ook.")


def test_his_whole_file_is_one_question(trajectory, by, now, django_assert_num_queries):
    for number in range(5):
        around.know(trajectory, name=f"Neef Nummer{number}", **by)
        around.fix(trajectory, place=f"Plek {uuid.uuid4()}", **by)
    found = Trajectory.objects.select_related("person", "municipality").get(pk=trajectory.pk)
    with django_assert_num_queries(1):
        known_of(found)
