"""The addresses of the office."""

from django.urls import path

from regie.office.views import approach

app_name = "office"

urlpatterns = [
    path("aanpak/", approach.approach, name="approach"),
    path("aanpak/vergelijking/", approach.compare, name="compare_editions"),
    path("aanpak/uitgaven/<uuid:edition_ref>/", approach.export, name="export_edition"),
    path(
        "aanpak/<str:municipality_code>/<str:setting_code>/wijziging/",
        approach.change_setting,
        name="change_setting",
    ),
]
