"""The addresses of the office."""

from django.urls import path

from regie.office.views import (
    approach,
    colleagues,
    indicators,
    invitations,
    mailing,
    observations,
    reviews,
    users,
)

app_name = "office"

urlpatterns = [
    path("aanpak/", approach.approach, name="approach"),
    path("aanpak/termijnen/", approach.deadlines, name="deadlines"),
    path("aanpak/vergelijking/", approach.compare, name="compare_editions"),
    path("aanpak/uitgaven/<uuid:edition_ref>/", approach.export, name="export_edition"),
    path(
        "aanpak/<str:municipality_code>/<str:setting_code>/wijziging/",
        approach.change_setting,
        name="change_setting",
    ),
    path("indicatoren/", indicators.indicators, name="indicators"),
    path("indicatoren/nieuw/", indicators.add, name="add_indicator"),
    path("indicatoren/<uuid:indicator_ref>/", indicators.indicator, name="indicator"),
    path("indicatoren/<uuid:indicator_ref>/definitie/", indicators.define, name="define_indicator"),
    path("indicatoren/<uuid:indicator_ref>/cijfer/", observations.tell, name="tell_observation"),
    path("indicatoren/<uuid:indicator_ref>/inlezen/", observations.bring_in, name="bring_figures"),
    path(
        "indicatoren/cijfers/<uuid:observation_ref>/verbetering/",
        observations.correct,
        name="correct_observation",
    ),
    path(
        "indicatoren/cijfers/<uuid:observation_ref>/intrekking/",
        observations.withdraw,
        name="withdraw_observation",
    ),
    path("gebruikers/", users.users, name="users"),
    path("gebruikers/mail/", mailing.mailing, name="mailing"),
    path("gebruikers/<uuid:user_ref>/", colleagues.user, name="user"),
    path("gebruikers/<uuid:user_ref>/rol/", colleagues.give_role, name="give_role"),
    path("gebruikers/<uuid:user_ref>/account/", colleagues.account, name="account"),
    path(
        "gebruikers/<uuid:user_ref>/tweede-stap/", colleagues.reset_second_factor, name="reset_second_factor"
    ),
    path("gebruikers/rollen/<uuid:grant_ref>/einde/", colleagues.end_role, name="end_role"),
    path("gebruikers/controle/<str:municipality_code>/", reviews.review_accounts, name="review_accounts"),
    path("gebruikers/controles/<uuid:review_ref>/", reviews.past_review, name="past_review"),
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
