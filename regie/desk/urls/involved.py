"""The addresses of who else is involved with him, and of what was told to another."""

from django.urls import path

from regie.desk.urls.plan import changed
from regie.desk.views import disclosures, involved, participation
from regie.desk.views.participation import EXPLANATION, PARTICIPATION

of_whom_else = [
    path("jongeren/<uuid:person_ref>/betrokkenen/", involved.involved, name="involved"),
    path("jongeren/<uuid:person_ref>/betrokkenen/nieuw/", involved.tell, name="tell_involvement"),
    path("betrokkenen/<uuid:involvement_ref>/verbetering/", involved.correct, name="correct_involvement"),
    path("betrokkenen/<uuid:involvement_ref>/einde/", involved.end, name="end_involvement"),
    path("betrokkenen/<uuid:involvement_ref>/intrekking/", involved.withdraw, name="withdraw_involvement"),
    path(
        "betrokkenen/<uuid:involvement_ref>/antwoord/",
        participation.tell,
        {"noun": PARTICIPATION},
        name="tell_participation",
    ),
    path(
        "betrokkenen/<uuid:involvement_ref>/uitleg/",
        participation.tell,
        {"noun": EXPLANATION},
        name="tell_explanation",
    ),
    *changed("meedoen", PARTICIPATION),
    *changed("uitleg", EXPLANATION),
    path("jongeren/<uuid:person_ref>/verstrekkingen/", disclosures.disclosures, name="disclosures"),
    path("jongeren/<uuid:person_ref>/verstrekkingen/nieuw/", disclosures.tell, name="tell_disclosure"),
    path("verstrekkingen/<uuid:disclosure_ref>/verbetering/", disclosures.correct, name="correct_disclosure"),
    path(
        "verstrekkingen/<uuid:disclosure_ref>/intrekking/", disclosures.withdraw, name="withdraw_disclosure"
    ),
]
