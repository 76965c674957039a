"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import plan, taking_over, telling
from regie.desk.views.plan import WISH
from regie.desk.views.taking_over import AUTHORISATION, DOING, TAKEN_OVER
from regie.desk.views.telling import Noun


def told(noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """Telling a fact of his plan, telling it better, and taking it back."""
    new = f"jongeren/<uuid:person_ref>/{noun_in_address}/nieuw/"
    first = path(new, telling.tell, {"noun": noun}, name=f"tell_{noun.name}")
    return [first, *told_again(noun_in_address, noun)]


def told_again(noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """Telling better and taking back what is told for the first time in another place."""
    fact, its = f"{noun_in_address}/<uuid:{noun.name}_ref>", {"noun": noun}
    return [
        path(f"{fact}/verbetering/", telling.correct, its, name=f"correct_{noun.name}"),
        path(f"{fact}/intrekking/", telling.withdraw, its, name=f"withdraw_{noun.name}"),
    ]


of_his_plan = [
    path("jongeren/<uuid:person_ref>/plan/", plan.plan, name="plan"),
    *told("wensen", WISH),
    path("jongeren/<uuid:person_ref>/plan/uit-handen/", taking_over.overview, name="taken_over"),
    *told("uit-handen", TAKEN_OVER),
    path("uit-handen/<uuid:takenover_ref>/wie-doet-het/", taking_over.tell_doing, name="tell_doing"),
    *told_again("wie-doet-het", DOING),
    *told("machtigingen", AUTHORISATION),
    path("machtigingen/<uuid:authorisation_ref>/einde/", taking_over.stop, name="stop_authorisation"),
    path("machtigingen/<uuid:authorisation_ref>/papier/", taking_over.paper, name="authorisation_paper"),
]
