"""How it goes in each life domain: by whose eyes, in which words; told together, told better, taken back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.approach.queries import approach_for
from regie.approach.rules import Unreadable, read_layer
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.plans.enums import Eye
from regie.plans.models import DomainReading, Row
from regie.plans.queries import readings_of
from regie.plans.rules import DomainReadingAccount, differ
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast
from tests.factories.approaches import shipped
from tests.factories.readings import read

TODAY, MONDAY = date(2026, 11, 18), date(2026, 11, 16)
SENT = {
    "eye": "himself",
    "happened_on": "16-11-2026",
    "level_housing": "varying",
    "words_housing": "Bij mijn oma kan ik soms slapen.",
    "level_care": "unknown",
}


def row(domain: str = "housing", level: str = "mostly", **told) -> Row:
    account = DomainReadingAccount(**({"happened_on": TODAY, "eye": Eye.OFFICER, "level": level} | told))
    return Row({"domain": domain}, account)


def tell(trajectory, cast: Cast, now, *rows: Row, **more) -> DomainReading:
    return DomainReading.tell_together(
        trajectory=trajectory, rows=rows, by=cast.noor.acting(now), at=now, **more
    )


def changed(now, *changes: tuple[str, str]) -> None:
    """From Tuesday on the national profile says it otherwise."""
    text = shipped("national").replace("valid_from: 2024-01-01", "valid_from: 2026-11-17")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    load(text, filename="national.yaml", by=TESTER, at=now)


def page(client: Client, trajectory) -> str:
    return unescape(client.get(reverse("desk:readings", args=[trajectory.person.ref])).content.decode())


class TestItWorks:
    def test_several_domains_in_one_sending_each_with_its_words(self, cast: Cast, trajectory, now):
        tell(trajectory, cast, now, row(words="Rustig."), row("care", "unknown"), submission=uuid.uuid4())
        told = {one.domain: one for one in readings_of(trajectory)}
        assert (told["housing"].level, told["housing"].words) == ("mostly", "Rustig.")
        assert told["care"].level == "unknown"
        assert {one.recorded_by_label for one in told.values()} == {"Noor"}

    def test_one_sending_is_once(self, cast: Cast, trajectory, now):
        sending = uuid.uuid4()
        first, again = (tell(trajectory, cast, now, row(), row("care"), submission=sending) for _ in range(2))
        assert first == again
        assert DomainReading.objects.count() == 2
        assert JournalEntry.objects.filter(verb="domain_reading.told").count() == 1

    def test_all_or_nothing(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid):
            tell(trajectory, cast, now, row(), row("care", "zeven"))
        assert not DomainReading.objects.exists()

    def test_told_better_both_versions_stay(self, cast: Cast, trajectory, now):
        told, tomorrow = read(trajectory, by=cast.noor, at=now), now + timedelta(days=1)
        better = replace(told.account, level="mostly", eye=Eye.PARTNER, who="Kredietbank")
        told.correct(account=better, by=cast.noor.acting(tomorrow), at=tomorrow)
        assert [one.level for one in readings_of(trajectory)] == ["mostly"]
        assert [one.level for one in readings_of(trajectory, as_known=TODAY)] == ["varying"]

    def test_taken_back_it_is_gone_and_can_be_read_back(self, cast: Cast, trajectory, now):
        told = read(trajectory, by=cast.noor, at=now)
        tomorrow = now + timedelta(days=1)
        told.withdraw(by=cast.noor.acting(tomorrow), at=tomorrow)
        assert readings_of(trajectory) == []
        assert len(readings_of(trajectory, as_known=TODAY)) == 1

    def test_who_does_not_know_differs_from_nobody(self):
        assert differ(["not", "mostly"])
        assert not differ(["mostly", "unknown", "mostly"])
        assert not differ(["mostly", "unknown"])
        assert not differ([])


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        told, other = read(trajectory, by=cast.noor, at=now), getattr(cast, who)
        for verb in (
            lambda: read(trajectory, by=other, at=now),
            lambda: told.correct(account=told.account, by=other.acting(now), at=now),
            lambda: told.withdraw(by=other.acting(now), at=now),
        ):
            with pytest.raises(NotAllowed):
                verb()
        seen = DomainReading.objects.visible_to(other.acting(now))
        assert seen.exists() is (who == "fatima")

    @pytest.mark.parametrize(
        ("wrong", "says", "field"),
        [
            ({"level": "zeven"}, "staat niet meer in de aanpak", "level"),
            ({"level": ""}, "Kies hierbij ook", "level"),
            ({"words": "x" * 1001}, "te lang", "words"),
            ({"who": "x" * 101, "eye": Eye.PARTNER}, "te lang", "who"),
            ({"eye": Eye.PARTNER}, "welke partner", "who"),
            ({"eye": Eye.PARTNER, "who": "  "}, "welke partner", "who"),
            ({"eye": Eye.HIMSELF, "who": "Oma"}, "Laat dit leeg", "who"),
            ({"eye": "niemand"}, "wie dit zegt", "eye"),
            ({"happened_on": TODAY + timedelta(days=1)}, "nog niet geweest", "happened_on"),
            ({"happened_on": date(2026, 11, 13)}, "kwam binnen op 14-11-2026", "happened_on"),
            ({"happened_on": date(2004, 1, 1)}, "geboortedatum", "happened_on"),
        ],
    )
    def test_beside_what_cannot_be(self, cast: Cast, trajectory, now, wrong: dict, says: str, field: str):
        told, rows = read(trajectory, by=cast.noor, at=now), (row("care"), row(**wrong))
        with pytest.raises(NotValid, match=says) as refused:
            tell(trajectory, cast, now, *rows)
        of_the_row = field in ("level", "words")
        assert refused.value.field == (f"{field}_housing" if of_the_row else field)
        with pytest.raises(NotValid, match=says) as refused:
            told.correct(account=rows[1].account, by=cast.noor.acting(now), at=now)
        assert refused.value.field == field

    def test_when_nothing_is_told_at_all(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid, match="minstens één leefgebied"):
            tell(trajectory, cast, now)

    def test_a_domain_that_there_never_was(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid, match="leefgebied staat niet meer"):
            tell(trajectory, cast, now, row("schoenen"))

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, cast: Cast, trajectory, now):
        told, by = read(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
        told.correct(account=replace(told.account, words="Een"), by=by, at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            told.correct(account=replace(told.account, words="Twee"), by=by, at=now)

    @pytest.mark.parametrize(
        "wrong", [{"eye": "niemand"}, {"eye": "partner"}, {"level": ""}, {"domain": ""}], ids=str
    )
    def test_by_the_database_too(self, cast: Cast, trajectory, now, wrong: dict):
        told = {"domain": "care", "eye": "himself", "level": "not", "happened_on": TODAY} | wrong
        stamp = DomainReading.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            DomainReading.objects.create(trajectory=trajectory, **told, **stamp)


class TestTheApproachChanged:
    LEFT = ("      practical_affairs: Regelzaken\n", "")
    LESS = (
        "      varying:\n        title: Gaat wisselend\n        text: De ene week gaat het, de andere week niet.\n",
        "",
    )

    def test_what_was_told_stays_as_it_was_called(self, cast: Cast, trajectory, now, noor: Client):
        read(trajectory, by=cast.noor, at=now, domain="practical_affairs", on=MONDAY)
        changed(now, self.LEFT, self.LESS)
        text = page(noor, trajectory)
        assert "Regelzaken (staat niet meer in de aanpak)" in text
        assert "Gaat wisselend" in text
        form = noor.get(reverse("desk:tell_readings", args=[trajectory.person.ref])).content.decode()
        assert "level_practical_affairs" not in form
        assert "Gaat wisselend" not in form

    def test_a_step_is_called_as_it_is_called_now(self, cast: Cast, trajectory, now, noor: Client):
        read(trajectory, by=cast.noor, at=now, on=MONDAY)
        changed(now, ("title: Gaat wisselend", "title: Gaat op en neer"))
        assert "Gaat op en neer" in page(noor, trajectory)

    def test_it_can_still_be_told_better_but_not_told_anew(self, cast: Cast, trajectory, now):
        told = read(trajectory, by=cast.noor, at=now, domain="practical_affairs", on=MONDAY)
        changed(now, self.LEFT, self.LESS)
        better = replace(told.account, words="Twee")
        assert told.correct(account=better, by=cast.noor.acting(now), at=now).words == "Twee"
        for wrong in (row("practical_affairs"), row(level="varying")):
            with pytest.raises(NotValid, match="staat niet meer in de aanpak"):
                tell(trajectory, cast, now, wrong)

    def test_a_step_of_today_can_be_told_of_a_day_before_it(self, cast: Cast, trajectory, now):
        changed(now, ("      by_itself:\n", "      quiet:\n        title: Gaat rustig\n      by_itself:\n"))
        assert tell(trajectory, cast, now, row(level="quiet", happened_on=MONDAY)).level == "quiet"

    def test_not_known_is_never_a_step(self):
        text = shipped("national").replace(
            "      not:\n        title: Gaat niet", "      unknown:\n        title: Gaat niet"
        )
        with pytest.raises(Unreadable, match="altijd al een antwoord"):
            read_layer(text)

    def test_the_steps_are_ours_and_say_so(self, cast: Cast, now):
        steps = approach_for(cast.here, on=TODAY).reading_levels
        assert [one.title for one in steps] == [
            "Gaat niet",
            "Gaat moeizaam",
            "Gaat wisselend",
            "Gaat meestal",
            "Gaat vanzelf",
        ]


class TestItLeavesARecord:
    def test_in_the_journal_without_what_was_told(self, cast: Cast, trajectory, now):
        told, by = read(trajectory, by=cast.noor, at=now), cast.noor.acting(now)
        better = told.correct(account=replace(told.account, words="Twee"), by=by, at=now)
        better.withdraw(by=by, at=now)
        entries = JournalEntry.objects.filter(
            verb__startswith="domain_reading", subject=trajectory.person.ref
        )
        assert [(entry.verb, entry.fields) for entry in entries.order_by("pk")] == [
            ("domain_reading.told", ["domain", "eye", "happened_on", "level", "who", "words"]),
            ("domain_reading.corrected", ["words"]),
            ("domain_reading.withdrawn", []),
        ]
