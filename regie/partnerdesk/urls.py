"""The addresses of the desk of a partner."""

from django.urls import path

from regie.partnerdesk.views import asked, conduct, involved, link

app_name = "partnerdesk"

urlpatterns = [
    path("gedragscode/", conduct.conduct, name="conduct"),
    path("gevraagd/", asked.asked, name="asked"),
    path("gevraagd/<uuid:partnerrequest_ref>/", asked.request, name="request"),
    path("betrokken/", involved.involved, name="involved"),
    path("betrokken/<uuid:involvement_ref>/", involved.person, name="person"),
    path("vraag/<str:link_token>/", link.link, name="link"),
    path("vraag/<str:link_token>/antwoord/", link.link_request, name="link_request"),
    path("vraag-beantwoord/", link.link_answered, name="link_answered"),
]
