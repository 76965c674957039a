"""A mail goes to a real mail server, in every mood that one can be in; it is sent at most once."""

import itertools
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from regie.accounts.models import RoleGrant, User
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.installation.tables import tables
from regie.mailing.actions import delivering, tidy_queue
from regie.mailing.actions.delivering import deliver_queued
from regie.mailing.enums import MailEventKind, MailKind
from regie.mailing.models import Mail, MailEvent
from regie.mailing.rules import LONGEST_HELD, PAUSES, Counts, Happened, next_try_at, outcome_of
from tests.cast import TESTER, Cast
from tests.mailing.office import MailServer, ask, make, send, story

TAKEN, DELAYED, SENT = MailEventKind.TAKEN, MailEventKind.DELAYED, MailEventKind.SENT
REFUSED, UNCERTAIN, FAILED = MailEventKind.REFUSED, MailEventKind.UNCERTAIN, MailEventKind.FAILED
NUMBERS = itertools.count()
MINUTE = timedelta(minutes=1)


@pytest.fixture
def mail(cast: Cast, now: datetime) -> Mail:
    """Noor asked for it, and it waits."""
    ask(cast.noor, at=now)
    return Mail.write(user=cast.noor, kind=MailKind.OVERVIEW, counts=Counts(now=2), by=TESTER, at=now)


def lives_at(cast: Cast, mood: str) -> str:
    """Noor has another address, at which the server is in this mood."""
    address = f"{mood}@nr{next(NUMBERS)}.example.org"
    User.objects.filter(pk=cast.noor.pk).update(email=address)
    return address


class TestTheServer:
    def test_takes_it(self, cast: Cast, mail: Mail, post: MailServer, now):
        address = lives_at(cast, "noor")
        event = send(mail, now)
        assert event
        assert event.kind == SENT
        assert story(mail) == [TAKEN, SENT]
        (taken,) = post.took(address)
        assert taken["from"] == "regie@localhost"
        assert send(mail, now) is None  # and never again
        assert len(post.took(address)) == 1

    def test_is_too_busy_twice_and_then_takes_it(self, cast: Cast, mail: Mail, post: MailServer, now):
        address = lives_at(cast, "busy")
        event = send(mail, now)
        assert event
        assert (event.kind, event.code) == (DELAYED, 451)
        assert send(mail, now + 4 * MINUTE) is None  # not yet
        send(mail, now + 5 * MINUTE)
        send(mail, now + 20 * MINUTE)
        assert story(mail) == [TAKEN, DELAYED, TAKEN, DELAYED, TAKEN, SENT]
        assert len(post.took(address)) == 1
        due = [task.run_after for task in DBTaskResult.objects.order_by("run_after")]
        assert due == [now + 5 * MINUTE, now + 20 * MINUTE]

    @pytest.mark.parametrize(
        ("mood", "kind", "code", "maybe"),
        [
            ("gone", REFUSED, 550, 0),
            ("spam", REFUSED, 554, 0),
            ("full", DELAYED, 452, 0),
            ("hangs", DELAYED, None, 0),
            ("leaves", DELAYED, None, 0),
            ("drops", UNCERTAIN, None, 1),
            ("silent", UNCERTAIN, None, 1),
        ],
    )
    def test_is_in_a_mood(self, cast: Cast, mail: Mail, post: MailServer, now, mood, kind, code, maybe):
        address = lives_at(cast, mood)
        event = send(mail, now)
        assert event
        assert (event.kind, event.code) == (kind, code)
        if kind is not DELAYED:
            assert send(mail, now + timedelta(hours=1)) is None
            assert story(mail) == [TAKEN, kind]
        assert len(post.took(address)) == maybe

    def test_is_not_there_until_it_failed(self, cast: Cast, mail: Mail, post: MailServer, settings, now):
        settings.EMAIL_PORT = 9
        at = now
        for pause in PAUSES:
            assert send(mail, at).kind == DELAYED  # type: ignore[union-attr]
            at += pause
        assert send(mail, at).kind == FAILED  # type: ignore[union-attr]
        assert send(mail, at + timedelta(hours=1)) is None
        assert DBTaskResult.objects.count() == len(PAUSES)

    def test_wants_a_password_that_is_not_right(
        self, cast: Cast, mail: Mail, post: MailServer, settings, now
    ):
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "regie", "fout"
        event = send(mail, now)
        assert event
        assert (event.kind, event.code) == (
            DELAYED,
            None,
        )

    def test_says_goodbye_badly_after_it_took_it(self, cast, mail, post, now, monkeypatch):
        def close(self: Any) -> None:
            raise OSError("gone")

        monkeypatch.setattr("regie.mailing.post.EmailBackend.close", close)
        assert send(mail, now).kind == SENT  # type: ignore[union-attr]

    def test_gets_no_address_with_a_line_end_in_it(self, cast: Cast, mail: Mail, post: MailServer, now):
        User.objects.filter(pk=cast.noor.pk).update(email="noor@example.org\nBcc: all@example.org")
        assert send(mail, now).kind == REFUSED  # type: ignore[union-attr]

    def test_by_another_backend_that_breaks_nobody_can_say(self, cast, mail, settings, now, monkeypatch):
        def breaks(self: Any, messages: Any) -> int:
            raise OSError("disk full")

        monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", breaks)
        assert send(mail, now).kind == UNCERTAIN  # type: ignore[union-attr]


