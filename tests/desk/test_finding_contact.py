"""An officer looks for what was told of contact: of all his people, or of one."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from regie.base.clock import day
from regie.contacts.enums import Outcome
from regie.persons.rules import Identity
from regie.privacy.enums import AccessGround
from regie.privacy.models import AccessEntry
from tests.cast import Cast, sign_in
from tests.factories import people

SEARCH = "/contacten/zoeken/"


def find(client: Client, text: str, url: str = SEARCH) -> Any:
    return client.post(url, {"text": text}, follow=True)


def read(answer: Any) -> str:
    return " ".join(strip_tags(answer.content.decode()).split())


def names(answer: Any) -> list[str]:
    return [one.name for one in answer.context["page"].found]


@pytest.fixture
def his(trajectory) -> str:
    return reverse("desk:search_his_contacts", args=[trajectory.person.ref])


class TestOfAllHisPeople:
    def test_the_sentence_stands_there_with_the_word_marked(self, cast: Cast, trajectory, now, noor: Client):
        people.meet(
            trajectory, by=cast.noor, at=now, words="We lachten. Zijn schulden zijn hoog. Tot maandag."
        )
        answer = find(noor, "schuld")
        assert "Zijn <mark>schulden</mark> zijn hoog." in answer.content.decode()
        assert "We lachten" not in answer.content.decode()
        assert names(answer) == ["Jayden Muller"]
        assert "1 contact bij 1 jongere" in read(answer)

    def test_who_has_the_newest_stands_first(self, cast: Cast, trajectory, now, noor: Client):
        other = people.guide(cast, at=now, who=Identity("Bo", "Caris"))
        people.meet(
            trajectory, by=cast.noor, at=now, words="Schuld.", happened_on=day(now) - timedelta(days=2)
        )
        people.meet(other, by=cast.noor, at=now, words="Schuld.", happened_on=day(now) - timedelta(days=1))
        assert names(find(noor, "schuld")) == ["Bo Caris", "Jayden Muller"]

    def test_of_one_three_sentences_and_the_way_to_the_others(
        self, cast: Cast, trajectory, now, noor: Client, his
    ):
        for turn in range(5):
            people.meet(
                trajectory,
                by=cast.noor,
                at=now,
                words=f"Schuld {turn}.",
                happened_on=day(now) - timedelta(turn),
            )
        answer = find(noor, "schuld")
        assert "Nog 2 contacten van Jayden Muller" in read(answer)
        assert "Schuld 2." in read(answer)
        assert "Schuld 3." not in read(answer)
        (way,) = re.findall(f'href="({his}[^"]*)"', answer.content.decode())
        assert "Schuld 4." in read(noor.get(way))

    def test_a_long_list_is_read_page_by_page(self, cast: Cast, now, noor: Client):
        for turn in range(21):
            one = people.guide(cast, at=now, who=Identity("Kai", f"Alders {turn:02}"))
            people.meet(one, by=cast.noor, at=now, words="Schuld.")
        answer = find(noor, "schuld")
        assert len(names(answer)) == 20
        assert "21 contacten bij 21 jongeren" in read(answer)
        address = answer.redirect_chain[-1][0]
        assert len(names(noor.get(f"{address}&pagina=2"))) == 1

    def test_words_that_stand_everywhere_are_named(self, cast: Cast, trajectory, now, noor: Client):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        assert "Op ‘de’ en ‘van’ is niet gezocht" in read(find(noor, "de schuld van"))

    def test_nothing_found_says_what_to_try(self, trajectory, noor: Client):
        assert "Niets gevonden Kijk de spelling na" in read(find(noor, "zeppelin"))

    @pytest.mark.parametrize("words", ["<script>alert(1)</script> schuld", "Schuld & ‘boete’ <b>"])
    def test_what_was_written_is_shown_as_it_was_written(
        self, cast: Cast, trajectory, now, noor: Client, words: str
    ):
        people.meet(trajectory, by=cast.noor, at=now, words=words)
        told = find(noor, "schuld").content.decode()
        assert "alert(1)</script>" not in told
        assert "<b>" not in told

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ("", "Typ een woord waarop u wilt zoeken."),
            ("de het een", "te kort of staan overal"),
            ("%_*'", "Typ een woord waarop u wilt zoeken."),
            ("😀", "Typ een woord waarop u wilt zoeken."),
            ("y" * 10_000, "Dit is te lang. Typ een paar woorden."),
        ],
    )
    def test_wrong_input_is_said_beside_the_box_and_kept(self, noor: Client, typed: str, sentence: str):
        answer = noor.post(SEARCH, {"text": typed})
        assert answer.status_code == 200
        assert sentence in read(answer)
        assert answer.context["form"]["text"].value() == typed
        assert answer.context["page"].found is None


class TestOfOne:
    def test_everything_in_which_it_stands(self, cast: Cast, trajectory, now, noor: Client, his):
        other = people.guide(cast, at=now, who=Identity("Bo", "Caris"))
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        people.meet(other, by=cast.noor, at=now, words="Haar schuld.")
        told = find(noor, "schuld", his).content.decode()
        assert "Zijn <mark>schuld</mark>." in told
        assert "Haar" not in told

    def test_of_many_fifty_a_page(self, cast: Cast, trajectory, now, noor: Client, his):
        for _ in range(51):
            people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        answer = find(noor, "schuld", his)
        assert "51 contacten" in read(answer)
        assert len(answer.context["page"].found[0].hits) == 50

    def test_an_attempt_says_that_it_did_not_work_out(self, cast: Cast, trajectory, now, noor: Client, his):
        people.meet(trajectory, by=cast.noor, at=now, outcome=Outcome.ATTEMPTED, words="Over zijn schuld.")
        assert "het lukte nog niet" in read(find(noor, "schuld", his))

    def test_the_way_there_stands_with_all_his_contact(self, trajectory, noor: Client, his):
        page = noor.get(reverse("desk:contacts", args=[trajectory.person.ref])).content.decode()
        assert f'action="{his}"' in page

    def test_what_was_told_better_is_found_by_its_new_words(
        self, cast: Cast, trajectory, now, noor: Client, his
    ):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Bij de bakker.")
        sent = {"outcome": "made", "kind": "phone", "happened_on": f"{day(now):%d-%m-%Y}"}
        noor.post(reverse("desk:correct_contact", args=[moment.ref]), sent | {"words": "Bij de slager."})
        assert "Niets gevonden" in read(find(noor, "bakker", his))
        assert "Bij de slager." in read(find(noor, "slager", his))


class TestWhomHeMayNotSee:
    @pytest.mark.parametrize("who", ["sem", "bas"])
    def test_is_as_if_he_were_not_there(self, cast: Cast, trajectory, now, who: str):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        client = sign_in(getattr(cast, who))
        assert find(client, "schuld").context["page"] == find(client, "zeppelin").context["page"]

    @pytest.mark.parametrize("who", ["sem", "bas"])
    def test_his_own_page_is_not_there(self, cast: Cast, trajectory, who: str, his):
        assert sign_in(getattr(cast, who)).post(his, {"text": "schuld"}).status_code == 404

    def test_who_left_the_caseload_is_not_found_any_more(self, cast: Cast, trajectory, now, noor: Client):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        address = find(noor, "schuld").redirect_chain[-1][0]
        assignment = trajectory.guidance().assignments[0]
        type(assignment).objects.filter(pk=assignment.pk).update(officer=cast.sem)
        assert noor.get(address).context["page"].found == ()

    def test_the_coordinator_finds_all_of_his_municipality(self, cast: Cast, trajectory, now, fatima: Client):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        assert names(find(fatima, "schuld")) == ["Jayden Muller"]

    @pytest.mark.parametrize("who", ["wil", "ada"])
    def test_who_sees_nobody_does_not_come_in(self, cast: Cast, who: str):
        assert sign_in(getattr(cast, who)).get(SEARCH).status_code == 403


class TestNoWordInAnAddress:
    def test_the_address_holds_a_number_and_shows_the_same_again(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        address = noor.post(SEARCH, {"text": "schuld"}).headers["Location"]
        assert "schuld" not in address
        assert names(noor.get(address)) == names(noor.get(address)) == ["Jayden Muller"]

    def test_words_in_the_address_are_not_searched_by(self, trajectory, noor: Client):
        assert noor.get(SEARCH, {"text": "schuld"}).context["page"].found is None

    def test_an_older_number_says_that_it_is_gone(self, trajectory, noor: Client):
        older = noor.post(SEARCH, {"text": "schuld"}).headers["Location"]
        find(noor, "moeder")
        assert "Deze zoekvraag is niet bewaard." in read(noor.get(older))

    def test_the_number_of_somebody_else_tells_nothing(self, trajectory, noor: Client, fatima: Client):
        address = noor.post(SEARCH, {"text": "schuld"}).headers["Location"]
        assert fatima.get(address).context["page"].found is None


class TestReadingIsWrittenDown:
    def test_of_everybody_who_was_read_once_a_day(self, cast: Cast, trajectory, now, noor: Client):
        other = people.guide(cast, at=now, who=Identity("Bo", "Caris"))
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        people.meet(other, by=cast.noor, at=now, words="Bij de bakker.")
        address = find(noor, "schuld").redirect_chain[-1][0]
        noor.get(address)
        entry = AccessEntry.objects.get()
        assert (entry.subject, entry.ground) == (trajectory.person.ref, AccessGround.ASSIGNMENT)
        assert entry.page == "desk:search_contacts"

    def test_of_one_it_is_so_whatever_was_found(self, trajectory, noor: Client, his):
        noor.get(his)
        entry = AccessEntry.objects.get()
        assert (entry.subject, entry.page) == (trajectory.person.ref, "desk:search_his_contacts")

    def test_the_coordinator_does_so_as_coordinator(self, cast: Cast, trajectory, now, fatima: Client):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        find(fatima, "schuld")
        assert AccessEntry.objects.get().ground == AccessGround.COORDINATION

    def test_who_was_not_found_was_not_read(self, cast: Cast, trajectory, now, noor: Client):
        people.meet(trajectory, by=cast.noor, at=now, words="Zijn schuld.")
        find(noor, "zeppelin")
        assert not AccessEntry.objects.exists()
