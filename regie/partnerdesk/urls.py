"""The addresses of the desk of a partner."""

from django.urls import path

from regie.partnerdesk.views import conduct, involved

app_name = "partnerdesk"

urlpatterns = [
    path("gedragscode/", conduct.conduct, name="conduct"),
    path("betrokken/", involved.involved, name="involved"),
    path("betrokken/<uuid:involvement_ref>/", involved.person, name="person"),
]
