"""Two tell the same thing better at once: the second sees both texts and chooses; nothing is lost, nothing overwritten."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotNow
from regie.plans.enums import SaidBy
from regie.plans.models import Talent, Wish
from regie.plans.rules import TalentAccount
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, come_in, give_app, give_code
from tests.factories import plans

ROOM, HERS, HIS = "Ik wil een eigen kamer.", "Ik wil een kamer met een tuin.", "Ik wil naar mijn dochter."


@pytest.fixture
def wish(cast: Cast, trajectory: Any, now: datetime) -> Wish:
    """He wants a room of his own. Sem covers for Noor, so that two may tell it better."""
    until = day(this_moment()) + timedelta(days=9)
    absence = Absence(cast.noor, cast.here, cast.sem, day(now), until)
    Cover.arrange(absence, by=cast.noor.acting(now), at=now)
    return plans.wish(trajectory, by=cast.noor, at=now)


@pytest.fixture
def url(wish: Wish) -> str:
    return reverse("desk:correct_wish", args=[wish.ref])


def opened(client: Client, url: str, **typed: str) -> dict[str, Any]:
    """A form as it was opened, with what is typed in it; not sent yet."""
    return fields(client.get(url)) | typed


def fields(response: Any) -> dict[str, Any]:
    form = response.context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in values.items()}


def text(response: Any) -> str:
    """The page as it is read."""
    main = response.content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", main))


def words_of(wish: Wish) -> list[str]:
    """Every version, in order."""
    return [one.words for one in Wish.objects.filter(ref=wish.ref).order_by("pk")]


class TestTheSecondSeesBoth:
    def test_what_stands_by_whom_and_what_he_typed_and_nothing_is_saved(
        self, wish, url: str, noor: Client, sem: Client
    ):
        his = opened(sem, url, words=HIS)
        noor.post(url, opened(noor, url, words=HERS))
        page = sem.post(url, his)
        assert "Noor verbeterde dit intussen, op " in text(page)
        assert f"Nu staat er: {HERS}" in text(page)
        assert HIS in text(page)
        assert "Laten wat er nu staat" in text(page)
        assert set(page.context["form"].beside) == {"words"}
        assert 'aria-describedby="id_words_helptext id_words_beside"' in page.content.decode()
        assert words_of(wish) == [ROOM, HERS]

    def test_he_writes_his_over_it_and_all_three_are_kept(self, wish, url: str, noor: Client, sem: Client):
        his = opened(sem, url, words=HIS)
        noor.post(url, opened(noor, url, words=HERS))
        both = fields(sem.post(url, his))
        assert sem.post(url, both).status_code == 302
        assert words_of(wish) == [ROOM, HERS, HIS]
        last = Wish.objects.current().get()
        assert (last.words, last.recorded_by_label) == (HIS, "Sem")

    def test_he_leaves_it_by_a_link_that_needs_no_script(self, wish, url: str, trajectory, noor, sem):
        his = opened(sem, url, words=HIS)
        noor.post(url, opened(noor, url, words=HERS))
        page = sem.post(url, his)
        assert f'href="{reverse("desk:plan", args=[trajectory.person.ref])}"' in page.content.decode()
        assert Wish.objects.current().get().words == HERS

    def test_what_he_left_alone_does_not_undo_what_she_changed(self, wish, url: str, noor, sem):
        his = opened(sem, url, words=HIS)
        noor.post(url, opened(noor, url, place="Thuis", happened_on="17-11-2026"))
        page = sem.post(url, his)
        assert "Dit is intussen veranderd. Eerst stond er: PI Sittard" in text(page)
        assert "Eerst stond er: 18-11-2026" in text(page)
        sem.post(url, fields(page))
        last = Wish.objects.current().get()
        assert (last.words, last.place, f"{last.happened_on:%d-%m-%Y}") == (HIS, "Thuis", "17-11-2026")

    def test_a_third_one_meanwhile_is_seen_too(self, wish, url: str, noor: Client, sem: Client):
        his = opened(sem, url, words=HIS)
        noor.post(url, opened(noor, url, words=HERS))
        both = fields(sem.post(url, his))
        noor.post(url, opened(noor, url, words="Ik wil rust."))
        page = sem.post(url, both)
        assert "Nu staat er: Ik wil rust." in text(page)
        assert words_of(wish) == [ROOM, HERS, "Ik wil rust."]

    def test_in_two_tabs_of_his_own(self, wish, url: str, sem: Client):
        other = opened(sem, url, words=HIS)
        sem.post(url, opened(sem, url, words=HERS))
        assert "U verbeterde dit intussen, op " in text(sem.post(url, other))

    def test_the_same_text_needs_no_choice(self, wish, url: str, noor: Client, sem: Client):
        his = opened(sem, url, words=f" {HERS}\r\n")
        noor.post(url, opened(noor, url, words=HERS))
        page = sem.post(url, his, follow=True)
        assert "Wat u typte, staat er al." in page.content.decode()
        assert words_of(wish) == [ROOM, HERS]

    def test_what_was_typed_too_long_stays(self, wish, url: str, noor: Client, sem: Client):
        his = opened(sem, url, words="a" * 12_000)
        noor.post(url, opened(noor, url, words=HERS))
        both = fields(sem.post(url, his))
        assert both["words"] == "a" * 12_000
        refused = sem.post(url, both)
        assert "Dit is te lang: 12.000 tekens. Er passen er 1.000." in text(refused)
        assert fields(refused)["words"] == "a" * 12_000

    @pytest.mark.parametrize("seen", ["", "0", "geen", "9" * 30])
    def test_a_form_that_was_tampered_with_breaks_nothing(self, wish, url, noor: Client, sem: Client, seen):
        noor.post(url, opened(noor, url, words=HERS))
        assert sem.post(url, opened(sem, url, words=HIS) | {"seen": seen}).status_code in {200, 302}
        assert words_of(wish)[:2] == [ROOM, HERS]

    def test_a_choice_is_shown_in_its_own_words(self, cast: Cast, trajectory, wish, now, noor, sem):
        talent: Talent = plans.talent(trajectory, by=cast.noor, at=now)
        way = reverse("desk:correct_talent", args=[talent.ref])
        his = opened(sem, way, said_by="other")
        account = TalentAccount(talent.happened_on, talent.words, SaidBy.NETWORK)
        talent.correct(account=account, by=cast.noor.acting(now), at=now)
        page = sem.post(way, his)
        assert "Nu staat er: Iemand uit zijn netwerk" in text(page)
        assert set(page.context["form"].beside) == {"said_by"}


class TestOneSendingIsOnce:
    def test_sent_twice_it_is_saved_once_and_said_so(self, wish, url: str, noor: Client):
        sent = opened(noor, url, words=HERS)
        answers = [noor.post(url, sent).status_code for _ in range(2)]
        assert answers == [302, 302]
        assert words_of(wish) == [ROOM, HERS]
        assert JournalEntry.objects.filter(verb="wish.corrected").count() == 1

    def test_at_the_very_same_moment_the_second_still_sees_both(self, cast, wish, url, now, sem, monkeypatch):
        """Noor's version is written between what Sem's click read and what it writes."""
        his, correct = opened(sem, url, words=HIS), Wish.correct

        def overtaken(told: Wish, **asked: Any) -> Any:
            monkeypatch.setattr(Wish, "correct", correct)
            correct(told, account=replace(told.account, words=HERS), by=cast.noor.acting(now), at=now)
            return correct(told, **asked)

        monkeypatch.setattr(Wish, "correct", overtaken)
        page = sem.post(url, his)
        assert f"Nu staat er: {HERS}" in text(page)
        assert words_of(wish) == [ROOM, HERS]


class TestItWasWithdrawnMeanwhile:
    def test_what_he_typed_is_not_lost_and_he_may_tell_it_all_the_same(self, cast, wish, url, now, noor, sem):
        his = opened(sem, url, words=HIS)
        wish.withdraw(by=cast.noor.acting(now), at=now)
        page = sem.post(url, his)
        assert "Noor trok dit intussen in, op " in text(page)
        assert f"Ingetrokken. Er stond: {ROOM}" in text(page)
        assert not Wish.objects.current().exists()
        assert sem.post(url, fields(page)).status_code == 302
        assert Wish.objects.current().get().words == HIS
        assert [one.withdrawn for one in Wish.objects.filter(ref=wish.ref).order_by("pk")] == [
            False,
            True,
            False,
        ]
        assert JournalEntry.objects.order_by("pk").last().fields == ["withdrawn", "words"]

    def test_also_when_he_changed_nothing(self, cast, wish, url, now, sem: Client):
        his = opened(sem, url)
        wish.withdraw(by=cast.noor.acting(now), at=now)
        sem.post(url, fields(sem.post(url, his)))
        assert Wish.objects.current().get().words == ROOM

    def test_it_never_stands_again_unseen(self, cast, wish, url, now, sem: Client):
        wish.withdraw(by=cast.noor.acting(now), at=now)
        page = sem.post(url, {"words": HIS, "happened_on": "18-11-2026", "place": ""})
        assert "Noor trok dit intussen in" in text(page)
        assert not Wish.objects.current().exists()

    def test_of_a_form_that_says_no_version_a_mistake_is_said_as_ever(self, wish, url, sem: Client):
        page = sem.post(url, {"words": "", "happened_on": "18-11-2026", "place": ""})
        assert page.context["form"].errors["words"] == ["Vul dit in."]

    def test_who_typed_nothing_finds_nothing(self, cast, wish, url, now, sem: Client):
        wish.withdraw(by=cast.noor.acting(now), at=now)
        assert sem.get(url).status_code == 404

    def test_two_who_say_so_at_once_get_one(self, cast, wish, now):
        gone: Any = wish.withdraw(by=cast.noor.acting(now), at=now)
        again = {"account": wish.account, "by": cast.noor.acting(now), "at": now}
        gone.correct(**again)
        with pytest.raises(NotNow):
            gone.correct(**again)


class TestTakingItBack:
    def test_who_takes_back_what_was_told_better_is_asked_again(self, wish, url: str, noor, sem):
        way = reverse("desk:withdraw_wish", args=[wish.ref])
        his = opened(sem, way)
        noor.post(url, opened(noor, url, words=HERS))
        page = sem.post(way, his)
        assert "Noor verbeterde dit intussen, op " in text(page)
        assert HERS in text(page)
        assert Wish.objects.current().exists()
        assert sem.post(way, fields(page)).status_code == 302
        assert not Wish.objects.current().exists()

    def test_twice_is_once(self, wish, sem: Client):
        way = reverse("desk:withdraw_wish", args=[wish.ref])
        his = opened(sem, way)
        assert [sem.post(way, his).status_code for _ in range(2)] == [302, 302]
        assert Wish.objects.filter(withdrawn=True).count() == 1


class TestATabThatWasLeftOpenOvernight:
    """He sends it when his session has ended, and signs in again."""

    @pytest.fixture
    def browser(self, cast: Cast, client: Client) -> Client:
        cache.clear()  # codes that another test used
        give_app(cast.sem)
        come_in(client, cast.sem)
        return client

    def sign_in_again(self, browser: Client, cast: Cast, url: str, typed: dict[str, Any]) -> Any:
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        door = browser.post(url, typed).headers["Location"]
        browser.post(door, {"login": cast.sem.email, "password": PASSWORD, "next": url})
        assert give_code(browser, code(periods=1)).headers["Location"] == url
        return browser.get(url)

    def test_what_he_typed_stands_there_and_can_be_sent(self, cast, wish, url, browser: Client):
        page = self.sign_in_again(browser, cast, url, opened(browser, url, words=HIS))
        assert fields(page)["words"] == HIS
        assert words_of(wish) == [ROOM]
        assert browser.post(url, fields(page)).status_code == 302
        assert words_of(wish) == [ROOM, HIS]

    def test_a_new_wish_too(self, cast, wish, trajectory, browser: Client):
        new = reverse("desk:tell_wish", args=[trajectory.person.ref])
        page = self.sign_in_again(browser, cast, new, opened(browser, new, words=HIS))
        assert fields(page)["words"] == HIS
        assert browser.post(new, fields(page)).status_code == 302

    def test_when_it_was_told_better_that_night_he_sees_both(self, cast, wish, url, browser: Client, noor):
        his = opened(browser, url, words=HIS)
        noor.post(url, opened(noor, url, words=HERS))
        page = self.sign_in_again(browser, cast, url, his)
        assert f"Nu staat er: {HERS}" in text(page)
        assert fields(page)["words"] == HIS

    def test_when_it_was_withdrawn_that_night_it_is_not_lost(self, cast, wish, url, now, browser: Client):
        his = opened(browser, url, words=HIS)
        wish.withdraw(by=cast.noor.acting(now), at=now)
        page = self.sign_in_again(browser, cast, url, his)
        assert "Noor trok dit intussen in" in text(page)
        assert fields(page)["words"] == HIS
