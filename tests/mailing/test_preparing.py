"""Whether there is a mail, and what it counts: on Monday, and on the day itself when something cannot wait."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant, User
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.clocks.enums import Channel
from regie.clocks.models import Notice
from regie.desk.pages.today import today_page
from regie.mailing.actions import preparing
from regie.mailing.enums import MailKind
from regie.mailing.models import Mail, MailRound
from regie.mailing.rules import Counts, kinds_at
from regie.persons.rules import Identity
from regie.trajectories.models import Assignment
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.terms import look
from tests.mailing.office import ask, make

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
MONDAY = datetime(2026, 11, 30, 6, 30, tzinfo=UTC)  # half past seven here
TODAY = date(2026, 11, 18)
MILAN = Identity("Milan", "de Boer", date(2004, 5, 3))


class TestWhen:
    @pytest.mark.parametrize(
        ("local", "kinds"),
        [
            (datetime(2026, 11, 30, 6, 59), ()),
            (datetime(2026, 11, 30, 7, 0), (MailKind.OVERVIEW, MailKind.ALARM)),
            (datetime(2026, 11, 30, 23, 59), (MailKind.OVERVIEW, MailKind.ALARM)),
            (datetime(2026, 12, 1, 0, 0), ()),
            (datetime(2026, 12, 1, 7, 0), (MailKind.ALARM,)),
            (datetime(2026, 11, 29, 12, 0), (MailKind.ALARM,)),
        ],
    )
    def test_on_the_clock_of_the_netherlands(self, local: datetime, kinds: tuple[MailKind, ...]):
        assert kinds_at(local) == kinds

    def test_not_before_seven_in_winter_as_in_summer(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        assert make(MONDAY.replace(hour=5, minute=59)).made == 0
        summer = datetime(2027, 3, 29, 5, 0, tzinfo=UTC)  # the day after the clock went forward: seven here
        assert make(MONDAY.replace(hour=6, minute=0)).made == 1
        assert [make(summer + timedelta(minutes=m)).made for m in (-1, 0)] == [0, 1]

    def test_in_the_night_that_has_an_hour_twice_it_is_still_one_day(self, cast: Cast, trajectory, now):
        autumn = datetime(2027, 10, 31, 8, 0, tzinfo=UTC)
        ask(cast.noor, at=now)
        assert sum(make(autumn + timedelta(hours=hour)).made for hour in (0, 1, 2)) == 1


class TestTheOverview:
    def test_counts_what_stands_on_vandaag(self, cast: Cast, trajectory, now):
        people.guide(cast, at=now, who=MILAN, detained_since=TODAY - 11 * DAY)
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        make(MONDAY)
        page = today_page(cast.noor.acting(MONDAY), on=day(MONDAY), address={})
        shown = {group.title: group.count for group in page.groups}
        mail = Mail.objects.get()
        assert (mail.kind, mail.day, mail.user) == (MailKind.OVERVIEW, day(MONDAY), cast.noor)
        assert mail.counts == Counts(now=shown["Nu"], week=shown["Deze week"])
        assert shown["Nu"]
        assert shown["Deze week"]

    def test_tells_it_first_and_queues_it(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        make(MONDAY)
        assert set(Notice.objects.values_list("rule", flat=True)) == {"first_contact", "minimum_pack"}
        told = Notice.objects.get(rule="first_contact")
        assert (told.channel, told.told_to) == (Channel.MAIL, cast.noor)
        assert (told.told_to_label, told.recorded_by_kind, told.recorded_at) == ("Noor", "job", MONDAY)
        (queued,) = DBTaskResult.objects.all()
        assert queued.args_kwargs == {"args": [str(Mail.objects.get().ref)], "kwargs": {}}

    def test_is_made_once_however_often_the_job_runs(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        assert [make(MONDAY + timedelta(minutes=m)).made for m in (0, 1, 200)] == [1, 0, 0]
        assert make(MONDAY + WEEK).made == 1

    def test_is_not_reckoned_when_it_was_made(self, cast: Cast, trajectory, now, monkeypatch):
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        make(MONDAY)
        monkeypatch.setattr(preparing, "called", lambda *_, **__: pytest.fail("reckoned again"))
        make(MONDAY)

    def test_says_so_when_there_is_nothing(self, cast: Cast, now):
        ask(cast.sem, at=now, asked=[MailKind.OVERVIEW])
        make(MONDAY)
        assert Mail.objects.get().counts == Counts()
        assert not Notice.objects.exists()

    def test_of_a_monday_that_is_over_is_not_made(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        for later in range(1, 7):
            make(MONDAY + later * DAY)
        assert not Mail.objects.exists()

    def test_leaves_new_on_vandaag_what_is_new_there(self, cast: Cast, trajectory, now):
        look(cast.noor, at=now)
        people.refer(cast, at=MONDAY - DAY, who=MILAN)
        ask(cast.noor, at=now)
        make(MONDAY)
        made = Notice.objects.filter(channel=Channel.MAIL)
        assert {"referral_weighed", "first_contact"} <= set(made.values_list("rule", flat=True))
        page = today_page(cast.noor.acting(MONDAY), on=day(MONDAY), address={})
        new = [line.what for group in page.groups for line in group.lines if line.news]
        assert "Aanmelding wegen" in new
        look(cast.noor, at=MONDAY)  # and then it is told on her screen, in a chain of its own
        both = Notice.objects.filter(rule="referral_weighed").values_list("channel", "follows")
        assert set(both) == {("mail", None), ("screen", None)}

    def test_and_a_sign_do_not_say_the_same(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now)
        make(MONDAY)
        assert [mail.kind for mail in Mail.objects.all()] == [MailKind.OVERVIEW]


class TestToWhom:
    def test_who_covers_gets_what_he_covers_and_who_is_away_too(self, cast: Cast, trajectory, now):
        for user in (cast.noor, cast.sem):
            ask(user, at=now, asked=[MailKind.OVERVIEW])
        absence = Absence(cast.noor, cast.here, cast.sem, day(MONDAY), day(MONDAY) + WEEK)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        make(MONDAY)
        counts = {mail.user: mail.counts for mail in Mail.objects.all()}
        assert counts == {cast.noor: Counts(now=2), cast.sem: Counts(now=2)}

    def test_who_works_in_two_municipalities_gets_one(self, cast: Cast, trajectory, now):
        RoleGrant.grant(
            user=cast.noor, role=Role.OFFICER, municipality=cast.elsewhere, since=TODAY, by=TESTER, at=now
        )
        there = people.guide(cast, at=now, who=MILAN, by=cast.noor, where=cast.elsewhere)
        assert there.municipality == cast.elsewhere
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        make(MONDAY)
        assert Mail.objects.get().counts.now == 4

    def test_not_who_may_not_come_in_or_has_no_vandaag(self, cast: Cast, trajectory, now):
        for user in (cast.noor, cast.sem, cast.fatima):
            ask(user, at=now)
        User.objects.filter(pk=cast.noor.pk).update(is_active=False)
        RoleGrant.objects.filter(user=cast.sem).update(until=day(MONDAY))
        make(MONDAY)
        assert {mail.user for mail in Mail.objects.all()} == {cast.fatima}

    def test_not_of_whom_a_colleague_guides_now(self, cast: Cast, trajectory, now):
        ask(cast.noor, at=now, asked=[MailKind.OVERVIEW])
        Assignment.objects.update(officer=cast.sem)
        make(MONDAY)
        assert Mail.objects.get().counts == Counts()

    def test_where_it_goes_wrong_for_one_the_others_get_theirs(
        self, cast: Cast, trajectory, now, monkeypatch: pytest.MonkeyPatch, caplog
    ):
        for user in (cast.noor, cast.sem):
            ask(user, at=now, asked=[MailKind.OVERVIEW])
        really = preparing.called

        def breaks(actor, *, on):
            if actor.label == "Noor":
                raise RuntimeError("Jayden Muller")
            return really(actor, on=on)

        monkeypatch.setattr(preparing, "called", breaks)
        assert make(MONDAY).made == 1
        assert f"user {cast.noor.pk}" in caplog.text

    def test_nobody_where_no_approach_was_loaded(
        self, cast: Cast, trajectory, now, monkeypatch: pytest.MonkeyPatch, caplog
    ):
        def not_now(*_, **__):
            raise NotNow("De aanpak is nog niet geladen.")

        ask(cast.noor, at=now)
        monkeypatch.setattr(preparing, "called", not_now)
        assert make(MONDAY).made == 0
        assert not caplog.records


class TestItIsRefused:
    def test_to_who_is_no_job(self, cast: Cast, trajectory, now):
        with pytest.raises(NotAllowed):
            preparing.prepare(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotAllowed):
            Mail.write(
                user=cast.noor, kind=MailKind.OVERVIEW, counts=Counts(), by=cast.noor.acting(now), at=now
            )
        with pytest.raises(NotAllowed):
            Notice.mail((), last={}, to=cast.noor, by=cast.noor.acting(now), at=now)
        assert not Mail.objects.exists()

    def test_by_the_database_a_second_one_that_day_or_an_empty_sign(self, cast: Cast, now):
        told = {"user": cast.noor, "kind": MailKind.OVERVIEW, "counts": Counts(), "by": TESTER, "at": now}
        Mail.write(**told)
        for wrong in (told, told | {"kind": MailKind.ALARM}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Mail.write(**wrong)

    def test_to_change_or_remove_one(self, cast: Cast, now):
        made = Mail.write(user=cast.noor, kind=MailKind.OVERVIEW, counts=Counts(), by=TESTER, at=now)
        for change in (made.save, made.delete, Mail.objects.all().delete):
            with pytest.raises(TypeError):
                change()


class TestTheRounds:
    def test_one_row_a_day_knows_the_last_one(self, db: None, now):
        for later in (timedelta(0), timedelta(hours=3), timedelta(hours=1), DAY):
            make(now + later)
        rounds = list(MailRound.objects.order_by("day").values_list("day", "last_at"))
        assert rounds == [(TODAY, now + timedelta(hours=3)), (TODAY + DAY, now + DAY)]
