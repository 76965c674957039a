"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import agreements, plan, telling
from regie.desk.views.plan import AGREEMENT, WISH
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
    path("jongeren/<uuid:person_ref>/plan/verschil/", plan.between, name="plan_between"),
    *told("wensen", WISH),
    path("jongeren/<uuid:person_ref>/afspraken/", agreements.agreements, name="agreements"),
    path("jongeren/<uuid:person_ref>/afspraken/vergelijken/", agreements.compare, name="compare_agreements"),
    path("afspraken/<uuid:agreement_ref>/papier/", agreements.paper, name="agreement_paper"),
    *told("afspraken", AGREEMENT),
]
