"""An officer makes an address for his calendar, renews it, chooses what it says, and stops it."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.actions import close_account, reopen_account, reset_second_factor
from regie.accounts.enums import CalendarStep, CalendarTitles, Role
from regie.accounts.models import CalendarAddress, CalendarReading, RoleGrant, User
from regie.accounts.models.calendar_addresses import hash_of
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast
from tests.entrance.codes import give_app
from tests.factories.calendars import make, standing

SOON = timedelta(minutes=5)


def found(token: str) -> CalendarAddress | None:
    return CalendarAddress.objects.by_token(token)


def steps(user: User) -> list[str]:
    return list(CalendarAddress.objects.filter(user=user).order_by("pk").values_list("step", flat=True))


class TestItWorks:
    def test_an_address_works_from_the_moment_it_was_made(self, cast: Cast, now):
        made = make(cast.noor, at=now)
        assert found(made.token) == made.address
        assert len(made.token) >= 43
        assert made.token not in str(vars(made.address))

    def test_a_new_one_ends_the_old_one(self, cast: Cast, now):
        old, new = make(cast.noor, at=now), make(cast.noor, at=now)
        assert (found(old.token), found(new.token)) == (None, new.address)
        assert steps(cast.noor) == [CalendarStep.MADE, CalendarStep.RENEWED]

    def test_other_titles_keep_the_address(self, cast: Cast, now):
        made = make(cast.noor, at=now)
        chosen = made.address.choose_titles(CalendarTitles.INITIALS, by=cast.noor.acting(now), at=now)
        assert found(made.token) == chosen
        assert chosen.titles == CalendarTitles.INITIALS

    def test_after_stopping_there_is_none_and_one_can_be_made_again(self, cast: Cast, now):
        made, by = make(cast.noor, at=now), cast.noor.acting(now)
        made.address.stop(by=by, at=now)
        assert found(made.token) is None
        again = make(cast.noor, at=now)
        assert found(again.token) == again.address
        assert steps(cast.noor) == [CalendarStep.MADE, CalendarStep.STOPPED, CalendarStep.MADE]

    def test_when_it_was_read_last_is_of_the_address_that_works(self, cast: Cast, now):
        made = make(cast.noor, at=now)
        CalendarReading.note(made.address, at=now)
        CalendarReading.note(made.address, at=now + SOON)
        chosen = made.address.choose_titles(CalendarTitles.INITIALS, by=cast.noor.acting(now), at=now)
        assert CalendarReading.last_of(chosen) == now + SOON
        assert CalendarReading.objects.count() == 1
        assert CalendarReading.last_of(make(cast.noor, at=now).address) is None


class TestTwice:
    def test_the_same_form_makes_one_and_tells_the_token_once(self, cast: Cast, now):
        form = uuid.uuid4()
        first = make(cast.noor, at=now, submission=form)
        again = CalendarAddress.make(
            user=cast.noor, titles=CalendarTitles.NEUTRAL, seen=None, submission=form,
            by=cast.noor.acting(now), at=now,
        )  # fmt: skip
        assert (again.address, again.token) == (first.address, "")
        assert found(first.token)

    def test_renewed_in_two_tabs_the_second_learns_of_the_first(self, cast: Cast, now):
        old = make(cast.noor, at=now)
        new = make(cast.noor, at=now, seen=old.address.pk)
        with pytest.raises(NotNow, match="intussen al veranderd"):
            make(cast.noor, at=now, seen=old.address.pk)
        assert found(new.token)

    def test_stopping_and_choosing_twice_is_once(self, cast: Cast, now):
        address, by = make(cast.noor, at=now).address, cast.noor.acting(now)
        chosen = address.choose_titles(CalendarTitles.INITIALS, by=by, at=now)
        assert address.choose_titles(CalendarTitles.INITIALS, by=by, at=now) == chosen
        stopped = chosen.stop(by=by, at=now)
        assert chosen.stop(by=by, at=now) == stopped
        assert len(steps(cast.noor)) == 3

    def test_what_was_done_from_an_old_page_is_refused(self, cast: Cast, now):
        old, by = make(cast.noor, at=now).address, cast.noor.acting(now)
        new = make(cast.noor, at=now).address
        for verb in (old.stop, lambda **how: old.choose_titles(CalendarTitles.INITIALS, **how)):
            with pytest.raises(NotNow, match="intussen al veranderd"):
                verb(by=by, at=now)
        new.stop(by=by, at=now)
        with pytest.raises(NotNow, match="nu geen agenda-adres"):
            new.choose_titles(CalendarTitles.INITIALS, by=by, at=now)


class TestWhoMay:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "bas"])
    def test_nobody_else(self, cast: Cast, now, who: str):
        made, by = make(cast.noor, at=now), getattr(cast, who).acting(now)
        verbs = [
            lambda: CalendarAddress.make(
                user=cast.noor, titles=CalendarTitles.NEUTRAL, seen=made.address.pk, by=by, at=now
            ),
            lambda: made.address.choose_titles(CalendarTitles.INITIALS, by=by, at=now),
            lambda: made.address.stop(by=by, at=now),
        ]
        for verb in verbs:
            with pytest.raises(NotAllowed):
                verb()
        assert steps(cast.noor) == [CalendarStep.MADE]
        assert not CalendarAddress.objects.visible_to(by).exists()

    def test_not_who_guides_nowhere(self, cast: Cast, now):
        RoleGrant.objects.filter(user=cast.noor).update(role=Role.COORDINATOR)
        with pytest.raises(NotAllowed):
            make(cast.noor, at=now)

    def test_not_a_job_or_who_holds_a_link_with_the_same_key(self, cast: Cast, now):
        noor, last = cast.noor.acting(now), make(cast.noor, at=now).address
        for kind in (ActorKind.JOB, ActorKind.LINK_HOLDER):
            other = Actor(kind, noor.id, noor.label, noor.posts, noor.on)
            with pytest.raises(NotAllowed):
                CalendarAddress.make(
                    user=cast.noor, titles=CalendarTitles.NEUTRAL, seen=last.pk, by=other, at=now
                )
            assert not CalendarAddress.objects.visible_to(other).exists()
        assert CalendarAddress.objects.visible_to(noor).get() == last


class TestTheAccount:
    def test_a_closed_account_has_no_calendar_and_opening_it_brings_none_back(self, cast: Cast, now):
        made, wil = make(cast.noor, at=now), cast.wil.acting(now)
        close_account(cast.noor, by=wil, at=now + SOON)
        assert found(made.token) is None
        reopen_account(cast.noor, by=wil, at=now + 2 * SOON)
        assert found(made.token) is None
        assert not standing(cast.noor).works
        cast.noor.refresh_from_db()
        again = make(cast.noor, at=now + 3 * SOON)
        assert again.address.step == CalendarStep.MADE
        assert found(again.token)

    def test_a_lost_telephone_ends_the_address_with_the_second_step(self, cast: Cast, now):
        give_app(cast.noor)
        made = make(cast.noor, at=now)
        reset_second_factor(cast.noor, by=cast.wil.acting(now), at=now + SOON)
        assert found(made.token) is None


class TestItIsWrittenDown:
    def test_in_the_journal_of_each_municipality_where_he_guides(self, cast: Cast, now):
        RoleGrant.grant(
            user=cast.noor,
            role=Role.OFFICER,
            municipality=cast.elsewhere,
            since=now.date(),
            by=TESTER,
            at=now,
        )
        address, by = make(cast.noor, at=now).address, cast.noor.acting(now)
        renewed = make(cast.noor, at=now).address
        renewed.choose_titles(CalendarTitles.INITIALS, by=by, at=now).stop(by=by, at=now)
        entries = JournalEntry.objects.filter(subject=cast.noor.ref, verb__startswith="calendar.")
        for chain in ("GM0917", "GM1883"):
            assert list(entries.filter(chain=chain).order_by("number").values_list("verb", "fields")) == [
                ("calendar.made", ["titles"]),
                ("calendar.renewed", ["titles"]),
                ("calendar.titles_chosen", ["titles"]),
                ("calendar.stopped", []),
            ]
        assert str(address) == "Noor: agenda-adres gemaakt"

    def test_what_was_done_stays(self, cast: Cast, now):
        address = make(cast.noor, at=now).address
        for change in (address.save, address.delete, CalendarAddress.objects.all().delete):
            with pytest.raises(TypeError, match="renew it, or stop it"):
                change()


class TestTheDatabaseHoldsItTo:
    def refused(self, **values) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            CalendarAddress.objects.create(**values)

    def test_one_that_stands_a_token_once_and_words_we_know(self, cast: Cast, now):
        made = make(cast.noor, at=now)
        stamp = CalendarAddress.stamp(by=TESTER, at=now)
        good = {"step": "renewed", "titles": "neutral", "token_hash": hash_of("x"), **stamp}
        after = {**good, "user": cast.noor, "follows": made.address}
        self.refused(**good, user=cast.noor)  # a second first one
        self.refused(**{**after, "token_hash": made.address.token_hash})
        self.refused(**{**after, "token_hash": ""})
        self.refused(**{**after, "step": "stopped"})
        self.refused(**{**after, "titles": "namen"})
        self.refused(**{**after, "step": "kwijt"})
        CalendarAddress.objects.create(**after)
        self.refused(**{**after, "token_hash": hash_of("y")})  # two that follow one
