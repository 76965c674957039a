"""Rosa plans milestones by quarter, tells when they were reached, and why later."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.accounts.models import User
from regie.base.errors import NotAllowed, NotValid
from regie.privacy.models import JournalEntry
from regie.programme.enums import MilestoneKind
from regie.programme.models import Intervention, Milestone
from regie.programme.rules import MilestoneAccount, quarter_of, quarter_said, quarter_typed
from tests.cast import Cast, sign_in
from tests.factories.programme import reach
from tests.programme.test_writing_a_block import page_of, sent


@pytest.fixture
def recruited(plan: Intervention, rosa: User, now) -> Milestone:
    """An officer was to be recruited in the second quarter of 2025."""
    return reach(plan, MilestoneKind.RECRUITED, planned="2025-Q2", by=rosa, at=now)


class TestAQuarter:
    @pytest.mark.parametrize(
        "typed",
        [
            "1e kwartaal 2025",
            "1ste kwartaal 2025",
            "Q1 2025",
            "2025-Q1",
            "2025 q1",
            "kwartaal 1 van 2025",
            "2025/1",
            "1-2025",
        ],
    )
    def test_however_it_is_typed(self, typed: str):
        assert quarter_typed(typed) == "2025-Q1"

    @pytest.mark.parametrize(
        "typed", ["5e kwartaal 2025", "Q0 2025", "2025", "voorjaar 2025", "1", "Q1 25", "31-12-2025"]
    )
    def test_what_is_none(self, typed: str):
        with pytest.raises(NotValid):
            quarter_typed(typed)

    def test_the_quarter_of_a_day_and_how_it_is_said(self):
        quarters = [quarter_of(date(2025, month, 1)) for month in (1, 3, 4, 6, 7, 9, 10, 12)]
        assert [one[-1] for one in quarters] == list("11223344")
        assert quarter_said("2025-Q4") == "4e kwartaal 2025"
        assert quarter_said("") == ""


class TestTelling:
    def test_it_stands_in_the_planning(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/mijlpaal/recruited/"
        page = hers.post(url, sent(hers, url, planned="Q2 2025"), follow=True).content.decode()
        for words in ("Mijlpaal vastgelegd: Officier geworven.", "2e kwartaal 2025", "nog niet bereikt"):
            assert words in page
        entry = JournalEntry.objects.get(verb="milestone.told")
        assert (entry.subject, entry.recorded_by_label) == (Milestone.objects.get().ref, "Rosa")

    def test_later_than_planned_asks_why_and_keeps_what_was_typed(self, hers: Client, recruited: Milestone):
        url = f"/programma/mijlpalen/{recruited.ref}/"
        typed = sent(hers, url, real="3e kwartaal 2025")
        page = hers.post(url, typed).content.decode()
        assert "Het was later dan gepland. Vertel in een zin waarom." in page
        assert 'value="3e kwartaal 2025"' in page
        page = hers.post(url, {**typed, "why": "Niemand paste."}, follow=True).content.decode()
        for words in ("Mijlpaal bijgewerkt: Officier geworven.", "3e kwartaal 2025", "Niemand paste."):
            assert words in page
        assert "nog niet bereikt" not in page
        assert JournalEntry.objects.get(verb="milestone.corrected").subject == recruited.ref
        assert "Gepland: 2e kwartaal 2025\nNog niet bereikt" in [
            one.description for one in hers.get(url).context["page"].before
        ]

    def test_the_day_may_be_told(self, hers: Client, recruited: Milestone):
        url = f"/programma/mijlpalen/{recruited.ref}/"
        page = hers.post(url, sent(hers, url, real="3-6-2025"), follow=True).content.decode()
        assert "3 juni 2025" in page
        told = Milestone.objects.current().get()
        assert (told.real, told.real_on) == ("2025-Q2", date(2025, 6, 3))
        assert hers.get(url).context["form"]["real"].value() == "03-06-2025"

    @pytest.mark.parametrize(
        ("field", "typed", "said"),
        [
            ("planned", "ooit", "Dit is geen kwartaal. Vul het zo in: 1e kwartaal 2026."),
            ("planned", "Q1 1999", "Kies een kwartaal van 2015 tot en met"),
            ("real", "gisteren", "Dit is geen kwartaal en geen dag."),
            ("real", "Q4 2098", "Kies een kwartaal van 2015 tot en met"),
            ("real", "Q4 2031", "Dit is nog niet geweest. Laat het leeg tot het zover is."),
        ],
    )
    def test_typed_wrong(self, hers: Client, recruited: Milestone, field: str, typed: str, said: str):
        url = f"/programma/mijlpalen/{recruited.ref}/"
        answer = hers.post(url, sent(hers, url, why="Zomaar.", **{field: typed}))
        assert said in answer.context["form"].errors[field][0]
        assert "Zomaar." in answer.content.decode()
        assert Milestone.objects.count() == 1

    def test_neither_planned_nor_reached(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/mijlpaal/recruited/"
        assert "Vul in wanneer het gepland is" in hers.post(url, sent(hers, url)).content.decode()

    def test_the_same_again_is_refused_but_own_words_are_many(
        self, hers: Client, recruited: Milestone, rosa: User, now
    ):
        plan = recruited.intervention
        url = f"/programma/{plan.ref}/mijlpaal/recruited/"
        page = hers.post(url, sent(hers, url, planned="Q3 2025")).content.decode()
        assert "“Officier geworven” staat al in de planning." in page
        for words in ("Een loket", "Een tweede loket"):
            reach(plan, MilestoneKind.OTHER, words=words, by=rosa, at=now)
        assert "Een tweede loket" in page_of(hers, plan)
        url = f"/programma/{plan.ref}/mijlpaal/other/"
        assert "Vul dit in." in hers.post(url, sent(hers, url, planned="Q3 2025")).content.decode()

    def test_off_the_page_and_back(self, hers: Client, recruited: Milestone, rosa: User, now):
        page = hers.post(f"/programma/mijlpalen/{recruited.ref}/intrekking/", follow=True).content.decode()
        assert "Officier geworven is uit de planning gehaald." in page
        assert "2e kwartaal 2025" not in page
        assert JournalEntry.objects.get(verb="milestone.withdrawn").subject == recruited.ref
        assert reach(recruited.intervention, MilestoneKind.RECRUITED, by=rosa, at=now).ref == recruited.ref

    def test_by_quarter_from_early_to_late(self, hers: Client, recruited: Milestone, rosa: User, now):
        plan = recruited.intervention
        reach(plan, MilestoneKind.SPECIFIED, planned="2025-Q1", by=rosa, at=now)
        reach(plan, MilestoneKind.VALUED, planned="", real="2024-Q4", by=rosa, at=now)
        (table,) = [
            table
            for one in hers.get(f"/programma/{plan.ref}/").context["page"].shown
            for table in one.part.tables
        ]
        assert [row[0].text for row in table.rows] == [
            "Functie gewaardeerd",
            "Functie uitgewerkt",
            "Officier geworven",
        ]
        assert table.rows[0][1].text == "niet bekend"

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_nobody_else(self, cast: Cast, recruited: Milestone, now, who: str):
        user, by = getattr(cast, who), getattr(cast, who).acting(now)
        with pytest.raises(NotAllowed):
            reach(recruited.intervention, by=user, at=now)
        with pytest.raises(NotAllowed):
            recruited.withdraw(by=by, at=now)
        client = sign_in(user)
        for url in (f"{recruited.intervention.ref}/mijlpaal/other/", f"mijlpalen/{recruited.ref}/"):
            assert client.get(f"/programma/{url}").status_code == 403

    def test_there_is_no_milestone_of_an_unknown_kind(self, hers: Client, plan: Intervention):
        assert hers.get(f"/programma/{plan.ref}/mijlpaal/taart/").status_code == 404

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"planned": "voorjaar"}, "planned"),
            ({"real": "2025-Q2", "real_on": date(2025, 1, 1)}, "real"),
            ({"why": "a" * 501}, "why"),
            ({"planned": "2025-Q1", "real": "2025-Q2", "why": "  "}, "why"),
        ],
    )
    def test_what_no_form_sends_is_refused_too(
        self, plan: Intervention, rosa: User, now, told: dict[str, object], field: str
    ):
        with pytest.raises(NotValid) as refused:
            reach(plan, by=rosa, at=now, **told)
        assert refused.value.field == field


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "told",
        [
            {"kind": "recruited", "planned": "2025-Q1"},
            {"kind": "taart", "planned": "2025-Q1"},
            {"kind": "joined"},
            {"kind": "joined", "planned": "2025-Q1", "real_on": date(2025, 1, 1)},
            {"kind": "joined", "planned": "2025-Q1", "real": "2025-Q2"},
            {"kind": "other", "planned": "2025-Q1"},
        ],
    )
    def test_milestones_that_cannot_be(self, recruited: Milestone, rosa: User, now, told: dict[str, object]):
        stamp = Milestone.stamp(by=rosa.acting(now), at=now)
        plan = recruited.intervention
        with pytest.raises(IntegrityError), transaction.atomic():
            Milestone.objects.create(intervention=plan, happened_on=now.date(), **told, **stamp)

    def test_an_account_knows_whether_it_was_late(self):
        assert not MilestoneAccount("", "2025-Q1").late
        assert not MilestoneAccount("2025-Q1", "").late
        assert MilestoneAccount("2024-Q4", "2025-Q1").late
