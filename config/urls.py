"""Every address of Regie."""

from django.conf import settings
from django.urls import include, path

from regie.entrance import urls as entrance

urlpatterns = [
    path("", include((entrance.own, entrance.app_name))),
    path("", include(entrance.signing_in)),
    path("", include("regie.desk.urls")),
    path("", include("regie.office.urls")),
    path("partner/", include("regie.partnerdesk.urls")),
    path("vormgeving/", include("regie.gallery.urls")),
]
if settings.MODE != "production":
    urlpatterns.append(path("demo/", include("regie.demo.urls")))
