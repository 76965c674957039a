"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import plan, readings, telling
from regie.desk.views.plan import WISH
from regie.desk.views.readings import CONDITION, READING
from regie.desk.views.telling import Noun


def told(noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """Telling a fact of his plan, telling it better, and taking it back."""
    its = {"noun": noun}
    new = f"jongeren/<uuid:person_ref>/{noun_in_address}/nieuw/"
    return [path(new, telling.tell, its, name=f"tell_{noun.name}"), *changed(noun_in_address, noun)]


def changed(noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """Telling it better and taking it back, of what is told several at once."""
    fact, its = f"{noun_in_address}/<uuid:{noun.name}_ref>", {"noun": noun}
    return [
        path(f"{fact}/verbetering/", telling.correct, its, name=f"correct_{noun.name}"),
        path(f"{fact}/intrekking/", telling.withdraw, its, name=f"withdraw_{noun.name}"),
    ]


of_his_plan = [
    path("jongeren/<uuid:person_ref>/plan/", plan.plan, name="plan"),
    *told("wensen", WISH),
    path("jongeren/<uuid:person_ref>/hoe-het-gaat/", readings.readings, name="readings"),
    path("jongeren/<uuid:person_ref>/hoe-het-gaat/nieuw/", readings.tell, name="tell_readings"),
    path(
        "jongeren/<uuid:person_ref>/basisvoorwaarden/<slug:measured_at>/nieuw/",
        readings.measure,
        name="measure_conditions",
    ),
    *changed("hoe-het-gaat", READING),
    *changed("basisvoorwaarden", CONDITION),
]
