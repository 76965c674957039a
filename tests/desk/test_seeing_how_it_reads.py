"""Noor sees how what she types reads for him: a hint beside the field, kept nowhere, and never a refusal."""

import json
import re
from dataclasses import replace
from datetime import date, datetime
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

import regie.desk.forms
from regie.approach.actions import load
from regie.desk.pages.how_it_reads import Reader
from regie.plans.models import Wish
from regie.privacy.models import AccessEntry, JournalEntry
from regie.ui.verb_form import VerbForm
from tests.approach.test_writing_plain_words import OF_HERE
from tests.cast import TESTER, Cast
from tests.factories.approaches import shipped
from tests.pinned.counting import questions

HARD = "Conform de afspraak wordt jouw beschikking aangevraagd."
HERE = "/zo-leest-hij-het/"
SAID = "‘Conform’ is een moeilijk woord. Makkelijker is: ‘volgens’."
# Every field that he reads himself, in one list: a new one is told here, and its form shows how it reads.
READ_BY_HIM = {
    "AgreementForm": ("young_person", "officer", "someone_else"),
    "AppointmentForm": ("purpose",),
    "AttemptForm": ("words",),
    "AuthorisationForm": ("scope",),
    "BackInSightForm": ("words",),
    "CallForm": ("words",),
    "ClosingForm": ("words",),
    "ConfirmationForm": ("told",),
    "ContactForm": ("words",),
    "CopyForm": ("purpose",),
    "DisclosureForm": ("what", "purpose"),
    "DoingForm": ("words",),
    "ExplanationForm": ("words",),
    "FirstDaysForm": ("words",),
    "GoalForm": ("words", "steps"),
    "GoalResultForm": ("words", "congratulation"),
    "InvolvementEndForm": ("why_ended",),
    "InvolvementForm": ("purpose", "scope"),
    "LeaveForm": ("goal", "result_words"),
    "LessonForm": ("his_words", "officer_words"),
    "MustKnowForm": ("words",),
    "MutualAgreementForm": ("young_person", "officer", "partner", "otherwise"),
    "OutcomeForm": ("words",),
    "PaperForm": ("title",),
    "ParticipationForm": ("words",),
    "RedirectionForm": ("his_letter",),
    "ReferralForm": ("told",),
    "RequestAnswerForm": ("words",),
    "RequestForm": ("words",),
    "SafetyNoteForm": ("words",),
    "StepForm": ("words",),
    "StepMarkForm": ("words",),
    "TakenOverForm": ("words", "why"),
    "TalentForm": ("words",),
    "TellingForm": ("told",),
    "ToldToInvolvedForm": ("what",),
    "TransferForm": ("must_know",),
    "TurningPointForm": ("words",),
    "WishFollowUpForm": ("words",),
    "WishForm": ("words",),
}
SAYS_SO = re.compile(r"\bmag\b.*\blezen\b|hij het begrijpt")


def forms() -> dict[str, type[VerbForm]]:
    """Every form of the desk behind which stands a verb."""
    modules = [
        import_module(f"regie.desk.forms.{one.name}") for one in iter_modules(regie.desk.forms.__path__)
    ]
    found = [
        form for module in modules for _, form in getmembers(module, isclass) if issubclass(form, VerbForm)
    ]
    return {form.__name__: form for form in found}


