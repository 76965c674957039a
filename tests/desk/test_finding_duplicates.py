"""On screen: two that may be one beside each other, merged by a click, and undone by a click."""

import pytest
from django.urls import reverse

from regie.partners.models import Merge, Organisation
from tests.cast import sign_in
from tests.factories.partners import organisation, prison, professional


def at(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


@pytest.fixture
def two(cast, now):
    """The bank as it was typed twice."""
    return organisation(cast, at=now), organisation(cast, "Krediet Bank Limburg", at=now, phone="046 4777777")


def test_both_stand_on_the_list_and_beside_each_other(noor, two):
    page = noor.get(at("duplicates")).content.decode()
    assert "Kredietbank Limburg en Krediet Bank Limburg" in page
    assert "Dezelfde naam" in page
    beside = noor.get(at("compare_organisation", two[0].ref)).content.decode()
    assert "Krediet Bank Limburg" in beside
    assert "046 477 7777" in beside


@pytest.mark.parametrize(("what", "kept", "gone"), [("this", 0, 1), ("other", 1, 0)])
def test_merged_by_a_click_and_undone_by_a_click(noor, two, what, kept, gone):
    sent = {"other": str(two[1].ref), "what": what}
    url = at("compare_organisation", two[0].ref)
    page = noor.post(url, sent, follow=True)
    assert page.request["PATH_INFO"] == at("organisation", two[kept].ref)
    assert f"{two[gone].name} is hiermee samengevoegd op" in page.content.decode()
    assert (
        f"Dit is samengevoegd met {two[kept].name}"
        in noor.get(at("organisation", two[gone].ref)).content.decode()
    )
    assert noor.post(url, sent).status_code == 302  # sent twice is once
    undo = at("undo_merge", Merge.objects.get().ref)
    assert noor.get(undo).status_code == 405
    for _ in range(2):
        assert "weer twee vermeldingen" in noor.post(undo, follow=True).content.decode()
    assert Organisation.objects.filter(ended_on__isnull=True).count() == 2


def test_kept_apart_they_are_on_no_list_any_more(noor, two):
    noor.post(at("compare_organisation", two[1].ref), {"other": str(two[0].ref), "what": "apart"})
    assert "Geen dubbelen" in noor.get(at("duplicates")).content.decode()
    assert (
        "Niets op de kaart lijkt hierop" in noor.get(at("compare_organisation", two[0].ref)).content.decode()
    )


def test_who_comes_too_late_reads_why(cast, noor, sem, two):
    url, other = at("compare_organisation", two[0].ref), str(two[1].ref)
    sem.post(url, {"other": other, "what": "other"})
    page = noor.post(url, {"other": other, "what": "this"})
    assert "Dit staat niet meer op de sociale kaart." in page.content.decode()
    merge = Merge.objects.get()
    merge.kept.end(by=cast.noor.acting(merge.recorded_at), at=merge.recorded_at)
    page = noor.post(at("undo_merge", merge.ref), follow=True).content.decode()
    assert "Maak eerst ongedaan wat daarna kwam." in page


def test_people_are_merged_too(cast, noor, now):
    one, other = (professional(cast, "Kim de Wit", at=now) for _ in range(2))
    noor.post(at("compare_professional", one.ref), {"other": str(other.ref), "what": "this"})
    assert Merge.objects.get().gone == other


def test_another_map_is_not_there(cast, noor, bas, two, now):
    sent = {"other": str(two[1].ref), "what": "this"}
    assert bas.post(at("compare_organisation", two[0].ref), sent).status_code == 404
    assert b"Krediet" not in bas.get(at("duplicates")).content
    noor.post(at("compare_organisation", two[0].ref), sent)
    assert bas.post(at("undo_merge", Merge.objects.get().ref)).status_code == 404
    there = organisation(cast, at=now, where=cast.elsewhere, by=cast.bas)
    page = noor.post(at("compare_organisation", two[0].ref), {"other": str(there.ref), "what": "this"})
    assert "other" in page.context["form"].errors
    assert noor.get(at("compare_organisation", prison(at=now).ref)).status_code == 404


def test_who_does_not_keep_the_map_does_not_come_in(cast, two):
    ada = sign_in(cast.ada)
    assert ada.get(at("duplicates")).status_code == 403
    assert ada.post(at("compare_organisation", two[0].ref), {}).status_code == 403
