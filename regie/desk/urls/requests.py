"""The addresses of what is asked of partners."""

from django.urls import path

from regie.desk.urls.plan import changed, told
from regie.desk.views import requests
from regie.desk.views.requests import MUTUAL_AGREEMENT, REQUEST

asked_of_partners = [
    path("jongeren/<uuid:person_ref>/gevraagd/", requests.requests, name="requests"),
    path("jongeren/<uuid:person_ref>/gevraagd/nieuw/", requests.tell, name="tell_partnerrequest"),
    path("gevraagd/<uuid:partnerrequest_ref>/", requests.one, name="partnerrequest"),
    path(
        "gevraagd/<uuid:partnerrequest_ref>/antwoord/intrekking/",
        requests.take_back,
        name="withdraw_requestanswer",
    ),
    *changed("gevraagd", REQUEST),
    *told("samen-afgesproken", MUTUAL_AGREEMENT),
]