class TestWhatHeReads:
    def test_is_told_in_one_list(self):
        assert {name: form.read_by_him for name, form in forms().items() if form.read_by_him} == READ_BY_HIM

    def test_is_every_field_that_says_so(self):
        forgotten = [
            f"{name}.{field}: says that he reads it; name it in read_by_him"
            for name, form in forms().items()
            for field, asked in form.base_fields.items()
            if "deze persoon" not in asked.help_text  # of his network: its own words
            and SAYS_SO.search(asked.help_text)
            and field not in form.read_by_him
        ]
        assert not forgotten

    def test_names_fields_that_are_there(self):
        assert all(set(form.read_by_him) <= set(form.base_fields) for form in forms().values())

    def test_has_a_place_for_the_hint_and_a_way_without_scripts(self, trajectory, noor: Client):
        page = noor.get(reverse("desk:tell_wish", args=[trajectory.person.ref])).content.decode()
        assert f'data-reads="id_words" data-url="{HERE}" aria-live="polite"' in page
        assert 'data-reads="id_place"' not in page
        assert 'name="leest" value="words"' in page
        assert page.index("Opslaan") < page.index('name="leest"'), "Enter must save"

    def test_of_a_form_that_he_does_not_read_there_is_none(self, trajectory, noor: Client):
        page = noor.get("/zoeken/").content.decode()
        assert "data-reads" not in page
        assert 'name="leest"' not in page


class TestWhileTyping:
    def test_the_hint_comes_alone(self, noor: Client):
        answer = noor.post(HERE, {"kort": "1", "text": HARD}).content.decode()
        assert SAID in answer
        assert "Wie doet dit?" in answer
        assert "<html" not in answer

    def test_of_a_word_it_is_said_once_which(self, noor: Client):
        assert "<q" not in noor.post(HERE, {"kort": "1", "text": HARD.split()[0]}).content.decode()

    def test_of_a_long_sentence_it_says_which(self, noor: Client):
        answer = noor.post(HERE, {"kort": "1", "text": "Ja. " + "en nu ook weer " * 5}).content.decode()
        assert "Deze zin is lang: 20 woorden." in answer
        assert '<q dir="auto">en nu ook weer' in answer

    def test_of_a_long_sentence_it_quotes_the_begin(self, noor: Client):
        answer = noor.post(HERE, {"kort": "1", "text": "en nu ook weer " * 9}).content.decode()
        assert f'<q dir="auto">{("en nu ook weer " * 4).strip()} …</q>' in answer

    def test_what_reads_easily_has_none(self, noor: Client):
        for text in ("Ik wil een eigen kamer.", "", "   "):
            assert not noor.post(HERE, {"kort": "1", "text": text}).content.decode().strip()

    @pytest.mark.parametrize("times", [1, 500])
    def test_takes_seven_queries_however_long_it_is(self, noor: Client, times: int):
        assert len(questions(lambda: noor.post(HERE, {"kort": "1", "text": HARD * times}))) == 7

    def test_four_at_once_and_how_many_more(self, noor: Client):
        answer = noor.post(HERE, {"kort": "1", "text": "conform. " * 9}).content.decode()
        assert answer.count("<li>") == 4
        assert "En nog 5." in answer

    def test_what_was_typed_is_text(self, noor: Client):
        answer = noor.post(HERE, {"kort": "1", "text": "<script>alert(1)</script> " * 20}).content.decode()
        assert "&lt;script&gt;" in answer
        assert "<script" not in answer

    def test_of_a_whole_book_the_begin_is_read(self, noor: Client):
        answer = noor.post(HERE, {"kort": "1", "text": "ja. " * 25_000 + HARD})
        assert answer.status_code == 200
        assert not answer.content.strip()

    def test_it_goes_by_the_words_of_her_municipality(
        self, cast: Cast, now: datetime, noor: Client, bas: Client
    ):
        load(shipped("sittard-geleen") + OF_HERE, filename="lokaal.yaml", by=TESTER, at=now)
        sent = {"kort": "1", "text": "Ik bel mijn ketenpartner."}
        assert "wie ook helpt" in noor.post(HERE, sent).content.decode()
        assert "wie ook helpt" not in bas.post(HERE, sent).content.decode()

    def test_of_two_municipalities_the_shortest_sentence(self, cast: Cast, now: datetime):
        rule = OF_HERE.replace("words", "longest_sentence")
        shorter = rule[: rule.index("value:")] + "value: 12\n" + rule[rule.index("    source:") :]
        load(shipped("sittard-geleen") + shorter, filename="lokaal.yaml", by=TESTER, at=now)
        noor, bas = cast.noor.acting(now), cast.bas.acting(now)
        both = replace(noor, posts=noor.posts | bas.posts)
        longest = [Reader.of(one, on=now.date()).longest for one in (noor, bas, both)]
        assert longest == [12, 15, 12]

    def test_before_any_approach_it_still_reads(self, cast: Cast, now: datetime):
        reader = Reader.of(cast.noor.acting(now), on=date(2023, 1, 1))
        assert [hint.said[:6] for hint in reader.read("Bel conform het CJIB.").hints] == ["‘CJIB’"]


