"""What was told of contact is found by its words, in whatever form they were written."""

from datetime import date, datetime
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from hypothesis import example, given
from hypothesis import strategies as some

from regie.accounts.models import User
from regie.base.errors import NotNow, NotValid
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, ContactStem
from regie.contacts.queries import people_told_of, told_of_him, told_of_them
from regie.contacts.rules import LONGEST_STEM, ContactAccount, around_hit, sought_by, stems_of
from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import people

TODAY = date(2026, 11, 18)


def found(text: str, *, by: User, at: datetime) -> list[str]:
    """The words of every contact that this asks for, the newest first."""
    rows = ContactStem.objects.telling(sought_by(text).stems, by.acting(at)).order_by("-happened_on", "-pk")
    return [row.moment.words for row in rows.select_related("moment")]


def better(moment: ContactMoment, words: str, *, by: User, at: datetime) -> ContactMoment:
    told = ContactAccount(moment.happened_on, ContactKind.PHONE, Outcome.MADE, words)
    return moment.correct(account=told, by=by.acting(at), at=at)


class TestItWorks:
    @pytest.mark.parametrize(
        ("told", "asked"),
        [
            ("We hadden twee gesprekken.", "gesprek"),
            ("Zijn SCHULDEN zijn hoog.", "schuld"),
            ("Hij belde zijn moeder.", "moeders"),
            ("Afspraken met de reclassering.", "afspraak reclassering"),
            ("In Café Zoë.", "cafe zoe"),
            ("In Cafe Zoe.", "café zoë"),
            ("In cafe\u0301 Zoe\u0308.", "café"),
            ("Een ree\u0308el plan.", "reëel"),
            ("Zijn foto's zijn weg.", "foto"),
            ("Re-integratie begint.", "integratie"),
            ("Brief van 17 november.", "17"),
            ("Yıldız en Müller 😀 belden.", "müller yıldız 😀"),
        ],
    )
    def test_by_another_form_of_the_word(self, cast: Cast, trajectory, now, told: str, asked: str):
        people.meet(trajectory, by=cast.noor, at=now, words=told)
        assert found(asked, by=cast.noor, at=now) == [told]

    def test_all_words_must_stand_in_it(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn moeder belde.")
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn moeder betaalt de schuld.")
        assert found("schulden moeder", by=cast.noor, at=now) == ["Zijn moeder betaalt de schuld."]
        assert found("moeder voetbal", by=cast.noor, at=now) == []

    @pytest.mark.parametrize(
        "told",
        [
            {"words": "Een brommer."},
            {"his_words": "Ik wil een brommer."},
            {"judgement": "Hij denkt aan brommers."},
            {"kind": ContactKind.PARTNER, "party": "De brommerwinkel, Brommer en zoon"},
        ],
        ids=["words", "his_words", "judgement", "party"],
    )
    def test_wherever_in_the_contact_it_was_written(self, cast: Cast, trajectory, now, told: dict[str, Any]):
        moment = people.meet(trajectory, by=cast.noor, at=now, **({"words": ""} | told))
        rows = ContactStem.objects.telling(sought_by("brommer").stems, cast.noor.acting(now))
        assert [row.moment for row in rows] == [moment]

    @pytest.mark.parametrize("asked", ["moed%", "moede_", "'; DROP TABLE", "moed.*"])
    def test_no_sign_stands_for_other_letters(self, cast: Cast, trajectory, now, asked: str):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn moeder belde.")
        assert found(asked, by=cast.noor, at=now) == []


class TestWhatStandsNow:
    def test_a_corrected_contact_is_found_by_its_new_words_only(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        better(moment, "Bij de slager.", by=cast.noor, at=now)
        assert found("bakker", by=cast.noor, at=now) == []
        assert found("slager", by=cast.noor, at=now) == ["Bij de slager."]

    def test_of_two_corrections_at_once_nothing_is_left_of_the_second(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        better(moment, "Bij de slager.", by=cast.noor, at=now)
        with pytest.raises(NotNow):
            better(moment, "Bij de kapper.", by=cast.noor, at=now)
        assert found("slager", by=cast.noor, at=now) == ["Bij de slager."]
        assert found("kapper", by=cast.noor, at=now) == []

    def test_a_withdrawn_contact_is_not_found(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.").withdraw(
            by=cast.noor.acting(now), at=now
        )
        assert not ContactStem.objects.exists()

    def test_what_is_not_written_down_after_all_cannot_be_found(self, cast: Cast, trajectory, now):
        with pytest.raises(RuntimeError), transaction.atomic():
            people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
            raise RuntimeError
        assert not ContactStem.objects.exists()


class TestWhoFindsWhat:
    @pytest.mark.parametrize(
        ("who", "times"), [("noor", 1), ("fatima", 1), ("sem", 0), ("bas", 0), ("wil", 0)]
    )
    def test_only_who_may_see_him(self, cast: Cast, trajectory, now, who: str, times: int):
        people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        assert len(found("bakker", by=getattr(cast, who), at=now)) == times

    def test_a_second_word_of_somebody_else_tells_nothing(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker met zijn zus.")
        assert found("zus bakker", by=cast.sem, at=now) == []

    def test_among_some_only_theirs_is_found(self, cast: Cast, trajectory, now):
        other = people.guide(cast, at=now, who=Identity("Bo", "Caris"))
        for one in (trajectory, other):
            people.meet(one, by=cast.noor, at=now, words="Bij de bakker met zijn zus.")
        rows = ContactStem.objects.telling(
            sought_by("zus bakker").stems, cast.noor.acting(now), among=[other.pk]
        )
        assert [row.trajectory for row in rows] == [other]

    def test_who_went_to_a_colleague_between_two_questions_is_not_told(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        stems, noor, sem = sought_by("bakker").stems, cast.noor.acting(now), cast.sem.acting(now)
        some = people_told_of(stems, viewer=noor)
        assert [one.trajectory for one in told_of_them(some, stems, viewer=noor, most=1)] == [trajectory]
        assert told_of_them(some, stems, viewer=sem, most=1) == []

    def test_a_stem_that_was_left_behind_shows_no_older_words(self, cast: Cast, trajectory, now):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        old = list(moment.stems())
        better(moment, "Bij de slager.", by=cast.noor, at=now)
        ContactStem.objects.bulk_create(old)
        stems, noor = sought_by("bakker").stems, cast.noor.acting(now)
        (told,) = told_of_them(people_told_of(stems, viewer=noor), stems, viewer=noor, most=1)
        assert told.moments == []
        assert not told_of_him(trajectory, stems, viewer=noor).exists()


class TestTheQuestion:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("", "Typ een woord"),
            ("  %_'\" 😀 ", "Typ een woord"),
            ("de het een van u", "te kort of staan overal"),
            ("a b", "te kort of staan overal"),
            ("x" * 10_000, "te lang"),
            ("een twee drie vier vijf zes zeven acht negen tien elf twaalf", "te veel woorden"),
        ],
    )
    def test_what_cannot_be_searched_by(self, text: str, sentence: str):
        with pytest.raises(NotValid, match=sentence) as refused:
            sought_by(text)
        assert refused.value.field == "text"

    def test_words_that_stand_everywhere_are_left_out_and_named(self):
        assert sought_by("de schulden van Jan").left_out == ("de", "van")

    def test_the_same_word_in_two_forms_is_asked_once(self):
        assert sought_by("schuld schulden").stems == ("schuld",)

    @given(some.text(max_size=300))
    @example("x" * 300)
    def test_every_text_has_stems_that_fit(self, text: str):
        assert all(0 < len(stem) <= LONGEST_STEM for stem in stems_of([text]))

    @given(some.text(max_size=200))
    def test_a_text_is_found_by_itself(self, text: str):
        try:
            sought = sought_by(text)
        except NotValid:
            return
        assert set(sought.stems) == stems_of([text])


def read(text: str, asked: str) -> str:
    """The quote as one reads it, what was sought between square brackets."""
    return "".join(
        f"[{one.text}]" if one.marked else one.text for one in around_hit(text, sought_by(asked).stems)
    )


class TestTheSentenceAroundIt:
    def test_the_sentence_with_the_word_marked(self):
        text = "We spraken lang. Zijn schulden zijn hoog, de schuld bij Vattenfall vooral! Maandag weer."
        assert read(text, "schuld") == "Zijn [schulden] zijn hoog, de [schuld] bij Vattenfall vooral!"

    def test_the_sentence_with_most_of_the_words(self):
        assert read("Moeder belde. De schuld van moeder is weg.", "moeder schuld") == (
            "De [schuld] van [moeder] is weg."
        )

    def test_a_word_that_stands_there_twice_counts_once(self):
        assert read("Schuld op schuld. Moeder betaalt de schuld.", "moeder schuld") == (
            "[Moeder] betaalt de [schuld]."
        )

    def test_of_a_long_sentence_what_stands_around_it(self):
        shown = read(f"{'woord ' * 100}schuld {'daarna ' * 100}", "schuld")
        assert shown.startswith("…woord")
        assert shown.endswith("daarna…")
        assert "[schuld]" in shown
        assert len(shown) < 260

    def test_one_word_of_thousands_of_letters_stays_whole_at_the_hit(self):
        assert read("x" * 5000 + " schuld", "schuld") == "…[schuld]"

    def test_nothing_where_it_does_not_stand(self):
        assert around_hit("Zijn moeder belde.", {"schuld"}) == ()

    @given(some.text(max_size=600))
    def test_it_is_a_part_of_what_was_written(self, text: str):
        pieces = around_hit(f"{text} schuld", {"schuld"})
        assert any(one.marked for one in pieces)


class TestMakingThemAnew:
    def rows(self) -> set[tuple[int, str]]:
        return set(ContactStem.objects.values_list("moment", "stem"))

    def told(self, cast: Cast, trajectory, now) -> set[tuple[int, str]]:
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        better(moment, "Bij de slager en zijn zus.", by=cast.noor, at=now)
        gone = people.meet(trajectory, by=cast.noor, at=now, words="Bij de kapper.")
        gone.withdraw(by=cast.noor.acting(now), at=now)
        people.meet(trajectory, by=cast.noor, at=now, words="")
        return self.rows()

    def test_the_command_gives_the_same(self, cast: Cast, trajectory, now):
        before = self.told(cast, trajectory, now)
        ContactStem.objects.filter(stem="zus").update(stem="oud")
        said = StringIO()
        call_command("contacts", "index", stdout=said)
        assert self.rows() == before
        assert said.getvalue() == "1 contact is op woorden te vinden.\n"

    def test_so_does_the_migration_of_what_there_was(self, cast: Cast, trajectory, now):
        before = self.told(cast, trajectory, now)
        ContactStem.objects.all().delete()
        import_module("regie.contacts.migrations.0003_stems_of_what_there_was").fill(apps, connection)
        assert self.rows() == before


class TestTheDatabaseHoldsItTo:
    def test_a_stem_once_a_contact(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now, words="Bakker.")
        row = ContactStem.objects.get()
        row.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)
