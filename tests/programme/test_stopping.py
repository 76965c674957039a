"""Rosa lets an intervention stop: its pages stay to be read and say so, and it may go on again."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.accounts.models import User
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.programme.models import Intervention, InterventionHalt, PublishedPage
from tests.cast import Cast, sign_in
from tests.factories.programme import go_on, publish, stop, write
from tests.programme.test_publishing import PUBLIC, SCHEMA
from tests.programme.test_writing_a_block import page_of, sent


@pytest.fixture
def published(plan: Intervention, rosa: User, now) -> PublishedPage:
    """The first version, that everyone reads."""
    return publish(plan, by=rosa, at=now)


def url_of(plan: Intervention) -> str:
    return f"/programma/{plan.ref}/einde/"


def public() -> str:
    answer = Client().get(PUBLIC)
    assert answer.status_code == 200
    return answer.content.decode()


def data() -> dict[str, object]:
    told: dict[str, object] = json.loads(Client().get(f"{PUBLIC}json/").content)
    assert list(SCHEMA.iter_errors(told)) == []
    return told


class TestItStops:
    def test_inside_it_says_so_and_why_and_everyone_reads_only_the_day(
        self, hers: Client, cast: Cast, published: PublishedPage, now
    ):
        plan, today = published.intervention, day(now)
        page = hers.post(url_of(plan), sent(hers, url_of(plan), reason="Geen geld."), follow=True)
        text = page.content.decode()
        for words in ("Vastgelegd.", "Deze interventie is gestopt op", "Geen geld.", "Jongeren tot en met"):
            assert words in text
        assert "Publiceren" not in text
        reader = sign_in(cast.noor)
        assert "Geen geld." in page_of(reader, plan)
        assert "Gestopt op" in reader.get("/programma/").content.decode()
        assert "Deze aanpak is gestopt op" in public()
        assert "Jongeren tot en met 27 jaar." in public()
        assert "Geen geld." not in public()
        told = data()
        assert told["stopsOn"] == today.isoformat()
        assert told["fingerprint"] == published.fingerprint

    def test_until_that_day_a_version_can_be_published(
        self, hers: Client, published: PublishedPage, rosa: User, now
    ):
        plan, later = published.intervention, day(now) + timedelta(days=30)
        stop(plan, since=later, by=rosa, at=now)
        assert "Deze interventie stopt op" in page_of(hers, plan)
        assert "Deze aanpak stopt op" in public()
        assert data()["stopsOn"] == later.isoformat()
        write(plan, text="Nog dit.", by=rosa, at=now)
        assert publish(plan, "Nog dit.", by=rosa, at=now).version == 2

    def test_after_that_day_no_version_is_published(
        self, hers: Client, published: PublishedPage, rosa: User, now
    ):
        plan, url = published.intervention, f"/programma/{published.intervention.ref}/publicatie/"
        write(plan, text="Nog dit.", by=rosa, at=now)
        typed = sent(hers, url, changes="Nog dit.")
        stop(plan, by=rosa, at=now)
        with pytest.raises(NotNow, match="Een nieuwe versie publiceren kan niet meer"):
            publish(plan, "Nog dit.", by=rosa, at=now)
        page = hers.post(url, typed).content.decode()
        assert "Een nieuwe versie publiceren kan niet meer." in page
        assert "Nog dit.</textarea>" in page
        asked = hers.get(url).content.decode()
        assert "Een nieuwe versie publiceren kan niet meer." in asked
        assert "Wat is er nieuw?" not in asked
        assert PublishedPage.objects.count() == 1

    def test_it_goes_on_again(self, hers: Client, published: PublishedPage, rosa: User, now):
        plan = published.intervention
        stop(plan, by=rosa, at=now)
        url = url_of(plan)
        page = hers.post(url, sent(hers, url, reason="Er is weer geld."), follow=True).content.decode()
        assert "gestopt" not in page
        assert "gestopt" not in public()
        assert data()["stopsOn"] is None
        write(plan, text="Weer verder.", by=rosa, at=now)
        assert publish(plan, "Weer verder.", by=rosa, at=now).version == 2
        before = hers.get(url).content.decode()
        assert before.index("Er is weer geld.") < before.index("De subsidie hield op.")

    def test_what_was_taken_back_stays_taken_back(self, published: PublishedPage, rosa: User, now):
        published.take_back(reason="Fout.", by=rosa.acting(now), at=now)
        stop(published.intervention, by=rosa, at=now)
        assert Client().get(PUBLIC).status_code == 410

    def test_it_is_written_down_without_its_words(self, plan: Intervention, rosa: User, now):
        halt = stop(plan, by=rosa, at=now)
        go_on(plan, by=rosa, at=now)
        told = list(JournalEntry.objects.filter(subject=plan.ref).order_by("pk"))[-2:]
        assert [one.verb for one in told] == [Verb.INTERVENTION_ENDED, Verb.INTERVENTION_RESUMED]
        assert halt.reason not in str([vars(one) for one in told])


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_keep_it(self, cast: Cast, plan: Intervention, rosa: User, now, who: str):
        user = getattr(cast, who)
        with pytest.raises(NotAllowed):
            stop(plan, by=user, at=now)
        stop(plan, by=rosa, at=now)
        with pytest.raises(NotAllowed):
            go_on(plan, by=user, at=now)
        assert sign_in(user).get(url_of(plan)).status_code == 403
        seen = InterventionHalt.objects.visible_to(user.acting(now)).exists()
        assert seen is (who not in ("ada", "bas"))

    def test_what_stopped_already_or_goes_on_already(self, plan: Intervention, rosa: User, now):
        with pytest.raises(NotNow):
            go_on(plan, by=rosa, at=now)
        stop(plan, by=rosa, at=now)
        with pytest.raises(NotNow):
            stop(plan, by=rosa, at=now)

    def test_before_it_began_or_without_a_reason(self, hers: Client, plan: Intervention, rosa: User, now):
        for field, told in (
            ("since", {"since": plan.since - timedelta(days=1)}),
            ("reason", {"reason": " "}),
        ):
            with pytest.raises(NotValid) as refused:
                stop(plan, by=rosa, at=now, **told)
            assert refused.value.field == field
        url = url_of(plan)
        page = hers.post(url, sent(hers, url, since="ooit", reason="Geen geld.")).content.decode()
        assert "Dit is geen datum." in page
        assert "Geen geld." in page
        assert not InterventionHalt.objects.exists()

    def test_who_saw_it_before_a_colleague_let_it_stop(
        self, hers: Client, plan: Intervention, rosa: User, now
    ):
        typed = sent(hers, url_of(plan), reason="Van Rosa.")
        stop(plan, by=rosa, at=now)
        assert "Iemand anders heeft dit intussen" in hers.post(url_of(plan), typed).content.decode()
        assert InterventionHalt.objects.count() == 1


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize("wrong", [{}, {"number": 2, "reason": ""}])
    def test_one_after_another_with_a_reason(self, plan: Intervention, rosa: User, now, wrong):
        stop(plan, by=rosa, at=now)
        told = {"number": 1, "since": day(now), "reason": "Dubbel."} | wrong
        stamp = InterventionHalt.stamp(by=rosa.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            InterventionHalt.objects.create(intervention=plan, **told, **stamp)
