"""The addresses of what is asked of partners."""

from django.urls import path

from regie.desk.urls.plan import changed, told
from regie.desk.views import request_link, requests, sheets
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
    path("gevraagd/<uuid:partnerrequest_ref>/link/", request_link.request_link, name="request_link"),
    path("gevraagd/<uuid:partnerrequest_ref>/link/nieuw/", request_link.send, name="send_request_link"),
    path(
        "gevraagd/<uuid:partnerrequest_ref>/link/intrekking/",
        request_link.revoke,
        name="revoke_request_link",
    ),
    *changed("gevraagd", REQUEST),
    *told("samen-afgesproken", MUTUAL_AGREEMENT),
    path(
        "samen-afgesproken/<uuid:mutualagreement_ref>/papier/",
        sheets.mutual_sheet,
        name="mutualagreement_sheet",
    ),
]
