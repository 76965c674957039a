"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import around, plan, telling, wishes
from regie.desk.views.around import MEMBER, SLOT
from regie.desk.views.plan import TALENT, WISH
from regie.desk.views.telling import Noun
from regie.desk.views.wishes import FOLLOW_UP


def told(noun_in_address: str, noun: Noun, *, about: str = "") -> list[URLPattern]:
    """Telling a fact of his plan, telling it better, and taking it back; `about` is the address of what it is about."""
    fact, its = f"{noun_in_address}/<uuid:{noun.name}_ref>", {"noun": noun}
    new = f"jongeren/<uuid:person_ref>/{about}{noun_in_address}/nieuw/"
    return [
        path(new, telling.tell, its, name=f"tell_{noun.name}"),
        path(f"{fact}/verbetering/", telling.correct, its, name=f"correct_{noun.name}"),
        path(f"{fact}/intrekking/", telling.withdraw, its, name=f"withdraw_{noun.name}"),
    ]


of_his_plan = [
    path("jongeren/<uuid:person_ref>/plan/", plan.plan, name="plan"),
    *told("wensen", WISH),
    path("jongeren/<uuid:person_ref>/omgeving/", around.around, name="around"),
    *told("omgeving", MEMBER),
    path("jongeren/<uuid:person_ref>/week/", around.week, name="week"),
    *told("week", SLOT),
    path("jongeren/<uuid:person_ref>/wensen/", wishes.wishes, name="wishes"),
    *told("vervolgen", FOLLOW_UP, about="wensen/<uuid:wish_ref>/"),
    *told("talenten", TALENT),
]