class TestMeanwhile:
    """Between making it and sending it something changed."""

    def test_she_asks_for_it_no_more(self, cast: Cast, mail: Mail, post: MailServer, now):
        address = lives_at(cast, "noor")
        ask(cast.noor, at=now, asked=[MailKind.ALARM])
        assert send(mail, now) is None
        assert story(mail) == [MailEventKind.NOT_WANTED]
        ask(cast.noor, at=now)
        assert send(mail, now) is None  # it ended
        assert not post.took(address)

    @pytest.mark.parametrize("what", ["closed", "role"])
    def test_she_may_come_in_no_more(self, cast: Cast, mail: Mail, post: MailServer, now, what: str):
        address = lives_at(cast, "noor")
        if what == "closed":
            User.objects.filter(pk=cast.noor.pk).update(is_active=False)
        else:
            RoleGrant.objects.filter(user=cast.noor).update(until=day(now))
        assert send(mail, now) is None
        assert story(mail) == [MailEventKind.NOT_WANTED]
        assert not post.took(address)

    def test_her_address_changed_and_it_goes_to_the_new_one(self, cast, mail, post: MailServer, now):
        old, new = lives_at(cast, "noor"), lives_at(cast, "noor")
        send(mail, now)
        assert (len(post.took(old)), len(post.took(new))) == (0, 1)

    def test_its_day_is_over(self, cast: Cast, mail: Mail, post: MailServer, now):
        address = lives_at(cast, "noor")
        assert send(mail, now + timedelta(days=1)) is None
        assert story(mail) == [MailEventKind.EXPIRED]
        assert not post.took(address)

    def test_a_weekend_without_a_worker_brings_no_backlog(self, cast, trajectory, post: MailServer, now):
        address = lives_at(cast, "noor")
        ask(cast.noor, at=now)
        friday = now + timedelta(days=9)
        make(friday)
        monday = friday + timedelta(days=3)
        make(monday)
        sent = [send(mail, monday) for mail in Mail.objects.order_by("pk")]
        assert [event and event.kind for event in sent] == [None, SENT]
        assert len(post.took(address)) == 1


class TestSomebodyDied:
    def test_after_taking_it_is_uncertain_and_never_sent_again(self, cast, mail, post: MailServer, now):
        address = lives_at(cast, "noor")
        mail.take(by=TESTER, at=now)
        assert send(mail, now + MINUTE) is None
        assert make(now + LONGEST_HELD - MINUTE).settled == 0
        assert make(now + LONGEST_HELD).settled == 1
        assert story(mail) == [TAKEN, UNCERTAIN]
        assert make(now + timedelta(hours=3)).settled == 0
        assert send(mail, now + timedelta(hours=3)) is None
        assert not post.took(address)

    def test_who_was_only_slow_changes_nothing_any_more(self, mail: Mail, now):
        taken = mail.take(by=TESTER, at=now)
        make(now + LONGEST_HELD)
        assert taken
        assert taken.end(SENT, by=TESTER, at=now + LONGEST_HELD) is None
        assert story(mail) == [TAKEN, UNCERTAIN]

    def test_before_taking_it_is_queued_anew(self, mail: Mail, now):
        assert make(now + 4 * MINUTE).queued == 0
        assert make(now + 5 * MINUTE).queued == 1
        assert DBTaskResult.objects.get().args_kwargs["args"] == [str(mail.ref)]
        assert make(now + 20 * MINUTE).queued == 0  # it waits there still
        DBTaskResult.objects.update(status="RUNNING")  # and who took it from there died too
        assert make(now + 35 * MINUTE).queued == 1

    def test_what_is_to_be_tried_later_is_not_queued_early(self, cast, mail, settings, post, now):
        settings.EMAIL_PORT = 9
        send(mail, now)
        DBTaskResult.objects.all().delete()  # as after a restore: the queue is in no backup
        assert make(now + 9 * MINUTE).queued == 0
        assert make(now + 10 * MINUTE).queued == 1


