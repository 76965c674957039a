"""The addresses of his plan."""

from django.urls import URLPattern, path

from regie.desk.views import (
    agreements,
    around,
    debts,
    drafts,
    goals,
    papers,
    plan,
    readings,
    sheets,
    taking_over,
    telling,
    wishes,
)
from regie.desk.views.around import MEMBER, SLOT
from regie.desk.views.debts import DEBT, DEBT_READING, NO_DEBTS
from regie.desk.views.goals import GOAL, GOAL_RESULT, STEP, STEP_MARK
from regie.desk.views.papers import PAPER
from regie.desk.views.plan import AGREEMENT, TALENT, WISH
from regie.desk.views.readings import CONDITION, READING
from regie.desk.views.taking_over import AUTHORISATION, DOING, TAKEN_OVER
from regie.desk.views.telling import Noun
from regie.desk.views.wishes import FOLLOW_UP


def told(noun_in_address: str, noun: Noun, *, about: str = "") -> list[URLPattern]:
    """Telling a fact of his plan, telling it better, and taking it back; `about` is the address of what it is about."""
    new, its = f"jongeren/<uuid:person_ref>/{about}{noun_in_address}/nieuw/", {"noun": noun}
    return [path(new, telling.tell, its, name=f"tell_{noun.name}"), *changed(noun_in_address, noun)]


def changed(noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """Telling better and taking back what is told for the first time in another place."""
    fact, its = f"{noun_in_address}/<uuid:{noun.name}_ref>", {"noun": noun}
    return [
        path(f"{fact}/verbetering/", telling.correct, its, name=f"correct_{noun.name}"),
        path(f"{fact}/intrekking/", telling.withdraw, its, name=f"withdraw_{noun.name}"),
    ]


def told_of(owner: str, owner_ref: str, noun_in_address: str, noun: Noun) -> list[URLPattern]:
    """The same for what is told of another fact of his plan, such as a step of a goal."""
    new, *others = told(noun_in_address, noun)
    at_owner = f"{owner}/<uuid:{owner_ref}>/{noun_in_address}/nieuw/"
    return [path(at_owner, goals.tell_of, {"noun": noun}, name=new.name), *others]


of_his_goals = [
    path("jongeren/<uuid:person_ref>/doelen/voorbeelden/", goals.examples, name="goal_examples"),
    path(
        "jongeren/<uuid:person_ref>/doelen/voorbeelden/<slug:template_code>/",
        goals.from_example,
        name="goal_from_example",
    ),
    *told("doelen", GOAL),
    path("doelen/<uuid:goal_ref>/", goals.goal, name="goal"),
    *told_of("doelen", "goal_ref", "stappen", STEP),
    *told_of("doelen", "goal_ref", "afloop", GOAL_RESULT),
    *told_of("stappen", "step_ref", "stand", STEP_MARK),
]

of_his_plan = [
    path("jongeren/<uuid:person_ref>/plan/", plan.plan, name="plan"),
    path("jongeren/<uuid:person_ref>/plan/papier/", sheets.my_plan_sheet, name="my_plan_sheet"),
    path("jongeren/<uuid:person_ref>/papieren/maken/", drafts.write_papers, name="write_papers"),
    path("jongeren/<uuid:person_ref>/papieren/maken/<slug:draft>/", drafts.write_paper, name="write_paper"),
    path("jongeren/<uuid:person_ref>/bezoekblad/", sheets.visit_sheet, name="visit_sheet"),
    path("jongeren/<uuid:person_ref>/plan/verschil/", plan.between, name="plan_between"),
    *told("wensen", WISH),
    path("jongeren/<uuid:person_ref>/omgeving/", around.around, name="around"),
    *told("omgeving", MEMBER),
    path("jongeren/<uuid:person_ref>/week/", around.week, name="week"),
    *told("week", SLOT),
    path("jongeren/<uuid:person_ref>/wensen/", wishes.wishes, name="wishes"),
    *told("vervolgen", FOLLOW_UP, about="wensen/<uuid:wish_ref>/"),
    *told("talenten", TALENT),
    *of_his_goals,
    path("jongeren/<uuid:person_ref>/afspraken/", agreements.agreements, name="agreements"),
    path("jongeren/<uuid:person_ref>/afspraken/vergelijken/", agreements.compare, name="compare_agreements"),
    path("afspraken/<uuid:agreement_ref>/papier/", agreements.paper, name="agreement_paper"),
    path("afspraken/<uuid:agreement_ref>/papier/pdf/", sheets.agreement_sheet, name="agreement_sheet"),
    *told("afspraken", AGREEMENT),
    path("jongeren/<uuid:person_ref>/hoe-het-gaat/", readings.readings, name="readings"),
    path("jongeren/<uuid:person_ref>/hoe-het-gaat/nieuw/", readings.tell, name="tell_readings"),
    path(
        "jongeren/<uuid:person_ref>/basisvoorwaarden/<slug:measured_at>/nieuw/",
        readings.measure,
        name="measure_conditions",
    ),
    *changed("hoe-het-gaat", READING),
    *changed("basisvoorwaarden", CONDITION),
    path("jongeren/<uuid:person_ref>/schulden/", debts.debts, name="debts"),
    path("jongeren/<uuid:person_ref>/schulden/overzicht/", debts.overview, name="debt_overview"),
    path("jongeren/<uuid:person_ref>/schulden/overzicht/pdf/", sheets.debts_sheet, name="debts_sheet"),
    path("schulden/<uuid:debt_ref>/", debts.debt, name="debt"),
    path("schulden/<uuid:debt_ref>/stand/", debts.read, name="read_debt"),
    path("schulden/<uuid:debt_ref>/einde/", debts.end, name="end_debt"),
    *told("schulden", DEBT),
    *told("geen-schulden", NO_DEBTS),
    *changed("standen", DEBT_READING),
    path("jongeren/<uuid:person_ref>/papieren/", papers.papers, name="papers"),
    path("papieren/<uuid:paper_ref>/bestand/", papers.paper_file, name="paper_file"),
    *told("papieren", PAPER),
    path("jongeren/<uuid:person_ref>/plan/uit-handen/", taking_over.overview, name="taken_over"),
    *told("uit-handen", TAKEN_OVER),
    path("uit-handen/<uuid:takenover_ref>/wie-doet-het/", taking_over.tell_doing, name="tell_doing"),
    *changed("wie-doet-het", DOING),
    *told("machtigingen", AUTHORISATION),
    path("machtigingen/<uuid:authorisation_ref>/einde/", taking_over.stop, name="stop_authorisation"),
    path("machtigingen/<uuid:authorisation_ref>/papier/", taking_over.paper, name="authorisation_paper"),
    path(
        "machtigingen/<uuid:authorisation_ref>/papier/pdf/",
        sheets.authorisation_sheet,
        name="authorisation_sheet",
    ),
]
