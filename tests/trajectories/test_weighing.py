"""An officer weighs a referral: the verb, its refusals, its record, its journal entry, and the page."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import Change, change
from regie.approach.enums import Weight
from regie.approach.models import Edition
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import weigh_referral
from regie.trajectories.enums import Answer, Disability
from regie.trajectories.models import Referral, Trajectory, Weighing
from regie.trajectories.rules import Judged, Weighed, still_answering
from tests.cast import Cast
from tests.factories import people

END = date(2029, 1, 1)


def weigh(referral: Referral, by, now: datetime, **changes: Any) -> Weighing:
    found = people.favourable(approach_for(referral.municipality, on=now.date()))
    values = {name: getattr(found, name) for name in Weighed.__dataclass_fields__} | changes
    return weigh_referral(referral=referral, weighed=Weighed(**values), by=by.acting(now), at=now)


def accept(referral: Referral, cast: Cast, now: datetime) -> Trajectory:
    return referral.accept(planned_end=END, by=cast.noor.acting(now), at=now)


def settle(cast: Cast, code: str, value: object, now: datetime) -> Edition:
    made = Change(code, value, "Zo is het besloten.", day(now))
    last = Edition.objects.filter(municipality=cast.here).latest_to_begin()
    return change(municipality=cast.here, change=made, seen=last.pk, by=cast.wil.acting(now), at=now)


class TestItWorks:
    def test_each_criterion_has_an_answer_and_its_words(self, cast: Cast, referral, now):
        weighing = weigh(referral, cast.noor, now)
        assert weighing.judged["multi_problem"] == Judged(Answer.MET, "Dat vertelde de casemanager.")
        assert weighing.domains == ["housing", "finances_and_debts"]

    def test_his_age_is_reckoned_not_typed(self, cast: Cast, referral, now):
        assert weigh(referral, cast.noor, now).judged["age"].answer is Answer.MET

    def test_it_keeps_the_editions_it_was_weighed_by(self, cast: Cast, referral, now):
        weighing = weigh(referral, cast.noor, now)
        assert [edition.layer for edition in weighing.editions] == ["national", "regional", "local"]

    def test_elsewhere_only_the_layers_that_hold_there(self, cast: Cast, now):
        there = people.refer(cast, at=now, by=cast.bas, where=cast.elsewhere)
        weighing = weigh(there, cast.bas, now)
        assert weighing.local is None
        assert "regular_aftercare" not in weighing.judged

    def test_telling_it_better_keeps_what_stood_there(self, cast: Cast, referral, now):
        first = weigh(referral, cast.noor, now)
        people.weigh(referral, by=cast.sem, at=now, willingness=Answer.NOT_MET)
        assert Weighing.objects.of(referral.ref).judged["willingness"].answer is Answer.NOT_MET
        assert Weighing.objects.get(pk=first.pk).judged["willingness"].answer is Answer.MET

    def test_lvb_is_noted_with_its_ground(self, cast: Cast, referral, now):
        weighing = weigh(
            referral, cast.noor, now, disability=Disability.SUSPECTED, disability_ground="Hij vroeg dit zelf."
        )
        assert (weighing.disability, weighing.disability_ground) == ("suspected", "Hij vroeg dit zelf.")


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_only_an_officer_of_this_municipality_weighs(self, cast: Cast, referral, now, who: str):
        with pytest.raises(NotAllowed):
            weigh(referral, getattr(cast, who), now)
        assert not Weighing.objects.exists()


class TestItIsRefusedInTheWrongState:
    def test_after_it_was_accepted(self, cast: Cast, trajectory, now):
        with pytest.raises(NotNow, match="Noor heeft deze aanmelding al aangenomen"):
            people.weigh(trajectory.referral, by=cast.sem, at=now)

    def test_a_second_first_weighing(self, cast: Cast, referral, now):
        weigh(referral, cast.noor, now)
        with pytest.raises(NotNow, match="Iemand anders heeft dit intussen"):
            weigh(referral, cast.sem, now)

    def test_a_criterion_that_is_not_asked(self, cast: Cast, referral, now):
        with pytest.raises(NotNow, match="De aanpak van uw gemeente is intussen veranderd"):
            weigh(referral, cast.noor, now, criteria={"hair_colour": Judged(Answer.MET)})

    def test_a_life_domain_that_does_not_exist(self, cast: Cast, referral, now):
        with pytest.raises(NotNow, match="intussen veranderd"):
            weigh(referral, cast.noor, now, domains=("astrology",))

    @pytest.mark.parametrize(
        ("changes", "field", "says"),
        [
            ({"domains": ()}, "domains", "Kies de leefgebieden"),
            ({"disability": Disability.KNOWN}, "disability_ground", "waarom u dit mag noteren"),
            ({"disability_ground": "Zomaar."}, "disability", "Kies ook wat u noteert"),
            (
                {"criteria": {"regular_aftercare": Judged(Answer.MET, " ")}},
                "words_regular_aftercare",
                "waarom reguliere nazorg niet genoeg is",
            ),
            ({"criteria": {"capacity": Judged(Answer.MET, "x" * 4001)}}, "words_capacity", "te lang"),
        ],
    )
    def test_what_is_missing_is_said_beside_the_field(
        self, cast: Cast, referral, now, changes: dict[str, Any], field: str, says: str
    ):
        with pytest.raises(NotValid, match=says) as refused:
            weigh(referral, cast.noor, now, **changes)
        assert refused.value.field == field


class TestAcceptingAsksForIt:
    def test_not_weighed_yet(self, cast: Cast, referral, now):
        with pytest.raises(NotNow, match="nog niet gewogen"):
            accept(referral, cast, now)

    @pytest.mark.parametrize("answer", [Answer.NOT_MET, Answer.UNKNOWN, Answer.NOT_ASKED])
    def test_what_must_be_met_and_is_not_known_to_be(self, cast: Cast, referral, now, answer: Answer):
        people.weigh(referral, by=cast.noor, at=now, multi_problem=answer)
        with pytest.raises(NotNow, match="Heeft hij hardnekkige problemen"):
            accept(referral, cast, now)

    @pytest.mark.parametrize("answer", [Answer.NOT_MET, Answer.UNKNOWN, Answer.NOT_ASKED])
    def test_what_weighs_along_does_not_stand_in_the_way(self, cast: Cast, referral, now, answer: Answer):
        people.weigh(referral, by=cast.noor, at=now, willingness=answer)
        assert accept(referral, cast, now)

    @pytest.mark.parametrize("birth_date", [None, date(1998, 11, 1), date(2010, 1, 1)])
    def test_an_age_that_does_not_fit_or_is_unknown(self, cast: Cast, now, birth_date: date | None):
        referral = people.refer(cast, at=now, who=Identity("Kai", "Alders", birth_date))
        people.weigh(referral, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="Past zijn leeftijd"):
            accept(referral, cast, now)

    def test_a_birth_date_that_was_corrected_since_counts(self, cast: Cast, now):
        referral = people.refer(cast, at=now, who=Identity("Kai", "Alders", None))
        people.weigh(referral, by=cast.noor, at=now)
        better = Identity("Kai", "Alders", date(2004, 5, 3))
        referral.person.correct(identity=better, by=cast.noor.acting(now), at=now)
        assert accept(Referral.objects.get(pk=referral.pk), cast, now)

    def test_a_criterion_that_was_taken_out_no_longer_stands_in_the_way(self, cast: Cast, referral, now):
        people.weigh(referral, by=cast.noor, at=now, multi_problem=Answer.NOT_MET)
        settle(cast, "criteria.regular_aftercare", Weight.OFF.value, now)
        people.weigh(referral, by=cast.noor, at=now)
        assert accept(referral, cast, now)

    def test_what_weighed_along_and_must_be_met_now(self, cast: Cast, referral, now):
        people.weigh(referral, by=cast.noor, at=now, willingness=Answer.NOT_MET)
        settle(cast, "criteria.willingness", Weight.NEEDED.value, now)
        with pytest.raises(NotNow, match="Wil hij contact met een officier"):
            accept(referral, cast, now)


class TestAnOldWeighing:
    def test_keeps_its_version_after_a_local_rule_changed(self, cast: Cast, referral, now, noor: Client):
        people.weigh(referral, by=cast.noor, at=now)
        accept(referral, cast, now)
        before = Weighing.objects.of(referral.ref)
        settle(cast, "age.oldest", 20, now)
        settle(cast, "criteria.regular_aftercare", Weight.OFF.value, now)
        after = Weighing.objects.of(referral.ref)
        assert after.editions == before.editions
        assert after.approach.oldest == 27
        page = noor.get(reverse("desk:weighing", args=[referral.ref])).content.decode()
        assert "Is reguliere nazorg voor hem niet genoeg?" in page
        assert "Uitgave van 1 juli 2025" in page

    def test_keeps_the_age_as_it_was_reckoned_when_his_birth_date_is_told_better(
        self, cast: Cast, referral, now, noor: Client
    ):
        people.weigh(referral, by=cast.noor, at=now)
        accept(referral, cast, now)
        better = Identity("Jayden", "Muller", date(1990, 4, 17), "999990019")
        referral.person.correct(identity=better, by=cast.noor.acting(now), at=now)
        page = noor.get(reverse("desk:weighing", args=[referral.ref])).content.decode()
        assert "21 jaar op 14-11-2026" in page
        assert "36 jaar" not in page

    def test_still_answers_what_is_asked_the_same(self, cast: Cast, referral, now, noor: Client):
        people.weigh(referral, by=cast.noor, at=now)
        settle(cast, "criteria.regular_aftercare", Weight.OFF.value, now)
        page = noor.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        assert "Is reguliere nazorg voor hem niet genoeg?" not in page
        assert "Heeft hij hardnekkige problemen" in page

    def test_an_answer_to_a_question_that_was_put_otherwise_no_longer_counts(self, cast: Cast, now):
        then = approach_for(cast.here, on=now.date())
        first, *rest = then.criteria
        now_asked = replace(then, criteria=(replace(first, question="Is hij oud genoeg?"), *rest))
        judged = {criterion.code: Judged(Answer.MET) for criterion in then.criteria}
        assert set(judged) - set(still_answering(judged, then=then, now=now_asked)) == {first.code}


class TestItLeavesARecord:
    def test_who_and_when_and_of_whom(self, cast: Cast, referral, now):
        weighing = weigh(referral, cast.noor, now)
        assert (weighing.ref, weighing.person) == (referral.ref, referral.person)
        assert (weighing.recorded_by_label, weighing.recorded_at) == ("Noor", now)

    def test_a_journal_entry_without_what_was_found(self, cast: Cast, referral, now):
        weigh(referral, cast.noor, now)
        entry = JournalEntry.objects.get(verb="referral.weighed")
        assert (entry.chain_id, entry.subject) == ("GM1883", referral.person.ref)
        assert entry.fields == ["criteria", "disability", "domains"]


def typed(client: Client, referral: Referral, **changes: Any) -> dict[str, Any]:
    form = client.get(reverse("desk:weigh", args=[referral.ref])).context["form"]
    values = {name: form[name].value() for name in form.fields}
    values |= {name: "met" for name in values if name.startswith("answer_")}
    values |= {"words_regular_aftercare": "Nazorg komt te laat.", "domains": ["housing"]}
    return {name: "" if value is None else value for name, value in (values | changes).items()}


class TestThePageShowsIt:
    def test_from_the_questions_to_accepting(self, cast: Cast, referral, noor: Client):
        url = reverse("desk:weigh", args=[referral.ref])
        sent = noor.post(url, typed(noor, referral), follow=True).content.decode()
        assert "Weging opgeslagen." in sent
        assert "Nazorg komt te laat." in sent
        assert "U wordt de re-integratieofficier." in sent

    def test_before_it_is_weighed_nobody_is_asked_to_accept(self, referral, noor: Client):
        page = noor.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        assert "Weeg deze aanmelding eerst." in page
        assert "U wordt de re-integratieofficier." not in page

    def test_what_is_still_open_is_named(self, cast: Cast, referral, now, noor: Client):
        people.weigh(referral, by=cast.noor, at=now, multi_problem=Answer.UNKNOWN)
        page = noor.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        assert "Hieraan is nog niet voldaan: Heeft hij hardnekkige problemen" in page
        assert "Nagevraagd, niet bekend" in page

    def test_what_was_typed_stays_when_something_is_missing(self, referral, noor: Client):
        sent = noor.post(
            reverse("desk:weigh", args=[referral.ref]),
            typed(noor, referral, words_capacity="Het kan er net bij.", words_regular_aftercare=""),
        )
        page = sent.content.decode()
        assert "Schrijf op waarom reguliere nazorg niet genoeg is." in page
        assert "Het kan er net bij." in page
        assert not Weighing.objects.exists()

    def test_a_criterion_removed_while_the_form_was_open_loses_nothing_that_was_typed(
        self, cast: Cast, referral, now, noor: Client
    ):
        sending = typed(noor, referral, words_capacity="Ik heb ruimte.")
        settle(cast, "criteria.regular_aftercare", Weight.OFF.value, this_moment())
        sent = noor.post(reverse("desk:weigh", args=[referral.ref]), sending)
        page = sent.content.decode()
        assert "De aanpak van uw gemeente is intussen veranderd." in page
        assert "Een vraag is vervallen. U schreef daar: Nazorg komt te laat." in page
        assert "Ik heb ruimte." in page
        assert not Weighing.objects.exists()
        again = {name: sent.context["form"][name].value() for name in sent.context["form"].fields}
        again = {name: "" if value is None else value for name, value in again.items()}
        assert noor.post(reverse("desk:weigh", args=[referral.ref]), again).status_code == 302

    def test_two_officers_weigh_at_once(self, cast: Cast, referral, noor: Client, sem: Client):
        hers, his = typed(noor, referral), typed(sem, referral)
        url = reverse("desk:weigh", args=[referral.ref])
        noor.post(url, hers)
        assert "Iemand anders heeft dit intussen al verbeterd." in sem.post(url, his).content.decode()

    def test_sent_twice_is_once(self, referral, noor: Client):
        sending = typed(noor, referral)
        url = reverse("desk:weigh", args=[referral.ref])
        assert noor.post(url, sending).status_code == 302
        noor.post(url, sending)
        assert Weighing.objects.count() == 1

    def test_the_coordinator_reads_it_and_cannot_decide(self, cast: Cast, referral, now, fatima: Client):
        people.weigh(referral, by=cast.noor, at=now)
        page = fatima.get(reverse("desk:referral", args=[referral.ref])).content.decode()
        assert "Dat vertelde de casemanager." in page
        assert reverse("desk:weigh", args=[referral.ref]) not in page

    def test_the_list_says_how_far_it_is(self, cast: Cast, referral, now, noor: Client):
        assert "Nog te wegen" in noor.get(reverse("desk:referrals")).content.decode()
        people.weigh(referral, by=cast.noor, at=now)
        assert "Gewogen" in noor.get(reverse("desk:referrals")).content.decode()
