"""The addresses of a barrier that rises."""

from django.urls import path

from regie.desk.views import escalations, telling
from regie.desk.views.escalations import ANSWER, ESCALATION
from regie.escalations.enums import Level

of_what_rises = [
    path(
        "barrieres/<uuid:barrier_ref>/opschalen/tactisch/",
        escalations.tell,
        {"level": Level.TACTICAL},
        name="escalate_tactical",
    ),
    path(
        "barrieres/<uuid:barrier_ref>/opschalen/strategisch/",
        escalations.tell,
        {"level": Level.STRATEGIC},
        name="escalate_strategic",
    ),
    path(
        "opschalingen/<uuid:escalation_ref>/antwoord/nieuw/",
        escalations.tell_answer,
        name="tell_escalationanswer",
    ),
    path(
        "opschalingen/<uuid:escalation_ref>/tweede-persoon/", escalations.consent, name="consent_escalation"
    ),
    path(
        "opschalingen/<uuid:escalation_ref>/intrekking/",
        telling.withdraw,
        {"noun": ESCALATION},
        name="withdraw_escalation",
    ),
    path(
        "opschaling-antwoorden/<uuid:escalationanswer_ref>/intrekking/",
        telling.withdraw,
        {"noun": ANSWER},
        name="withdraw_escalationanswer",
    ),
]
