"""The social map on screen: finding somebody, adding him, keeping him."""

from datetime import timedelta

import pytest
from django.urls import reverse

from regie.partners.models import Organisation, Professional
from tests.cast import sign_in
from tests.factories.partners import organisation, prison, professional

TYPED = {
    "name": "Kredietbank Limburg",
    "kind": "credit_bank",
    "phone": "046 477 77 77",
    "email": "info@kbl.nl",
    "district": "Centrum",
}


def at(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


class TestFinding:
    def test_by_kind_and_district_from_the_address(self, cast, noor, now):
        organisation(cast, at=now, district="Centrum")
        organisation(cast, "Woonmensen", at=now, kind="housing_association")
        found = noor.get(at("social_map"), {"soort": "credit_bank", "wijk": "Centrum"}).content.decode()
        assert "Kredietbank Limburg" in found
        assert "Woonmensen" not in found

    def test_people_by_role_and_facility(self, cast, noor, now):
        inside = prison(at=now)
        professional(cast, at=now, facility=inside)
        professional(cast, "Piet Pex", at=now)
        asked = {"rol": "debt_counsellor", "inrichting": str(inside.ref)}
        found = noor.get(at("professionals"), asked).content.decode()
        assert "Els Janssen" in found
        assert "Piet Pex" not in found

    def test_what_is_on_no_list_asks_for_everything(self, cast, noor, now):
        organisation(cast, at=now)
        assert b"Kredietbank Limburg" in noor.get(at("social_map"), {"soort": "kroeg", "wijk": "'"}).content

    def test_a_number_is_dialled_by_a_click(self, cast, noor, now):
        bank = organisation(cast, at=now, phone="046-4777777", email="info@kbl.nl", note="<b>Tot 12 uur")
        page = noor.get(at("organisation", bank.ref)).content.decode()
        assert 'href="tel:+31464777777"' in page
        assert "046 477 7777" in page
        assert "&lt;b&gt;Tot 12 uur" in page

    def test_another_map_is_not_there(self, cast, bas, now):
        bank, els = organisation(cast, at=now), professional(cast, at=now)
        assert bas.get(at("organisation", bank.ref)).status_code == 404
        assert bas.get(at("professional", els.ref)).status_code == 404
        assert bas.get(at("change_organisation", bank.ref)).status_code == 404
        assert b"Kredietbank" not in bas.get(at("social_map")).content


class TestKeeping:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil"])
    def test_an_officer_a_coordinator_and_the_functional_manager_add(self, cast, who):
        client = sign_in(getattr(cast, who))
        page = client.post(at("add_organisation"), TYPED | {"municipality": cast.here.pk}, follow=True)
        assert "Organisatie toegevoegd." in page.content.decode()
        assert "046 477 7777" in page.content.decode()

    def test_somebody_who_works_there_is_added_from_its_page(self, cast, noor, now):
        bank, inside = organisation(cast, at=now), prison(at=now)
        for place, field in ((bank, "organisation"), (inside, "facility")):
            form = noor.get(at("add_professional"), {"bij": str(place.ref)}).context["form"]
            assert form[field].value() == place.pk
        typed = {"name": "Els", "role": "mentor", "facility": inside.pk, "municipality": cast.here.pk}
        noor.post(at("add_professional"), typed)
        assert Professional.objects.get().facility == inside
        assert b"Els" in noor.get(at("organisation", inside.ref)).content

    def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(self, cast, noor):
        page = noor.post(at("add_organisation"), TYPED | {"phone": "bel maar", "municipality": cast.here.pk})
        assert "phone" in page.context["form"].errors
        assert 'value="bel maar"' in page.content.decode()
        assert not Organisation.objects.exists()

    def test_who_saw_an_older_version_is_told(self, cast, noor, now):
        bank = organisation(cast, at=now)
        url, typed = at("change_organisation", bank.ref), TYPED | {"municipality": cast.here.pk, "seen": 1}
        assert noor.post(url, typed | {"name": "Eerst"}).status_code == 302
        page = noor.post(url, typed | {"name": "Toen"})
        assert "intussen al verbeterd" in page.content.decode()
        assert Organisation.objects.get().name == "Eerst"

    def test_taken_off_the_map_it_says_so(self, cast, noor, now):
        bank = organisation(cast, at=now)
        assert noor.post(at("end_organisation", bank.ref)).status_code == 302
        assert b"niet meer op de kaart sinds" in noor.get(at("organisation", bank.ref)).content
        assert b"Kredietbank" not in noor.get(at("social_map")).content

    def test_klopt_nog_is_one_click(self, cast, noor, now):
        bank = organisation(cast, at=now - timedelta(days=300))
        assert noor.get(at("confirm_organisation", bank.ref)).status_code == 405
        page = noor.post(at("confirm_organisation", bank.ref), follow=True).content.decode()
        assert "Nagekeken: dit klopt nog." in page
        assert "door Noor" in page

    def test_of_what_is_gone_klopt_nog_says_why_not(self, cast, noor, now):
        bank = organisation(cast, at=now)
        bank.end(by=cast.sem.acting(now), at=now)
        page = noor.post(at("confirm_organisation", bank.ref), follow=True).content.decode()
        assert "Dit staat niet meer op de sociale kaart." in page

    def test_a_facility_is_not_kept_here(self, cast, noor, now):
        inside = prison(at=now)
        for name in ("change_organisation", "end_organisation", "confirm_organisation"):
            assert noor.post(at(name, inside.ref)).status_code == 404
        assert b"Wijzigen" not in noor.get(at("organisation", inside.ref)).content


def test_an_address_for_emergencies_needs_a_number(cast, noor):
    sent = {
        "name": "Nachtopvang",
        "kind": "shelter",
        "emergency": "altijd",
        "municipality": str(cast.here.pk),
    }
    to = at("add_organisation")
    assert "Een noodadres heeft een telefoonnummer nodig." in noor.post(to, sent).content.decode()
    shown = noor.post(to, sent | {"phone": "046 477 77 77"}, follow=True).content.decode()
    assert "Noodadres" in shown
    assert "altijd" in shown
