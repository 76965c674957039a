"""Noor writes to him that the bank helps too, and what she told his landlord: kept, and told as explained."""

import pytest
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed
from regie.plans.actions import Letter, explain_in_letter
from regie.plans.models import Paper
from regie.privacy.models import JournalEntry
from regie.trajectories.enums import ExplainedHow, ToldBack
from regie.trajectories.models import Explanation
from regie.ui.words import on_weekday, written
from tests.cast import Cast
from tests.factories import people


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


@pytest.fixture
def told(cast: Cast):
    return {"by": cast.noor, "at": this_moment()}


@pytest.fixture
def involved(trajectory, told):
    return people.involve(trajectory, **told)


@pytest.fixture
def disclosed(trajectory, told):
    return people.disclose(trajectory, **told)


def proposed(client, address: str) -> dict[str, str]:
    form = client.get(address).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


class TestWhatIsProposed:
    def test_who_helps_for_what_about_what_and_why(self, noor, involved):
        text = proposed(noor, way("involvement_letter", involved.ref))["text"]
        for says in (
            "Beste Jayden,",
            "Budgetwinkel\nSchuldhulpverlener",
            "Zodat zijn schulden niet groeien.",
            "Alleen iets over: financiën en schulden.",
            "Er is een wet voor: Hulp bij schulden.",
            f"Tot en met {on_weekday(involved.until)}.",
            "Wil je dit niet? Zeg het mij.",
            "Noor\nGemeente Sittard-Geleen",
        ):
            assert says in text

    def test_what_was_told_to_whom(self, noor, disclosed):
        text = proposed(noor, way("disclosure_letter", disclosed.ref))["text"]
        assert f"Zijn verhuurder, op {on_weekday(disclosed.happened_on)}" in text
        assert "Dat hij een tijd niet thuis is." in text
        assert "Je vroeg er zelf om, of je vond het goed." in text

    def test_what_the_privacy_officer_still_judges_and_braces_that_were_typed(self, noor, trajectory, told):
        one = people.disclose(trajectory, ground="privacy_officer_decides", what="Zijn {writer}.", **told)
        text = proposed(noor, way("disclosure_letter", one.ref))["text"]
        assert "Of dit mag, kijkt de gemeente nog na." in text
        assert "Zijn {writer}." in text


class TestItIsKeptAndToldAsExplained:
    @pytest.mark.parametrize("name", ["involvement", "disclosure"])
    def test_from_the_form_to_his_papers_and_the_page(self, noor, trajectory, involved, disclosed, name):
        thing = {"involvement": involved, "disclosure": disclosed}[name]
        where = way(f"{name}_letter", thing.ref)
        sent = proposed(noor, where) | {"submission": "a4b3b8f0-3b43-4ed4-9a8c-0d6d8f3f9d11"}
        sent["text"] = sent["text"].replace("…", "046 477 77 77")
        page = noor.post(where, sent, follow=True).content.decode()
        assert "De PDF staat bij Papieren" in page
        explained = Explanation.objects.get()
        assert (explained.thing, explained.channel, explained.told_back) == (
            thing.ref,
            ExplainedHow.PAPER,
            ToldBack.NOT_ASKED,
        )
        assert Paper.objects.get().title in explained.words
        said = f"Hem uitgelegd op {written(day(this_moment()))}"
        assert (said in page) == (name == "disclosure")
        noor.post(where, sent)
        assert (Explanation.objects.count(), Paper.objects.count()) == (1, 1)

    def test_with_dots_left_nothing_is_made(self, noor, involved):
        where = way("involvement_letter", involved.ref)
        page = noor.post(where, proposed(noor, where)).content.decode()
        assert "Er staan nog puntjes" in page
        assert not Paper.objects.exists()
        assert not Explanation.objects.exists()

    def test_the_journal_says_both(self, trajectory, involved, told):
        keep(trajectory, involved, **told)
        verbs = JournalEntry.objects.order_by("-pk").values_list("verb", flat=True)[:2]
        assert list(verbs) == ["paper.kept", "explanation.told"]

    def test_both_or_neither(self, trajectory, involved, told, monkeypatch):
        monkeypatch.setattr(Paper, "tell", classmethod(lambda cls, **_: 1 / 0))
        with pytest.raises(ZeroDivisionError):
            keep(trajectory, involved, **told)
        assert not Explanation.objects.exists()


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, involved, told, who: str):
        with pytest.raises(NotAllowed):
            keep(trajectory, involved, by=getattr(cast, who), at=told["at"])

    def test_what_is_not_his_is_not_there(self, sem, involved, disclosed):
        assert sem.get(way("involvement_letter", involved.ref)).status_code == 404
        assert sem.get(way("disclosure_letter", disclosed.ref)).status_code == 404


def keep(trajectory, thing, *, by, at) -> Paper:
    letter = Letter("Iemand anders helpt je ook", "brief.pdf", b"%PDF-1.7\n%%EOF\n")
    return explain_in_letter(trajectory=trajectory, thing=thing.ref, letter=letter, by=by.acting(at), at=at)