class TestTheQueue:
    def test_rings_and_the_mail_goes(self, cast: Cast, mail: Mail, post: MailServer, now):
        address = lives_at(cast, "noor")

        class Context:
            class task_result:  # noqa: N801 - as the queue calls it
                started_at = now

        assert deliver_queued.func(Context(), str(mail.ref)) == SENT
        assert deliver_queued.func(Context(), str(mail.ref)) == ""
        assert len(post.took(address)) == 1

    def test_is_left_out_of_a_backup(self):
        assert DBTaskResult._meta.db_table not in {table.name for table in tables()}
        assert Mail._meta.db_table in {table.name for table in tables()}

    def test_is_tidied_of_what_is_done_and_old(self, mail: Mail, now):
        delivering.queue(mail, at=now)
        delivering.queue(mail, at=now)
        done = DBTaskResult.objects.first()
        assert done
        DBTaskResult.objects.filter(pk=done.pk).update(status="SUCCESSFUL", finished_at=now)
        tidy_queue(at=now + timedelta(days=6))
        assert DBTaskResult.objects.count() == 2
        tidy_queue(at=now + timedelta(days=8))
        assert DBTaskResult.objects.count() == 1


class TestItIsRefused:
    def test_to_who_is_no_job(self, cast: Cast, mail: Mail, now):
        for verb in (mail.take, mail.settle):
            with pytest.raises(NotAllowed):
                verb(by=cast.noor.acting(now), at=now)
        assert not story(mail)

    def test_by_the_database_to_take_or_end_it_twice(self, mail: Mail, now):
        stamp = MailEvent.stamp(by=TESTER, at=now)

        def write(kind: MailEventKind, attempt: int) -> None:
            with transaction.atomic():
                MailEvent.objects.create(mail=mail, kind=kind, attempt=attempt, **stamp)

        write(TAKEN, 1)
        with pytest.raises(IntegrityError):
            write(TAKEN, 1)
        write(DELAYED, 1)
        with pytest.raises(IntegrityError):
            write(DELAYED, 1)
        write(SENT, 2)
        with pytest.raises(IntegrityError):
            write(UNCERTAIN, 3)

    def test_to_change_or_remove_what_happened(self, mail: Mail, now):
        event = mail.take(by=TESTER, at=now)
        assert event
        for change in (event.save, event.delete, MailEvent.objects.all().delete):
            with pytest.raises(TypeError):
                change()


class TestTheRules:
    @pytest.mark.parametrize(
        ("code", "attempt", "handed_over", "kind"),
        [
            (550, 1, False, REFUSED),
            (554, 1, True, REFUSED),
            (451, 1, True, DELAYED),
            (None, 1, False, DELAYED),
            (None, 1, True, UNCERTAIN),
            (None, 4, False, DELAYED),
            (None, 5, False, FAILED),
            (421, 5, False, FAILED),
            (200, 1, True, UNCERTAIN),
        ],
    )
    def test_what_came_of_a_try(self, code, attempt: int, handed_over: bool, kind: MailEventKind):
        assert outcome_of(code, attempt=attempt, handed_over=handed_over) is kind

    def test_when_it_is_tried(self, now):
        assert next_try_at([], made_at=now) == now
        for kind in MailEventKind:
            again = next_try_at([Happened(kind, 2, now)], made_at=now)
            assert again == (now + 15 * MINUTE if kind is DELAYED else None)
