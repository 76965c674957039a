"""The pages that are measured, and what each must answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regie.base.clock import now
from regie.trajectories.models import Referral
from tests.bench.floor import URL
from tests.bench.scene import Scene
from tests.factories.calendars import make, url

FLOOR_TIMES = 4.0


@dataclass(frozen=True)
class Page:
    """One page: how to ask for it, which status it answers, and which words stand on it."""

    name: str
    ask: Callable[[Scene], HttpResponse]
    shows: str = ""
    status: int = 200
    most_floors: float | None = None
    fastest: float = 100.0  # milliseconds
    accepts: bool = False  # every time another referral

    def check(self, response: HttpResponse) -> None:
        """A page that is wrong is not measured."""
        assert response.status_code == self.status, f"{self.name}: {response.status_code}"
        assert self.shows in response.content.decode(errors="replace"), (
            f"{self.name}: “{self.shows}” does not stand on it."
        )


def pages() -> list[Page]:
    """In the order in which they are measured: accepting changes the lists, and comes last."""
    people, referrals = reverse("desk:people"), reverse("desk:referrals")
    today = reverse("desk:today")
    return [
        Page("Vandaag, 30", _get(today), "Vandaag"),
        Page("Vandaag, 500 (coordinator)", _get(today, coordinator=True), "Vandaag", fastest=400.0),
        Page("Agenda voor een telefoon, 30", _calendar, "BEGIN:VEVENT", fastest=250.0),
        Page("Gevraagd, 200 (partner)", _asked, "Wilt u brief 199 ordenen?"),
        Page("Mijn jongeren, 30", _get(people), "30 jongeren", most_floors=FLOOR_TIMES),
        Page("Jongeren, 50 of 500", _get(people, coordinator=True), "500 jongeren", fastest=150.0),
        Page(
            "Jongere, 60 contacts",
            lambda scene: scene.officer.get(scene.person_url),
            "Contact vastleggen",
            most_floors=FLOOR_TIMES,
        ),
        Page(
            "Jongere, 60 goals, 300 steps, 600 contacts",
            _get_of_his_plan("desk:person"),
            "Contact vastleggen",
            most_floors=FLOOR_TIMES,
        ),
        Page("Plan, 60 goals", _get_of_his_plan("desk:plan"), "Doel 59."),
        Page(
            "Plan, what changed",
            lambda scene: scene.officer.get(scene.of_his_plan("desk:plan_between", **_days())),
            "Wat veranderde",
            fastest=150.0,
        ),
        *_sheets(),
        Page("Aanmeldingen, 50", _get(referrals), "De oudste staat bovenaan", most_floors=FLOOR_TIMES),
        Page("Zoeken, among 550", _find, "jongeren gevonden", most_floors=FLOOR_TIMES),
        Page("Zoekvraag versturen", _ask, status=302, most_floors=FLOOR_TIMES),
        Page("Aanpak", _get(reverse("office:approach")), "Aanpak Gemeente 00", most_floors=FLOOR_TIMES),
        *_years(),
        Page("Aanmelding", _referral, "Begeleiding loopt minstens tot"),
        Page("Aanmelding invoeren, look-alikes", _register, "We kennen iemand die hierop lijkt"),
        Page(
            "Aannemen",
            lambda scene: scene.officer.post(next(scene.fresh), _acceptance()),
            status=302,
            accepts=True,
        ),
    ]


def _years() -> list[Page]:
    """A year of his own people, and of all of a municipality."""
    year, words = reverse("office:insight"), "Met hoeveel jongeren"
    return [
        Page("Inzicht, 30", _get(year), words),
        Page("Inzicht, 500 (coordinator)", _get(year, coordinator=True), words, fastest=400.0),
    ]


FLOOR = Page("Floor", lambda scene: scene.officer.get(URL), "Gemeente 00")


def registered() -> int:
    """How many referrals there are: searching for look-alikes makes none."""
    return Referral.objects.count()


def _get(url: str, *, coordinator: bool = False) -> Callable[[Scene], HttpResponse]:
    return lambda scene: (scene.coordinator if coordinator else scene.officer).get(url)


def _asked(scene: Scene) -> HttpResponse:
    return scene.partner.get(reverse("partnerdesk:asked"))


def _referral(scene: Scene) -> HttpResponse:
    return scene.officer.get(scene.referral_url)


def _sheets() -> list[Page]:
    """Paper of the plan of three years: each within a second."""
    names = ("my_plan", "visit", "debts")
    return [
        Page(f"PDF: {name}", _get_of_his_plan(f"desk:{name}_sheet"), "%PDF-1.7", fastest=1_000.0)
        for name in names
    ]


def _get_of_his_plan(name: str) -> Callable[[Scene], HttpResponse]:
    return lambda scene: scene.officer.get(scene.of_his_plan(name))


def _ask(scene: Scene) -> HttpResponse:
    """Sends what she heard: a common name, misspelt."""
    return scene.coordinator.post(reverse("desk:search"), {"text": "jansens"})


def _calendar(scene: Scene) -> HttpResponse:
    """A telephone has no session."""
    if not scene.calendar_url:
        scene.calendar_url = url(make(scene.colleague, at=now()).token)
    return Client().get(scene.calendar_url)


def _find(scene: Scene) -> HttpResponse:
    """Asks for what was found, as often as one likes."""
    if not scene.found_url:
        scene.found_url = _ask(scene)["Location"]
    return scene.coordinator.get(scene.found_url)


def _register(scene: Scene) -> HttpResponse:
    """Somebody of that name and birth date is known; the question whether it is him stays unanswered."""
    known = scene.young_person
    return scene.officer.post(
        reverse("desk:register_referral"),
        {
            "given_names": known.given_names,
            "family_name": known.family_name,
            "birth_date": f"{known.birth_date:%d-%m-%Y}",
            "referred_by": "PI Sittard",
            "happened_on": f"{date.today():%d-%m-%Y}",
            "municipality": scene.municipality.pk,
        },
    )


def _days() -> dict[str, str]:
    """Of two days of the last year: half of the plan lies between them."""
    return {"van": f"{date.today() - timedelta(days=1):%d-%m-%Y}", "met": f"{date.today():%d-%m-%Y}"}


def _acceptance() -> dict[str, str]:
    return {"planned_end": f"{date.today() + timedelta(days=3 * 366):%d-%m-%Y}"}
