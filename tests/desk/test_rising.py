"""Noor cannot break a barrier: she reads the brief, asks somebody higher, and tells what came of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.escalations.enums import Level
from regie.escalations.models import Escalation, EscalationAnswer, EscalationConsent
from tests.cast import TESTER, Cast
from tests.desk.test_taking_a_barrier import send, text
from tests.factories import barriers
from tests.factories.escalations import answer, rise

DAY = timedelta(days=1)


@pytest.fixture
def by(cast: Cast):
    return {"by": cast.noor, "at": this_moment()}


@pytest.fixture
def barrier(trajectory, by):
    one = barriers.blocked(trajectory, happened_on=day(by["at"]) - 60 * DAY, **by)
    barriers.attempt(one, answer="Nee.", **by)
    return one


def page_of(barrier) -> str:
    return reverse("desk:barrier", args=[barrier.ref])


def way(name: str, one) -> str:
    return reverse(f"desk:{name}", args=[one.ref])


class TestSheAsks:
    def test_a_colleague_with_the_brief_written_already(self, cast: Cast, trajectory, barrier, noor: Client):
        shown = noor.get(page_of(barrier))
        assert "Voorstel: opschalen naar tactisch. 1 poging in 60 dagen." in text(shown)
        url = way("escalate_tactical", barrier)
        assert url in shown.content.decode()
        form = noor.get(url).context["form"]
        assert f"{trajectory.person} loopt vast: Geen postadres." in form["brief"].value()
        assert [str(one) for one in form.fields["colleague"].queryset] == ["Fatima"]
        said = {"question": "Kan het zonder bewijs?", "colleague": str(cast.fatima.ref)}
        assert send(noor, url, **said).status_code == 302
        asked = Escalation.objects.get()
        assert (asked.asked_of, asked.wanted_by) == ("Fatima (Coördinator)", day(this_moment()) + 14 * DAY)
        after = text(noor.get(page_of(barrier)))
        for part in ("Niveau nu Tactisch", "Wacht op antwoord. Sinds vandaag.", "Kan het zonder bewijs?"):
            assert part in after
        assert "Voorstel" not in after
        assert url not in noor.get(page_of(barrier)).content.decode()

    def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(self, barrier, noor: Client):
        sent = send(noor, way("escalate_tactical", barrier), question="Mag het?", name="Els")
        assert "Welke functie heeft hij of zij?" in str(sent.context["form"]["role"].errors)
        assert sent.context["form"]["question"].value() == "Mag het?"
        assert not Escalation.objects.exists()

    def test_a_name_in_a_strategic_brief_is_named(self, cast: Cast, trajectory, barrier, noor: Client):
        url, given = way("escalate_strategic", barrier), trajectory.person.given_names
        said = {"question": "Kan het?", "name": "De wethouder", "role": "Wethouder"}
        sent = send(noor, url, **said, brief=f"{given} loopt vast.")
        assert given in str(sent.context["form"]["brief"].errors)
        assert send(noor, url, **said).status_code == 302
        assert "Een jongere loopt vast" in Escalation.objects.get().brief

    def test_an_answer_is_told_and_taken_back(self, barrier, by, noor: Client):
        asked = rise(barrier, **by)
        url = way("tell_escalationanswer", asked)
        assert url in noor.get(page_of(barrier)).content.decode()
        sent = send(noor, url, outcome="refused", by_whom="Els", words="")
        assert "Waarom is het geweigerd" in str(sent.context["form"]["words"].errors)
        assert send(noor, url, outcome="refused", by_whom="Els", words="De wet.").status_code == 302
        said = EscalationAnswer.objects.get()
        shown = noor.get(page_of(barrier))
        assert "Geweigerd, op" in text(shown)
        assert "De wet." in text(shown)
        assert way("escalate_strategic", barrier) in shown.content.decode()
        assert noor.post(way("withdraw_escalationanswer", said), {"seen": said.pk}).status_code == 302
        assert "Wacht op antwoord." in text(noor.get(page_of(barrier)))
        assert noor.post(way("withdraw_escalation", asked), {"seen": asked.pk}).status_code == 302
        assert "Niveau nu Uitvoerend" in text(noor.get(page_of(barrier)))


class TestASecondPerson:
    def test_reads_it_on_vandaag_and_answers(self, cast: Cast, barrier, by, noor: Client, fatima: Client):
        asked = rise(barrier, Level.STRATEGIC, **by)
        url, today = way("consent_escalation", asked), reverse("desk:today")
        assert "Nog niet verstuurd" in text(noor.get(page_of(barrier)))
        assert url not in noor.get(page_of(barrier)).content.decode()
        assert url in fatima.get(page_of(barrier)).content.decode()
        assert url in fatima.get(today).content.decode()
        assert url not in noor.get(today).content.decode()
        assert asked.brief in text(fatima.get(url))
        assert noor.get(url).status_code == 403
        sent = fatima.post(url, {"agreed": "no", "words": " "})
        assert sent.context["form"]["words"].errors
        assert fatima.post(url, {"agreed": "no", "words": "Vraag eerst mij."}).status_code == 302
        assert not EscalationConsent.objects.get().agreed
        assert url not in fatima.get(today).content.decode()
        assert "Tweede persoon zei nee" in text(noor.get(page_of(barrier)))

    def test_is_not_asked_any_more_of_what_is_over(self, cast: Cast, barrier, by, fatima: Client):
        asked = rise(barrier, Level.STRATEGIC, **by)
        barriers.end(barrier, **by)
        assert way("consent_escalation", asked) not in fatima.get(reverse("desk:today")).content.decode()
        assert "Vervallen: de barrière is voorbij." in text(fatima.get(page_of(barrier)))


class TestThePageSays:
    def test_that_nobody_answered_and_that_somebody_left(self, cast: Cast, barrier, by, noor: Client):
        at, today = by["at"], day(by["at"])
        about = {"colleague": cast.fatima, "role": "Coördinator"}
        wanted = {"happened_on": today - 20 * DAY, "wanted_by": today - DAY}
        rise(barrier, **about, **wanted, **by)
        shown = text(noor.get(page_of(barrier)))
        assert "Nog geen antwoord." in shown
        assert "werkt hier niet meer" not in shown
        RoleGrant.objects.get(user=cast.fatima).end(until=today, by=TESTER, at=at)
        assert "Fatima werkt hier niet meer in deze rol." in text(noor.get(page_of(barrier)))

    @pytest.mark.parametrize("who", ["rosa", "bas", "sem"])
    def test_nothing_to_who_does_not_see_him(self, cast: Cast, barrier, by, request, who: str):
        client, asked = request.getfixturevalue(who), rise(barrier, **by)
        for url in (page_of(barrier), way("tell_escalationanswer", asked)):
            assert client.get(url).status_code in (403, 404)

    def test_a_coordinator_reads_and_writes_nothing(self, barrier, by, fatima: Client):
        answer(rise(barrier, **by), **by)
        page = fatima.get(page_of(barrier)).content.decode()
        assert "Geweigerd" in page
        assert "/opschalen/" not in page
        assert "/intrekking/" not in page
