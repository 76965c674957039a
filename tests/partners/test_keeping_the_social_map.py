"""Who is on the social map: added, changed, taken off, and looked at again."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.partners.enums import OrganisationKind
from regie.partners.models import Check, Organisation, Professional
from regie.partners.queries import (
    checks_of,
    facilities,
    find,
    organisations_on_map,
    people_at,
    professionals_on_map,
)
from regie.partners.rules import CheckFacts, OrganisationAccount, clean_phone, dialled, standing_of
from regie.privacy.models import JournalEntry
from tests.factories.partners import organisation, prison, professional

TODAY = date(2026, 11, 18)
MAY = date(2026, 5, 18)


def verbs() -> list[str]:
    entries = JournalEntry.objects.filter(verb__regex="^(organisation|professional|listing)").order_by("pk")
    return [entry.verb for entry in entries]


class TestItWorks:
    def test_an_organisation_is_added_and_looked_at(self, cast, now):
        bank = organisation(
            cast, "  Kredietbank   Limburg ", at=now, phone="046-477 77 77", email="Info@KBL.nl"
        )
        assert (bank.name, bank.phone, bank.email) == ("Kredietbank Limburg", "+31464777777", "info@kbl.nl")
        standing = checks_of([bank])[bank.pk]
        assert (standing.verified_on, standing.verified_by) == (TODAY, "Noor")
        assert verbs() == ["organisation.added", "listing.confirmed"]

    def test_a_professional_works_at_a_partner_and_for_a_facility(self, cast, now):
        bank, inside = organisation(cast, at=now), prison(at=now)
        els = professional(cast, at=now, organisation=bank, facility=inside, district="Centrum")
        viewer = cast.noor.acting(now)
        assert people_at(bank, viewer, on=TODAY) == people_at(inside, viewer, on=TODAY) == [els]
        assert list(professionals_on_map(viewer, on=TODAY, facility=str(inside.ref))) == [els]
        assert not professionals_on_map(viewer, on=TODAY, role="mentor").exists()

    def test_it_is_changed_and_the_journal_names_what(self, cast, now):
        bank = organisation(cast, at=now)
        told = replace(bank.account, phone="0900-8844")
        assert bank.change(account=told, seen=1, checked_on=TODAY, by=cast.fatima.acting(now), at=now)
        changed = Organisation.objects.get(pk=bank.pk)
        assert (changed.phone, changed.version) == ("+319008844", 2)
        entry = JournalEntry.objects.get(verb="organisation.changed")
        assert (entry.fields, entry.recorded_by_label) == (["phone"], "Fatima")

    def test_what_ended_is_on_no_list_and_its_people_stay(self, cast, now):
        bank = organisation(cast, at=now)
        els = professional(cast, at=now, organisation=bank)
        bank.end(by=cast.wil.acting(now), at=now)
        viewer = cast.noor.acting(now)
        assert not organisations_on_map(viewer, on=TODAY).exists()
        assert list(professionals_on_map(viewer, on=TODAY)) == [els]
        assert verbs()[-1] == "organisation.ended"

    def test_somebody_looks_again(self, cast, now):
        bank, later = organisation(cast, at=now), now + timedelta(days=30)
        bank.confirm(by=cast.sem.acting(later), at=later)
        standing = checks_of([bank])[bank.pk]
        assert (standing.verified_on, standing.verified_by) == (TODAY + timedelta(days=30), "Sem")


class TestFacilitiesStayApart:
    def test_a_partner_is_no_facility_in_a_message(self, cast, now):
        prison(at=now)
        organisation(cast, "PI Sittard", at=now)
        assert list(facilities()) == ["PI Sittard"]
        assert find("PI Sittard").is_facility

    def test_nobody_keeps_a_facility_here(self, cast, now):
        inside, by = prison(at=now), cast.noor.acting(now)
        for attempt in (
            lambda: inside.change(account=inside.account, by=by, at=now),
            lambda: inside.end(by=by, at=now),
            lambda: inside.confirm(by=by, at=now),
            lambda: inside.doubt(by=by, at=now),
        ):
            with pytest.raises(NotAllowed):
                attempt()

    def test_everyone_reads_them(self, cast, now):
        inside = prison(at=now)
        assert list(organisations_on_map(cast.bas.acting(now), on=TODAY)) == [inside]


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["bas", "ada"])
    def test_somebody_elsewhere_or_with_another_role(self, cast, now, who):
        bank, by = organisation(cast, at=now), getattr(cast, who).acting(now)
        before = JournalEntry.objects.count()
        for attempt in (
            lambda: organisation(cast, "Nieuw", at=now, by=getattr(cast, who)),
            lambda: bank.change(account=replace(bank.account, name="Anders"), by=by, at=now),
            lambda: bank.end(by=by, at=now),
            lambda: bank.confirm(by=by, at=now),
            lambda: bank.doubt(by=by, at=now),
        ):
            with pytest.raises(NotAllowed):
                attempt()
        assert Organisation.objects.get().name == "Kredietbank Limburg"
        assert JournalEntry.objects.count() == before

    def test_another_map_is_not_read(self, cast, now):
        organisation(cast, at=now)
        professional(cast, at=now)
        assert not organisations_on_map(cast.bas.acting(now), on=TODAY).exists()
        assert not professionals_on_map(cast.bas.acting(now), on=TODAY).exists()

    def test_an_organisation_of_another_map_is_not_named(self, cast, now):
        there = organisation(cast, at=now, where=cast.elsewhere, by=cast.bas)
        with pytest.raises(NotValid, match="andere kaart"):
            professional(cast, at=now, organisation=there)


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"name": "  "}, "name"),
            ({"kind": OrganisationKind.PRISON}, "kind"),
            ({"phone": "06 1234567"}, "phone"),
            ({"phone": "bel Jan 046 4777777"}, "phone"),
            ({"phone": "=1+1"}, "phone"),
            ({"email": "els@"}, "email"),
            ({"site": "geen site"}, "site"),
            ({"site": "javascript://alert(1)"}, "site"),
            ({"checked_on": TODAY + timedelta(days=1)}, "checked_on"),
        ],
    )
    def test_wrong_details(self, cast, now, told, field):
        with pytest.raises(NotValid) as refused:
            organisation(cast, **({"at": now} | told))
        assert refused.value.field == field
        assert not Organisation.objects.exists()
        assert not JournalEntry.objects.filter(verb__startswith="organisation").exists()

    def test_a_partner_is_no_facility_to_work_for(self, cast, now):
        with pytest.raises(NotValid, match="geen inrichting"):
            professional(cast, at=now, facility=organisation(cast, at=now))


class TestTwiceAndAtOnce:
    def test_one_form_adds_one(self, cast, now):
        form = {
            "account": OrganisationAccount(OrganisationKind.POLICE, "Politie"),
            "municipality": cast.here,
            "submission": uuid.uuid4(),
            "by": cast.noor.acting(now),
            "at": now,
        }
        assert Organisation.add(**form) == Organisation.add(**form)
        assert Organisation.objects.count() == 1

    def test_the_second_of_two_is_told(self, cast, now):
        bank = organisation(cast, at=now)
        bank.change(account=replace(bank.account, name="Eerst"), seen=1, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            bank.change(account=replace(bank.account, name="Toen"), seen=1, by=cast.sem.acting(now), at=now)
        assert Organisation.objects.get().name == "Eerst"

    def test_the_same_change_twice_is_once(self, cast, now):
        bank = organisation(cast, at=now)
        told = {
            "account": replace(bank.account, name="Eerst"),
            "seen": 1,
            "by": cast.noor.acting(now),
            "at": now,
        }
        assert bank.change(**told)
        assert not bank.change(**told)
        assert verbs().count("organisation.changed") == 1

    def test_ended_or_confirmed_twice_is_once(self, cast, now):
        bank, by = organisation(cast, at=now), cast.noor.acting(now)
        for _ in range(2):
            bank.confirm(by=by, at=now)
        for _ in range(2):
            bank.end(by=by, at=now)
        assert verbs() == ["organisation.added", "listing.confirmed", "organisation.ended"]

    def test_what_ended_is_not_changed_any_more(self, cast, now):
        bank, by = organisation(cast, at=now), cast.noor.acting(now)
        bank.end(by=by, at=now)
        for attempt in (
            lambda: bank.change(account=replace(bank.account, name="Toch"), by=by, at=now),
            lambda: bank.confirm(by=by, at=now),
            lambda: bank.doubt(by=by, at=now),
        ):
            with pytest.raises(NotNow, match="niet meer op de sociale kaart"):
                attempt()


class TestWhatFollowsFromChecks:
    @pytest.mark.parametrize(
        ("checks", "verified", "doubted"),
        [
            ([], None, None),
            ([(True, MAY)], MAY, None),
            ([(True, MAY), (False, TODAY)], MAY, TODAY),
            ([(True, MAY), (False, TODAY), (True, TODAY)], TODAY, None),
            (
                [(False, TODAY), (True, MAY)],
                MAY,
                TODAY,
            ),  # a list from before does not answer a doubt of today
            ([(False, MAY), (False, TODAY)], None, MAY),
            ([(True, TODAY), (True, MAY)], TODAY, None),
        ],
    )
    def test_the_database_and_the_rule_say_the_same(self, cast, now, checks, verified, doubted):
        bank = organisation(cast, at=now)
        Check.objects.all().delete()
        for holds, on in checks:
            bank._write_check(holds=holds, happened_on=on, by=cast.noor.acting(now), at=now)
        standing = checks_of([bank])[bank.pk]
        assert (standing.verified_on, standing.doubted_on) == (verified, doubted)
        asked = Organisation.objects.asking_a_look(TODAY).filter(pk=bank.pk).exists()
        assert asked == standing.asks_a_look(on=TODAY)

    def test_a_check_holds_six_months_and_that_day_itself(self):
        looked = standing_of([CheckFacts(True, MAY, "Noor")])
        assert not looked.asks_a_look(on=TODAY)
        assert looked.asks_a_look(on=TODAY + timedelta(days=1))
        assert not standing_of([CheckFacts(True, date(2026, 8, 31), "Noor")]).asks_a_look(
            on=date(2027, 2, 28)
        )


@pytest.mark.parametrize(
    "told",
    [
        {"name": ""},
        {"kind": "pub"},
        {"kind": "prison"},
        {"municipality": None},
        {"municipality": None, "kind": "prison"},
        {"emergency": "altijd"},
        {
            "emergency": "altijd",
            "phone": "046 477 77 77",
            "municipality": None,
            "kind": "prison",
            "read_on": TODAY,
        },
    ],
)
def test_the_database_holds_an_organisation_to(cast, now, told):
    values = {"kind": "police", "name": "Politie", "municipality": cast.here} | told
    stamp = Organisation.stamp(by=cast.noor.acting(now), at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(**values, **stamp)


@pytest.mark.parametrize("told", [{"name": ""}, {"role": "friend"}])
def test_the_database_holds_a_professional_to(cast, now, told):
    values = {"role": "mentor", "name": "Els", "municipality": cast.here} | told
    stamp = Professional.stamp(by=cast.noor.acting(now), at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Professional.objects.create(**values, **stamp)


@pytest.mark.parametrize("told", [{}, {"both": True}, {"words": "Nee."}])
def test_the_database_holds_a_check_to(cast, now, told):
    bank = organisation(cast, at=now)
    targets = {"organisation": bank, "professional": professional(cast, at=now)}
    values = {} if not told else targets if "both" in told else {"organisation": bank, **told}
    stamp = Check.stamp(by=cast.noor.acting(now), at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(holds=True, happened_on=TODAY, **values, **stamp)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("0900 8844", "tel:09008844"),
        ("0800 0113", "tel:08000113"),
        ("088 123 4567", "tel:+31881234567"),
        ("046 477 77 77", "tel:+31464777777"),
        ("+32 89 12 34 56", "tel:+3289123456"),
        ("112", "tel:112"),
        ("", ""),
    ],
)
def test_a_telephone_dials_it_as_it_answers(typed: str, address: str):
    assert dialled(clean_phone(typed)) == address
