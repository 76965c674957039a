"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import papers, plan, telling
from regie.desk.views.papers import PAPER
from regie.desk.views.plan import WISH
from regie.desk.views.telling import Noun


def told(noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """Telling a fact of his plan, telling it better, and taking it back."""
    fact, its = f"{noun_in_address}/<uuid:{noun.name}_ref>", {"noun": noun}
    new = f"jongeren/<uuid:person_ref>/{noun_in_address}/nieuw/"
    return [
        path(new, telling.tell, its, name=f"tell_{noun.name}"),
        path(f"{fact}/verbetering/", telling.correct, its, name=f"correct_{noun.name}"),
        path(f"{fact}/intrekking/", telling.withdraw, its, name=f"withdraw_{noun.name}"),
    ]


of_his_plan = [
    path("jongeren/<uuid:person_ref>/plan/", plan.plan, name="plan"),
    *told("wensen", WISH),
    path("jongeren/<uuid:person_ref>/papieren/", papers.papers, name="papers"),
    path("papieren/<uuid:paper_ref>/bestand/", papers.paper_file, name="paper_file"),
    *told("papieren", PAPER),
]
