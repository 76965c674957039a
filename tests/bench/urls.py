"""The addresses of Regie, and the floor."""

from django.urls import include, path

from tests.bench.floor import floor

urlpatterns = [path("", include("config.urls")), path("bodem/", floor)]
