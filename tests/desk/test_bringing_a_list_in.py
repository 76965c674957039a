"""On screen: paste or drop a list, read what becomes of it, say yes."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from regie.partners.models import Organisation
from tests.factories.partners import organisation

URL = "/sociale-kaart/inlezen/"
LIST = "naam;soort;telefoon\nPolitie;politie;0900-8844\nGGZ Limburg;GGZ;bel maar\n"


def test_first_the_report_then_yes_and_yes_again_adds_nothing(cast, noor):
    shown = noor.post(URL, {"lines": LIST, "municipality": cast.here.pk}).content.decode()
    assert "Er is nog niets veranderd." in shown
    assert "1 toegevoegd, 1 niet overgenomen." in shown
    assert "GGZ Limburg;GGZ;bel maar" in shown
    assert not Organisation.objects.exists()
    for report in ("1 toegevoegd, 1 niet overgenomen.", "1 stond er al, 1 niet overgenomen."):
        sent = {"lines": LIST, "municipality": cast.here.pk, "sure": "on"}
        assert report in noor.post(URL, sent).content.decode()
    assert Organisation.objects.get().name == "Politie"


def test_a_file_of_windows_is_read(cast, noor):
    file = SimpleUploadedFile("lijst.csv", "naam;soort\nCafé Zorg;GGZ\n".encode("cp1252"))
    shown = noor.post(URL, {"file": file, "municipality": cast.here.pk}).content.decode()
    assert "Café Zorg;GGZ" in shown


def test_what_is_no_list_stays_in_its_field(cast, noor):
    page = noor.post(URL, {"lines": "zomaar wat", "municipality": cast.here.pk})
    assert "De eerste regel moet de kolommen noemen" in page.content.decode()
    assert "zomaar wat" in page.content.decode()
    both = {"lines": LIST, "file": SimpleUploadedFile("a.csv", b"x"), "municipality": cast.here.pk}
    assert "niet allebei" in noor.post(URL, both).content.decode()
    assert "Plak een lijst, of kies een bestand." in noor.post(URL, {}).content.decode()


def test_only_on_ones_own_map(cast, bas):
    page = bas.post(URL, {"lines": LIST, "municipality": cast.here.pk, "sure": "on"})
    assert "municipality" in page.context["form"].errors
    assert not Organisation.objects.exists()


def test_taken_along_as_a_file_that_a_spreadsheet_opens(cast, noor, bas, now):
    organisation(cast, "=1+1", at=now)
    answer = noor.get(reverse("desk:take_along"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'attachment; filename="sociale-kaart-' in answer["Content-Disposition"]
    assert answer.content.decode("utf-8").startswith("\ufeffnaam;soort;rol;")
    assert ";'=1+1;" in f";{answer.content.decode().splitlines()[1]}"
    assert b"1+1" not in bas.get(reverse("desk:take_along")).content
