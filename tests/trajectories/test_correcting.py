"""An officer writes down better who it is and what was told."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.queries import standings
from regie.persons.models import FormerIdentity, Person
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import Telling, correct_referral
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.people import JAYDEN

TODAY = date(2026, 11, 18)
TOLD = Telling("PI Sittard", TODAY, date(2026, 11, 14), "PI Sittard", "Geen ID.")
TOLD_BETTER = replace(TOLD, detained_since=date(2026, 11, 10), facility="PI Roermond")


def correct(referral: Referral, by, now, telling: Telling = TOLD_BETTER, identity: Identity = JAYDEN, **more):
    return correct_referral(
        referral=referral, telling=telling, identity=identity, by=by.acting(now), at=now, **more
    )


class TestItWorks:
    def test_the_better_telling_stands_and_the_old_can_be_read_back(self, cast: Cast, referral, now):
        tomorrow = now + timedelta(days=1)
        correct(referral, cast.noor, tomorrow)
        assert Referral.objects.current().get().facility == "PI Roermond"
        assert Referral.objects.as_known(TODAY).get().facility == "PI Sittard"

    def test_the_day_one_clock_follows(self, cast: Cast, trajectory, now):
        correct(trajectory.referral, cast.noor, now)
        again = Trajectory.objects.select_related("referral").get()
        assert standings([again], on=TODAY)[again.pk].day_one.days == 8

    def test_a_better_name_stands_and_the_old_is_kept(self, cast: Cast, referral, now):
        correct(referral, cast.noor, now, TOLD, Identity("Jaydn", "Müller", date(2005, 4, 18), "123456782"))
        person, before = Person.objects.get(), FormerIdentity.objects.get()
        assert (str(person), person.bsn, person.birth_date) == (
            "Jaydn Müller",
            "123456782",
            date(2005, 4, 18),
        )
        assert (str(before), before.bsn, before.birth_date) == (
            "Jayden Muller",
            JAYDEN.bsn,
            JAYDEN.birth_date,
        )
        assert before.recorded_by_label == "Noor"
        assert Person.objects.all().with_bsn("123456782").exists()

    def test_a_better_name_alone_makes_a_version_too(self, cast: Cast, referral, now):
        better = correct(referral, cast.noor, now, TOLD, replace(JAYDEN, given_names="Jaydn"))
        assert better.corrects == referral

    def test_the_same_again_writes_nothing(self, cast: Cast, referral, now):
        entries = JournalEntry.objects.count()
        assert correct(referral, cast.noor, now, TOLD) == referral
        assert JournalEntry.objects.count() == entries
        assert not FormerIdentity.objects.exists()

    def test_one_sending_corrects_once(self, cast: Cast, referral, now):
        sending = uuid.uuid4()
        first = correct(referral, cast.noor, now, submission=sending)
        assert correct(referral, cast.noor, now, submission=sending) == first


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada", "bas"])
    def test_an_open_referral_by_who_screens_only(self, cast: Cast, referral, now, who: str):
        with pytest.raises(NotAllowed):
            correct(referral, getattr(cast, who), now)

    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_an_accepted_one_by_who_guides_only(self, cast: Cast, trajectory, now, who: str):
        with pytest.raises(NotAllowed):
            correct(trajectory.referral, getattr(cast, who), now)
        assert Referral.objects.count() == 1


class TestItIsRefusedWhenItCannotBe:
    def test_two_at_once_do_not_pass_each_other(self, cast: Cast, referral, now):
        correct(referral, cast.noor, now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            correct(referral, cast.sem, now, replace(TOLD, facility="PI Vught"))

    @pytest.mark.parametrize(
        ("telling", "identity", "field"),
        [
            (replace(TOLD, detained_since=TODAY + timedelta(days=1)), JAYDEN, "detained_since"),
            (TOLD, Identity("", ""), "family_name"),
            (TOLD, replace(JAYDEN, bsn="123456789"), "bsn"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, referral, now, telling, identity, field: str):
        with pytest.raises(NotValid) as refused:
            correct(referral, cast.noor, now, telling, identity)
        assert refused.value.field == field

    def test_the_bsn_of_somebody_else(self, cast: Cast, referral, now):
        other = people.refer(cast, at=now, who=Identity("Kevin", "Smeets", None, "123456782"))
        with pytest.raises(NotValid, match="staat al bij een jongere"):
            correct(other, cast.noor, now, TOLD, replace(JAYDEN, given_names="Kevin"))

    def test_two_better_names_at_once_do_not_pass_each_other(self, cast: Cast, referral, now):
        seen_by_sem = Referral.objects.select_related("person").get()
        correct(referral, cast.noor, now, TOLD, replace(JAYDEN, given_names="Jaydn"))
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            correct(seen_by_sem, cast.sem, now, TOLD, replace(JAYDEN, family_name="Mulder"))
        assert str(Person.objects.get()) == "Jaydn Muller"

    def test_nor_by_two_referrals_of_one_person(self, cast: Cast, referral, now):
        people.refer(cast, at=now, who=referral.person, by=cast.sem)
        other = Referral.objects.select_related("person").latest("pk")
        correct(referral, cast.noor, now, TOLD, replace(JAYDEN, given_names="Jaydn"))
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            correct(other, cast.sem, now, TOLD, replace(JAYDEN, family_name="Mulder"))

    def test_half_a_correction_is_none(self, cast: Cast, referral, now):
        correct(referral, cast.noor, now)
        with pytest.raises(NotNow):
            correct(
                referral, cast.sem, now, replace(TOLD, facility="PI Vught"), replace(JAYDEN, given_names="X")
            )
        assert not FormerIdentity.objects.exists()


class TestItLeavesARecord:
    def test_the_journal_names_the_fields_and_no_values(self, cast: Cast, referral, now):
        correct(referral, cast.noor, now, identity=replace(JAYDEN, given_names="Jaydn"))
        entries = JournalEntry.objects.filter(verb__endswith="corrected").order_by("number")
        assert [(entry.verb, entry.fields) for entry in entries] == [
            ("person.corrected", ["given_names"]),
            ("referral.corrected", ["detained_since", "facility"]),
        ]


class TestThePageShowsIt:
    def test_from_what_stands_to_what_is_better(self, cast: Cast, referral, noor: Client):
        url = reverse("desk:correct_referral", args=[referral.ref])
        form = noor.get(url).context["form"]
        typed = {name: form[name].value() or "" for name in form.fields}
        assert typed["birth_date"] == "17-04-2005"
        page = noor.post(
            url, typed | {"given_names": "Jaydn", "facility": "PI Vught"}, follow=True
        ).content.decode()
        assert "Gegevens verbeterd." in page
        assert "Jaydn Muller" in page
        assert "PI Vught" in page

    def test_after_acceptance_it_leads_back_to_his_page(self, cast: Cast, trajectory, noor: Client):
        url = reverse("desk:correct_referral", args=[trajectory.referral.ref])
        assert url in noor.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        form = noor.get(url).context["form"]
        typed = {name: form[name].value() or "" for name in form.fields}
        page = noor.post(url, typed | {"detained_since": "10-11-2026"}, follow=True)
        assert page.redirect_chain[-1][0] == reverse("desk:person", args=[trajectory.person.ref])
        assert "10 november 2026" in page.content.decode()

    @pytest.mark.parametrize(("who", "ground"), [("noor", "screening"), ("fatima", "coordination")])
    def test_reading_it_is_written_down_on_the_right_ground(self, cast: Cast, referral, request, who, ground):
        request.getfixturevalue(who).get(reverse("desk:referral", args=[referral.ref]))
        assert AccessEntry.objects.get().ground == ground

    def test_opening_the_form_is_reading_too(self, cast: Cast, trajectory, noor: Client):
        noor.get(reverse("desk:correct_referral", args=[trajectory.referral.ref]))
        entry = AccessEntry.objects.get()
        assert (entry.page, entry.ground) == ("desk:correct_referral", "assignment")

    def test_a_form_of_an_older_version_writes_nothing_over(self, cast: Cast, referral, now, noor: Client):
        url = reverse("desk:correct_referral", args=[referral.ref])
        form = noor.get(url).context["form"]
        typed = {name: form[name].value() or "" for name in form.fields}
        correct(referral, cast.sem, now, identity=replace(JAYDEN, given_names="Jaydn"))
        page = noor.post(url, typed | {"told": "Wel een ID."}).content.decode()
        assert "Iemand anders heeft dit intussen al verbeterd." in page
        assert "Wel een ID." in page
        assert Person.objects.get().given_names == "Jaydn"

    def test_an_older_version_of_an_accepted_referral_is_open_to_nobody(self, cast: Cast, trajectory, now):
        correct(trajectory.referral, cast.noor, now)
        assert not Referral.objects.visible_to(cast.sem.acting(now)).exists()
        assert Referral.objects.visible_to(cast.noor.acting(now)).count() == 2

    def test_a_referral_that_was_corrected_meanwhile_is_accepted_as_it_stands(
        self, cast: Cast, referral, now
    ):
        people.weigh(referral, by=cast.noor, at=now)
        better = correct(referral, cast.sem, now)
        started = referral.accept(planned_end=date(2028, 11, 18), by=cast.noor.acting(now), at=now)
        assert started.referral == better
        assert not Referral.objects.open().exists()
