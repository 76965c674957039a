"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import debts, plan, telling
from regie.desk.views.debts import DEBT, NO_DEBTS, READING
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
    path("jongeren/<uuid:person_ref>/schulden/", debts.debts, name="debts"),
    path("jongeren/<uuid:person_ref>/schulden/overzicht/", debts.overview, name="debt_overview"),
    path("schulden/<uuid:debt_ref>/", debts.debt, name="debt"),
    path("schulden/<uuid:debt_ref>/stand/", debts.read, name="read_debt"),
    path("schulden/<uuid:debt_ref>/einde/", debts.end, name="end_debt"),
    *told("schulden", DEBT),
    *told("geen-schulden", NO_DEBTS),
    *told("standen", READING)[1:],  # it is told of a debt
]
