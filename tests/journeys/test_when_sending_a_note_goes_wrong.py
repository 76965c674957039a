"""Noor's telephone has her notes, and Regie answers wrong, or the telephone itself keeps nothing: nothing is lost or doubled."""

from typing import Any

import pytest
from playwright.sync_api import expect

from regie.desk.views import jottings as view
from tests.cast import Cast
from tests.journeys.conftest import Arrives
from tests.journeys.telephone import (
    KEPT,
    PAGE,
    network,
    ready,
    says,
    words_kept,
    writes,
)
from tests.journeys.visitor import Visitor


@pytest.fixture
def noor(cast: Cast, trajectory, arrives: Arrives) -> Visitor:
    """Noor with her phone."""
    return arrives(cast.noor, phone=True)


class TestRegieAnswersWrong:
    def test_an_error_half_way_loses_nothing_and_doubles_nothing(
        self, noor: Visitor, monkeypatch: pytest.MonkeyPatch
    ):
        # Given more notes than go at one time, and a server that breaks on the second sending
        page = ready(noor)
        network(page, there=False)
        for number in range(23):
            writes(page, f"Notitie {number}.")
        receive, sendings = view.receive_jottings, []

        def breaks(*sent, **how):
            sendings.append(1)
            if len(sendings) == 2:
                raise RuntimeError("broken")
            return receive(*sent, **how)

        monkeypatch.setattr(view, "receive_jottings", breaks)
        network(page, there=True)
        says(page, "Regie antwoordt nu niet. De notities blijven staan.")
        says(page, "Op dit toestel wachten 3 notities van u.")
        # When it works again
        page.reload()
        says(page, "3 notities zijn aangekomen.")
        assert words_kept() == [f"Notitie {number}." for number in range(23)]
        assert page.evaluate(KEPT) == []

    def test_an_answer_that_was_lost_makes_nothing_twice(
        self, noor: Visitor, monkeypatch: pytest.MonkeyPatch
    ):
        page = ready(noor)
        network(page, there=False)
        writes(page, "Eén keer.")
        receive, sendings = view.receive_jottings, []

        def answers_not(*sent, **how):
            answers = receive(*sent, **how)
            sendings.append(1)
            if len(sendings) == 1:
                raise RuntimeError("the line broke")
            return answers

        monkeypatch.setattr(view, "receive_jottings", answers_not)
        network(page, there=True)
        says(page, "Regie antwoordt nu niet.")
        page.reload()
        says(page, "1 notitie is aangekomen.")
        assert words_kept() == ["Eén keer."]

    def test_what_it_cannot_open_stays_and_whom_to_ask_is_said(self, noor: Visitor, settings: Any):
        page = ready(noor)
        network(page, there=False)
        writes(page, "Met een oude sleutel.")
        settings.REGIE_DEVICE_KEYS = {9: "een heel andere sleutel, met genoeg letters"}
        network(page, there=True)
        says(page, "Vraag uw functioneel beheerder om hulp.")
        assert (len(page.evaluate(KEPT)), words_kept()) == (1, [""])
        # When she throws it away on Vandaag, it goes from her phone as well
        noor.complaints.clear()
        noor.goes_to("/vandaag/")
        noor.sees("Niet te openen: kladnotitie van", "De sleutel waarmee deze notitie verzegeld is")
        noor.clicks("Weggooien")
        noor.clicks("Ja, weggooien")
        noor.sees("Van uw telefoon gaat zij af zodra u daar Kladnotitie schrijven opent.")
        noor.goes_to(PAGE)
        says(page, "1 notitie is weggegooid, en ook van dit toestel af.")
        assert page.evaluate(KEPT) == []

    def test_a_line_that_hangs_is_given_up(self, noor: Visitor):
        noor.page.add_init_script(
            "const real = AbortSignal.timeout; AbortSignal.timeout = () => real.call(AbortSignal, 300);"
        )
        page = ready(noor)
        page.context.route("**/kladnotities/", lambda _never: None)
        writes(page, "Het blijft hangen.")
        says(page, "Geen netwerk. De notities worden later verstuurd.")
        assert len(page.evaluate(KEPT)) == 1


class TestANewerPage:
    def test_takes_the_place_of_the_one_that_was_kept(self, noor: Visitor, settings: Any):
        page = ready(noor)
        (before,) = page.evaluate("caches.keys()")
        settings.REGIE_DEVICE_KEYS = settings.REGIE_DEVICE_KEYS | {
            9: "een nieuwe sleutel, met genoeg letters"
        }
        page.evaluate("navigator.serviceWorker.ready.then((it) => it.update())")
        while page.evaluate("caches.keys()") in ([before], []) or len(page.evaluate("caches.keys()")) > 1:
            page.wait_for_timeout(250)
        network(page, there=False)
        page.goto(f"{noor.address}{PAGE}")
        assert page.locator("[data-jottings]").get_attribute("data-key-id") == "9"


class TestAPhoneThatKeepsNothing:
    def test_says_so_at_once_and_keeps_what_was_typed(self, noor: Visitor):
        noor.page.add_init_script(
            "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };"
        )
        noor.goes_to(PAGE)
        noor.sees("Dit toestel kan nu geen notities bewaren")
        box = noor.page.get_by_label("Wat wilt u onthouden?")
        box.fill("Dit mag niet weg.")
        noor.page.get_by_role("button", name="Verzegelen en bewaren").click()
        expect(box).to_have_value("Dit mag niet weg.")

    def test_also_when_what_was_written_is_taken_back(self, noor: Visitor):
        page = ready(noor)
        page.evaluate("void (IDBObjectStore.prototype.add = function () { this.transaction.abort(); })")
        box = page.get_by_label("Wat wilt u onthouden?")
        box.fill("Dit mag niet weg.")
        page.get_by_role("button", name="Verzegelen en bewaren").click()
        says(page, "Deze notitie kon hier niet bewaard worden.")
        expect(box).to_have_value("Dit mag niet weg.")

    def test_also_when_it_can_seal_nothing(self, noor: Visitor):
        noor.page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });")
        noor.goes_to(PAGE)
        noor.sees("Dit toestel kan nu geen notities bewaren")

    def test_also_when_its_storage_is_full(self, noor: Visitor):
        page = ready(noor)
        page.evaluate(
            "void (IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); })"
        )
        box = page.get_by_label("Wat wilt u onthouden?")
        box.fill("Dit mag niet weg.")
        page.get_by_role("button", name="Verzegelen en bewaren").click()
        says(page, "Deze notitie kon hier niet bewaard worden.")
        expect(box).to_have_value("Dit mag niet weg.")
