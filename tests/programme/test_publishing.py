"""Rosa publishes the page: on the web, on paper and as data; and takes a version back."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from jsonschema import Draft202012Validator

from regie.accounts.models import User
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.models import Person
from regie.privacy.models import JournalEntry
from regie.programme.actions import begin_own, draft_of
from regie.programme.actions import publish as make_public
from regie.programme.models import Block, Intervention, PublishedPage, TakenBack
from regie.programme.rules import as_text, fingerprint, sections_in
from tests.cast import Cast, sign_in
from tests.factories.programme import grow, publish, reach, write
from tests.programme.test_growing_the_caseload import guide
from tests.programme.test_writing_a_block import sent
from tests.sheets.reading import faults, said

PUBLIC = "/uitvoeringsplan/GM1883/rio/"
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "docs/plan-page.schema.json").read_text()),
    format_checker=Draft202012Validator.FORMAT_CHECKER,
)


@pytest.fixture
def published(plan: Intervention, rosa: User, now) -> PublishedPage:
    """The first version, with a milestone and a caseload."""
    reach(plan, real="2025-Q2", why="Ziekte.", by=rosa, at=now)
    grow(plan, 4, 5, year=now.year - 1, by=rosa, at=now)
    return publish(plan, by=rosa, at=now)


def url_of(plan: Intervention) -> str:
    return f"/programma/{plan.ref}/publicatie/"


class TestPublishing:
    def test_everyone_reads_it(self, hers: Client, plan: Intervention, rosa: User):
        assert Client().get(PUBLIC).status_code == 404
        url = url_of(plan)
        page = hers.get(url).content.decode()
        assert "Dit wordt de eerste versie." in page
        page = hers.post(url, sent(hers, url, changes="De eerste keer."), follow=True).content.decode()
        assert "Versie 1 is gepubliceerd." in page
        public = Client().get(PUBLIC)
        assert public.status_code == 200
        for words in ("Jongeren tot en met 27 jaar.", "De eerste keer.", "Niet meetbaar", "Sittard-Geleen"):
            assert words in public.content.decode()
        assert "Rosa" not in public.content.decode()
        made = PublishedPage.objects.get()
        entry = JournalEntry.objects.get(verb="page.published")
        assert (entry.subject, entry.recorded_by_label) == (made.ref, "Rosa")

    def test_later_changes_are_public_only_with_the_next_version(
        self, hers: Client, published: PublishedPage, rosa: User, now
    ):
        plan = published.intervention
        write(plan, text="Nieuw in de regio.", by=rosa, at=now)
        assert "Nieuw in de regio." not in Client().get(PUBLIC).content.decode()
        assert "Gewijzigd sinds versie 1: In de regio." in hers.get(url_of(plan)).content.decode()
        publish(plan, "De regio.", by=rosa, at=now)
        page = Client().get(PUBLIC).content.decode()
        assert "Nieuw in de regio." in page
        assert "2, " in page
        assert [one.version for one in PublishedPage.objects.newest_first()] == [2, 1]

    def test_without_a_change(self, hers: Client, published: PublishedPage):
        url = url_of(published.intervention)
        page = hers.post(url, sent(hers, url, changes="Toch maar.")).content.decode()
        assert "Er is niets gewijzigd sinds versie 1. Een nieuwe versie is niet nodig." in page
        assert "Toch maar." in page
        assert PublishedPage.objects.count() == 1

    def test_without_words_on_what_is_new(self, hers: Client, plan: Intervention, rosa: User, now):
        url = url_of(plan)
        assert "Vul dit in." in hers.post(url, sent(hers, url, changes=" ")).content.decode()
        with pytest.raises(NotValid) as refused:
            publish(plan, "  ", by=rosa, at=now)
        assert refused.value.field == "changes"

    def test_while_another_edits_he_looks_again_and_keeps_his_words(
        self, hers: Client, plan: Intervention, rosa: User, now
    ):
        url = url_of(plan)
        typed = sent(hers, url, changes="De eerste keer.")
        write(plan, text="Intussen geschreven.", by=rosa, at=now)
        answer = hers.post(url, typed)
        page = answer.content.decode()
        for words in ("De bladzijde is intussen gewijzigd.", "De eerste keer.", "Intussen geschreven."):
            assert words in page
        assert not PublishedPage.objects.exists()
        form = answer.context["form"]
        again = {name: form[name].value() for name in form.fields if form[name].value() is not None}
        assert hers.post(url, again).status_code == 302

    def test_a_double_click_is_one_version(self, hers: Client, plan: Intervention):
        url = url_of(plan)
        typed = sent(hers, url, changes="De eerste keer.")
        first, second = (hers.post(url, typed).headers["Location"] for _ in range(2))
        assert first == second
        assert PublishedPage.objects.count() == 1

    def test_an_empty_page(self, hers: Client, cast: Cast, rosa: User, now):
        empty = begin_own(municipality=cast.here, name="Straatcoach", by=rosa.acting(now), at=now)
        page = hers.post(url_of(empty), sent(hers, url_of(empty), changes="Niets.")).content.decode()
        assert "Er staat nog niets op de bladzijde." in page

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_nobody_else(self, cast: Cast, published: PublishedPage, now, who: str):
        user, plan = getattr(cast, who), published.intervention
        with pytest.raises(NotAllowed):
            publish(plan, by=user, at=now)
        with pytest.raises(NotAllowed):
            published.take_back(reason="Fout.", by=user.acting(now), at=now)
        client = sign_in(user)
        assert client.get(url_of(plan)).status_code == 403
        assert client.get(f"/programma/versies/{published.ref}/intrekking/").status_code == 403
        inside = client.get(f"/programma/versies/{published.ref}/")
        assert inside.status_code == (404 if who == "bas" else 200)
        assert "intrekking" not in inside.content.decode()


class TestWhatIsPublished:
    def test_as_data_by_the_schema(self, published: PublishedPage):
        answer = Client().get(f"{PUBLIC}json/")
        told = json.loads(answer.content)
        assert list(SCHEMA.iter_errors(told)) == []
        assert (told["version"], told["municipality"]["cbsCode"]) == (1, "GM1883")
        own = {"version", "publishedOn", "changes", "fingerprint", "stopsOn"}
        assert fingerprint({name: told[name] for name in told if name not in own}) == told["fingerprint"]

    def test_the_schema_finds_what_is_wrong(self, published: PublishedPage):
        told = json.loads(Client().get(f"{PUBLIC}json/").content)
        for wrong in ({"version": 0}, {"sections": []}, {"name": "Jayden"}, {"schemaVersion": 2}):
            assert list(SCHEMA.iter_errors(told | wrong))

    def test_on_paper_to_be_read_aloud(self, published: PublishedPage):
        answer = Client().get(f"{PUBLIC}pdf/")
        assert answer["Content-Type"] == "application/pdf"
        assert "rio-versie-1.pdf" in answer["Content-Disposition"]
        assert faults(answer.content) == []
        words = said(answer.content)
        for part in ("Versie 1", "Functie uitgewerkt", "Doelgroep", "definitie ontbreekt"):
            assert part in words

    def test_as_text_to_paste(self, hers: Client, published: PublishedPage):
        page = hers.get(f"/programma/versies/{published.ref}/").context["page"]
        for words in (
            "Re-integratie officier (RIO) (Sittard-Geleen)\n\n",
            "Doelgroep\nJongeren tot en met 27 jaar.\n",
            "- Functie uitgewerkt: gepland: 1e kwartaal 2025; werkelijk: 2e kwartaal 2025; waarom anders: Ziekte.",
        ):
            assert words in page.text

    def test_a_document_reads_back_as_it_was(self, published: PublishedPage, now):
        draft = draft_of(published.intervention, on=now.date())
        assert draft.document == published.document
        sections = sections_in(published.document)
        assert [one.kind for one in sections] == [one["kind"] for one in published.document["sections"]]
        assert as_text("RIO", sections).startswith("RIO\n\nWaar het om gaat\n")

    def test_small_numbers_are_hidden_also_when_a_coordinator_could_see_them(
        self, cast: Cast, plan: Intervention, rosa: User, now
    ):
        year = now.year - 1
        for number in range(4):
            guide(cast, number, since=date(year, 1, 20), at=now)
        guide(cast, 4, since=date(year, 2, 20), at=now)
        grow(plan, 4, 5, year=year, by=rosa, at=now)
        publish(plan, by=rosa, at=now)
        (caseload,) = [
            one
            for one in json.loads(Client().get(f"{PUBLIC}json/").content)["sections"]
            if one["kind"] == "caseload"
        ]
        assert [(one["real"], one["hidden"]) for one in caseload["caseload"]] == [(None, True), (5, False)]

    def test_no_young_person_stands_in_it(self, cast: Cast, published: PublishedPage, rosa: User, now):
        guide(cast, 1, since=now.date(), at=now)
        write(published.intervention, by=rosa, at=now)
        again = publish(published.intervention, by=rosa, at=now)
        told = json.dumps(again.document) + said(bytes(again.pdf))
        for person in Person.objects.all():
            for value in (person.given_names, person.family_name, str(person.ref)):
                assert value not in told

    def test_the_order_is_a_change_too(self, hers: Client, published: PublishedPage):
        plan = published.intervention
        url = f"/programma/{plan.ref}/volgorde/"
        hers.post(url, sent(hers, url, place_result="0"))
        assert "Gewijzigd sinds versie 1: De volgorde." in hers.get(url_of(plan)).content.decode()

    def test_what_is_gone_is_said(self, hers: Client, published: PublishedPage, rosa: User, now):
        plan = published.intervention
        Block.objects.current().get(kind="target_group").withdraw(by=rosa.acting(now), at=now)
        assert "Gewijzigd sinds versie 1: Doelgroep (weg)." in hers.get(url_of(plan)).content.decode()


class TestTakingBack:
    def test_nobody_reads_it_any_more_and_inside_it_stays(self, hers: Client, published: PublishedPage):
        url = f"/programma/versies/{published.ref}/intrekking/"
        page = hers.post(url, sent(hers, url, reason="Er stond een fout in."), follow=True).content.decode()
        assert "Versie 1 is ingetrokken." in page
        assert "Jongeren tot en met 27 jaar." in page
        public = Client().get(PUBLIC)
        assert public.status_code == 410
        assert "Er stond een fout in." in public.content.decode()
        assert "Jongeren tot en met" not in public.content.decode()
        assert [Client().get(f"{PUBLIC}{kind}/").status_code for kind in ("pdf", "json")] == [404, 404]
        assert JournalEntry.objects.get(verb="page.taken_back").subject == published.ref

    def test_without_a_reason(self, hers: Client, published: PublishedPage, rosa: User, now):
        url = f"/programma/versies/{published.ref}/intrekking/"
        assert "Vul dit in." in hers.post(url, sent(hers, url)).content.decode()
        with pytest.raises(NotValid):
            published.take_back(reason=" ", by=rosa.acting(now), at=now)

    def test_twice(self, published: PublishedPage, rosa: User, now):
        published.take_back(reason="Fout.", by=rosa.acting(now), at=now)
        with pytest.raises(NotNow):
            published.take_back(reason="Fout.", by=rosa.acting(now), at=now)
        assert TakenBack.objects.count() == 1

    def test_the_same_page_may_be_published_again(
        self, hers: Client, published: PublishedPage, rosa: User, now
    ):
        published.take_back(reason="Te vroeg.", by=rosa.acting(now), at=now)
        publish(published.intervention, "Nu wel.", by=rosa, at=now + timedelta(minutes=1))
        assert Client().get(PUBLIC).status_code == 200
        page = hers.get(url_of(published.intervention)).content.decode()
        assert "Ingetrokken" in page


class TestItStays:
    def test_the_database_holds_it_to_that(self, published: PublishedPage):
        with pytest.raises(TypeError):
            published.save()
        with pytest.raises(TypeError):
            PublishedPage.objects.update(changes="Anders.")
        with pytest.raises(TypeError):
            PublishedPage.objects.all().delete()
        stamp = {
            "recorded_at": published.recorded_at,
            "recorded_by_kind": "staff",
            "recorded_by_id": "1",
            "recorded_by_label": "Rosa",
        }
        told = {
            "intervention": published.intervention,
            "published_on": published.published_on,
            "document": {},
            "pdf": b"",
            **stamp,
        }
        for wrong in ({"version": 1, "changes": "Dubbel."}, {"version": 2, "changes": ""}):
            with pytest.raises(IntegrityError), transaction.atomic():
                PublishedPage.objects.create(**told, **wrong)

    def test_what_he_looked_at_must_be_what_is_there(self, plan: Intervention, rosa: User, now):
        with pytest.raises(NotNow):
            make_public(plan, changes="Zo.", looked_at="iets anders", by=rosa.acting(now), at=now)
