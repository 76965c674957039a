"""The addresses of the office."""

from django.urls import path

from regie.office.views import approach, invitations, users

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
    path("gebruikers/", users.users, name="users"),
    path("gebruikers/uitnodiging/", invitations.invite, name="invite"),
    path(
        "gebruikers/uitnodigingen/<uuid:invitation_ref>/brief/", invitations.letter, name="invitation_letter"
    ),
    path(
        "gebruikers/uitnodigingen/<uuid:invitation_ref>/intrekking/",
        invitations.withdraw,
        name="withdraw_invitation",
    ),
]
