"""The addresses of who else is involved with him, and of who guides him next."""

from django.urls import path

from regie.desk.urls.plan import changed, told
from regie.desk.views import involved, join_requests, participation, transfers
from regie.desk.views.join_requests import JOIN_REQUEST
from regie.desk.views.participation import EXPLANATION, PARTICIPATION

of_whom_else = [
    path("jongeren/<uuid:person_ref>/betrokkenen/", involved.involved, name="involved"),
    path("jongeren/<uuid:person_ref>/betrokkenen/nieuw/", involved.tell, name="tell_involvement"),
    path("betrokkenen/<uuid:involvement_ref>/verbetering/", involved.correct, name="correct_involvement"),
    path("betrokkenen/<uuid:involvement_ref>/einde/", involved.end, name="end_involvement"),
    path("betrokkenen/<uuid:involvement_ref>/intrekking/", involved.withdraw, name="withdraw_involvement"),
    path("jongeren/<uuid:person_ref>/overdracht/", transfers.transfer, name="transfer"),
    path("jongeren/<uuid:person_ref>/overdracht/nieuw/", transfers.tell, name="tell_transfer"),
    path("overdrachten/<uuid:transfer_ref>/verbetering/", transfers.correct, name="correct_transfer"),
    path("overdrachten/<uuid:transfer_ref>/intrekking/", transfers.withdraw, name="withdraw_transfer"),
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
    *told("vragen-om-mee-te-doen", JOIN_REQUEST),
    path(
        "vragen-om-mee-te-doen/<uuid:joinrequest_ref>/betrekken/", join_requests.accept, name="involve_asker"
    ),
    path(
        "vragen-om-mee-te-doen/<uuid:joinrequest_ref>/weigering/",
        join_requests.refuse,
        name="refuse_joinrequest",
    ),
    *changed("meedoen", PARTICIPATION),
    *changed("uitleg", EXPLANATION),
]