class TestOnAPageOfItsOwn:
    def test_every_text_that_he_reads_stands_there(self, noor: Client):
        typed = {
            "leest": "words steps",
            "words": HARD,
            "steps": "Bel het CJIB",
            "domain": "housing",
            "place": "geheim",
        }
        page = noor.post(HERE, typed).content.decode()
        assert SAID in page
        assert "‘CJIB’ is een afkorting." in page
        assert "geheim" not in page
        assert "Typ of plak" not in page

    def test_a_field_in_which_nothing_was_typed_does_not(self, noor: Client):
        page = noor.post(
            HERE, {"leest": "words steps", "words": "Ik wil rust.", "steps": " "}
        ).content.decode()
        assert page.count("Hier vallen geen moeilijke woorden") == 1

    def test_what_was_typed_is_text_there_too(self, noor: Client):
        page = noor.post(HERE, {"text": "<script>alert(1)</script>"}).content.decode()
        assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" in page
        assert "<script>alert" not in page

    def test_of_a_whole_book_it_is_said_that_the_begin_was_read(self, noor: Client):
        cut = "Alleen het begin is bekeken."
        assert cut in noor.post(HERE, {"text": "ja. " * 6000}).content.decode()
        assert cut not in noor.post(HERE, {"text": "ja."}).content.decode()

    def test_it_is_asked_or_opened_and_nothing_else(self, noor: Client):
        assert noor.get(HERE).status_code == 200
        assert noor.put(HERE).status_code == 405

    def test_what_reads_easily_is_said_to(self, noor: Client):
        page = noor.post(HERE, {"text": "Ik wil een eigen kamer."}).content.decode()
        assert "Hier vallen geen moeilijke woorden of lange zinnen op." in page

    def test_nothing_typed_is_said(self, noor: Client):
        assert "Typ of plak een tekst." in noor.post(HERE, {"text": " "}).content.decode()
        assert (
            "U heeft nog niets getypt." in noor.post(HERE, {"leest": "words", "words": ""}).content.decode()
        )

    def test_who_is_signed_out_signs_in_and_nothing_is_kept(self, client: Client, noor: Client):
        Session.objects.all().delete()
        answer = noor.post(HERE, {"kort": "1", "text": HARD})
        assert answer.status_code == 302
        assert "beschikking" not in json.dumps(dict(noor.session))


class TestItIsAHint:
    def test_nothing_is_kept_or_logged(self, cast: Cast, noor: Client):
        before = (JournalEntry.objects.count(), AccessEntry.objects.count(), Wish.objects.count())
        noor.post(HERE, {"leest": "words", "words": HARD})
        noor.post(HERE, {"kort": "1", "text": HARD})
        assert (JournalEntry.objects.count(), AccessEntry.objects.count(), Wish.objects.count()) == before
        assert "beschikking" not in json.dumps(dict(noor.session))

    def test_what_is_hard_to_read_is_saved_all_the_same(
        self, cast: Cast, now: datetime, trajectory, noor: Client
    ):
        typed = {"words": f"{HARD} CJIB a.u.b.", "happened_on": f"{now:%d-%m-%Y}", "place": ""}
        assert noor.post(reverse("desk:tell_wish", args=[trajectory.person.ref]), typed).status_code == 302
        assert Wish.objects.get().words == typed["words"]
