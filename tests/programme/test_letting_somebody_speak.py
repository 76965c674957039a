"""A partner, who does the work, or one young person speaks on the page: only with leave, and nobody is known by it."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.programme.enums import BlockKind
from regie.programme.models import Intervention, Voice, VoiceApproval
from regie.programme.rules import ApprovalAccount, VoiceAccount, check_approval, is_small
from tests.cast import TESTER, Cast, employ, sign_in
from tests.factories.programme import RoleGrant, approve, publish, say
from tests.programme.test_publishing import PUBLIC
from tests.programme.test_writing_a_block import page_of, sent

STORY = "Een jongen van begin twintig kwam vrij zonder adres. Nu werkt hij."
LOOKED = {"no_name": "on", "no_place": "on", "no_age": "on"}


@pytest.fixture
def quote(plan: Intervention, rosa: User, now) -> Voice:
    """What a partner says."""
    return say(plan, by=rosa, at=now)


@pytest.fixture
def story(plan: Intervention, rosa: User, now) -> Voice:
    """What one young person went through."""
    return say(plan, BlockKind.STORY, STORY, by=rosa, at=now)


def public() -> str:
    return Client().get(PUBLIC).content.decode()


class TestAQuote:
    def test_it_is_published_only_with_leave(self, hers: Client, quote: Voice, rosa: User, now):
        plan = quote.intervention
        page = page_of(hers, plan)
        for words in (
            "Het werkt.",
            "– Medewerker A",
            "Nog geen akkoord.",
            "Akkoord vastleggen: Medewerker A",
        ):
            assert words in page
        publish(plan, by=rosa, at=now)
        assert "Het werkt." not in public()
        url = f"/programma/stemmen/{quote.ref}/akkoord/"
        typed = sent(hers, url, given_by="Medewerker A", given_on=f"{day(now):%d-%m-%Y}", how="Per mail.")
        assert "Akkoord vastgelegd." in hers.post(url, typed, follow=True).content.decode()
        assert "Nog geen akkoord" not in page_of(hers, plan)
        publish(plan, "Een citaat.", by=rosa, at=now)
        assert "Het werkt." in public()
        entry = JournalEntry.objects.get(verb="voice.approved")
        assert (entry.subject, entry.recorded_by_label) == (quote.ref, "Rosa")

    def test_other_words_need_leave_again(self, hers: Client, quote: Voice, rosa: User, now):
        approve(quote, by=rosa, at=now)
        url = f"/programma/stemmen/{quote.ref}/"
        hers.post(url, sent(hers, url, words="Het werkt altijd."))
        assert "Nog geen akkoord." in page_of(hers, quote.intervention)
        assert JournalEntry.objects.get(verb="voice.corrected").subject == quote.ref
        assert "Akkoord vastgelegd door Rosa: Per mail." in hers.get(url).content.decode()
        with pytest.raises(NotNow):
            approve(quote, by=rosa, at=now)

    def test_written_on_the_page_by_who_keeps_it(self, hers: Client, plan: Intervention):
        url = f"/programma/{plan.ref}/stem/voice/"
        page = hers.post(url, sent(hers, url, words="Ik begin om acht uur.", speaker="De RIO"), follow=True)
        assert "Aan het woord: geschreven. Er is nog akkoord nodig." in page.content.decode()
        assert JournalEntry.objects.get(verb="voice.told").recorded_by_label == "Rosa"

    def test_off_the_page(self, hers: Client, quote: Voice):
        page = hers.post(f"/programma/stemmen/{quote.ref}/intrekking/", follow=True).content.decode()
        assert "Wat een partner zegt: van de bladzijde gehaald." in page
        assert JournalEntry.objects.get(verb="voice.withdrawn").subject == quote.ref
        assert hers.get(f"/programma/stemmen/{quote.ref}/akkoord/").status_code == 404

    def test_leave_twice_is_once(self, quote: Voice, rosa: User, now):
        assert approve(quote, by=rosa, at=now) == approve(quote, by=rosa, at=now)
        assert VoiceApproval.objects.count() == 1

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"given_by": " "}, "given_by"),
            ({"how": " "}, "how"),
            ({"how": "a" * 301}, "how"),
            ({"given_on": "tomorrow"}, "given_on"),
            ({"given_on": "yesterday"}, "given_on"),
        ],
    )
    def test_leave_that_cannot_be(self, quote: Voice, rosa: User, now, told: dict[str, str], field: str):
        days = {"tomorrow": 1, "yesterday": -1}
        if field == "given_on":
            told = {"given_on": day(now).fromordinal(day(now).toordinal() + days[told["given_on"]])}
        with pytest.raises(NotValid) as refused:
            approve(quote, by=rosa, at=now, **told)
        assert refused.value.field == field

    @pytest.mark.parametrize(
        "account", [VoiceAccount(" ", "A"), VoiceAccount("Zo.", " "), VoiceAccount("a" * 3001, "A")]
    )
    def test_words_that_cannot_be(self, plan: Intervention, rosa: User, now, account: VoiceAccount):
        with pytest.raises(NotValid):
            Voice.tell(intervention=plan, account=account, kind="quote", by=rosa.acting(now), at=now)

    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_nobody_else(self, cast: Cast, quote: Voice, now, who: str):
        user = getattr(cast, who)
        with pytest.raises(NotAllowed):
            say(quote.intervention, by=user, at=now)
        with pytest.raises(NotAllowed):
            approve(quote, by=user, at=now)
        client = sign_in(user)
        for url in (
            f"{quote.intervention.ref}/stem/quote/",
            f"stemmen/{quote.ref}/",
            f"stemmen/{quote.ref}/intrekking/",
        ):
            assert client.get(f"/programma/{url}").status_code == 403
        assert client.get(f"/programma/stemmen/{quote.ref}/akkoord/").status_code == (
            404 if who == "bas" else 403
        )

    def test_there_is_no_voice_of_another_kind(self, hers: Client, plan: Intervention):
        assert hers.get(f"/programma/{plan.ref}/stem/intro/").status_code == 404
        assert hers.get(f"/programma/{plan.ref}/blok/quote/").status_code == 404


class TestAStory:
    @pytest.mark.parametrize(
        ("words", "said"),
        [
            ("C. (19 jaar) kwam vrij.", "Er staat een leeftijd in: “19 jaar”."),
            ("Een 19-jarige kwam vrij.", "Er staat een leeftijd in: “19-jarige”."),
            ("Hij ging weer naar Sittard.", "Er staat een plaats in: “Sittard”."),
            ("Hij ging naar sittard-geleen.", "Er staat een plaats in"),
        ],
    )
    def test_what_gives_him_away_is_refused_and_stays_typed(
        self, hers: Client, plan: Intervention, words: str, said: str
    ):
        url = f"/programma/{plan.ref}/stem/story/"
        answer = hers.post(url, sent(hers, url, words=words))
        assert said in answer.context["form"].errors["words"][0]
        assert words in answer.content.decode()
        assert not Voice.objects.exists()

    def test_noor_writes_down_that_he_said_yes(self, cast: Cast, story: Voice, rosa: User, now):
        noor, url = sign_in(cast.noor), f"/programma/stemmen/{story.ref}/akkoord/"
        assert f"/programma/stemmen/{story.ref}/akkoord/" in page_of(noor, story.intervention)
        page = noor.get(url).content.decode()
        assert "Hier worden weinig jongeren begeleid." in page
        typed = sent(noor, url, given_on=f"{day(now):%d-%m-%Y}", how="Hij las het.", **LOOKED)
        page = noor.post(url, typed).content.decode()
        assert "Vertel waarom niemand hem herkent." in page
        assert "Hij las het." in page
        assert noor.post(url, {**typed, "reason": "Velen maken dit mee."}).status_code == 302
        publish(story.intervention, by=rosa, at=now)
        assert "Nu werkt hij." in public()

    @pytest.mark.parametrize("box", sorted(LOOKED))
    def test_each_thing_is_looked_for(self, cast: Cast, story: Voice, now, box: str):
        noor, url = sign_in(cast.noor), f"/programma/stemmen/{story.ref}/akkoord/"
        told = {"given_on": f"{day(now):%d-%m-%Y}", "how": "Hij las het.", "reason": "Velen."}
        looked = {name: value for name, value in LOOKED.items() if name != box}
        answer = noor.post(url, {**told, **looked})
        assert answer.context["form"].errors[box] == ["Kijk dit na, en zet hier een vinkje."]

    def test_nobody_approves_what_he_wrote(self, cast: Cast, plan: Intervention, rosa: User, now):
        role, since = Role.COORDINATOR, day(now)
        RoleGrant.grant(user=rosa, role=role, municipality=cast.here, since=since, by=TESTER, at=now)
        story = say(plan, BlockKind.STORY, STORY, by=rosa, at=now)
        with pytest.raises(NotAllowed, match="niet zelf"):
            approve(story, by=rosa, at=now)
        assert sign_in(rosa).get(f"/programma/stemmen/{story.ref}/akkoord/").status_code == 403
        approve(story, by=cast.fatima, at=now)

    @pytest.mark.parametrize("who", ["rosa", "wil", "bas"])
    def test_only_who_may_know_him(self, cast: Cast, story: Voice, now, who: str):
        rob = employ("Rob", Role.PROGRAMME_MANAGER, cast.here, at=now)
        with pytest.raises(NotAllowed):
            approve(story, by=rob if who == "rosa" else getattr(cast, who), at=now)

    def test_among_many_no_reason_is_asked(self, now):
        on = day(now)
        account = ApprovalAccount(on, "Hij las het.", no_name=True, no_place=True, no_age=True)
        check_approval(BlockKind.STORY, account, written_on=on, guided=10, on=on)
        with pytest.raises(NotValid) as refused:
            check_approval(BlockKind.STORY, account, written_on=on, guided=9, on=on)
        assert refused.value.field == "reason"
        assert [is_small(number) for number in (0, 9, 10)] == [True, True, False]

    def test_as_data_a_story_names_nobody(self, cast: Cast, story: Voice, rosa: User, now):
        approve(story, by=cast.noor, at=now)
        told = publish(story.intervention, by=rosa, at=now).document
        assert [one["voices"] for one in told["sections"] if one["kind"] == "story"] == [
            [{"words": STORY, "speaker": None}]
        ]
        assert "Noor" not in json.dumps(told)


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "told",
        [
            {"kind": "intro", "words": "Zo.", "speaker": "A"},
            {"kind": "quote", "words": "", "speaker": "A"},
            {"kind": "quote", "words": "Zo."},
        ],
    )
    def test_words_that_cannot_be(self, plan: Intervention, rosa: User, now, told: dict[str, str]):
        stamp = Voice.stamp(by=rosa.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Voice.objects.create(intervention=plan, happened_on=day(now), **told, **stamp)

    def test_leave_that_says_not_how(self, quote: Voice, rosa: User, now):
        stamp = VoiceApproval.stamp(by=rosa.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            VoiceApproval.objects.create(voice=quote, given_on=day(now), how="", **stamp)
