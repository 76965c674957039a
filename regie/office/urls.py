"""The addresses of the office."""

from django.urls import path

from regie.office.views import (
    approach,
    blocks,
    colleagues,
    halts,
    indicators,
    insight,
    invitations,
    judging,
    mailing,
    milestones,
    observations,
    partners,
    programme,
    public_plans,
    publishing,
    reviews,
    users,
    voices,
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
    path("indicatoren/<uuid:indicator_ref>/einde/", indicators.halt, name="halt_indicator"),
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
    path("gronden/", judging.judging, name="judging"),
    path("gronden/<uuid:involvement_ref>/", judging.judge, name="judge_ground"),
    path("inzicht/", insight.insight, name="insight"),
    path("inzicht/jaar/<int:account_year>/", insight.account, name="yearly_account"),
    path("inzicht/jaar/<int:account_year>.csv", insight.account_file, name="yearly_account_file"),
    path("gebruikers/", users.users, name="users"),
    path("gebruikers/mail/", mailing.mailing, name="mailing"),
    path("gebruikers/partners/", partners.partners, name="partners"),
    path("gebruikers/partners/uitnodiging/", partners.invite, name="invite_partner"),
    path("gebruikers/partners/<uuid:seat_ref>/einde/", partners.end_seat, name="end_seat"),
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
    path("programma/", programme.programme, name="programme"),
    path("programma/<str:municipality_code>/begin/", programme.begin, name="begin_plan"),
    path("programma/<uuid:intervention_ref>/", programme.plan, name="plan"),
    path("programma/<uuid:intervention_ref>/einde/", halts.halt, name="halt_plan"),
    path("programma/<uuid:intervention_ref>/volgorde/", programme.order, name="order_plan"),
    path("programma/<uuid:intervention_ref>/blok/<str:block_kind>/", blocks.write, name="write_block"),
    path(
        "programma/<uuid:intervention_ref>/mijlpaal/<str:milestone_kind>/",
        milestones.tell,
        name="tell_milestone",
    ),
    path(
        "programma/<uuid:intervention_ref>/caseload/<int:plan_year>/",
        milestones.plan_caseload,
        name="plan_growth",
    ),
    path("programma/mijlpalen/<uuid:milestone_ref>/", milestones.correct, name="correct_milestone"),
    path(
        "programma/mijlpalen/<uuid:milestone_ref>/intrekking/",
        milestones.withdraw,
        name="withdraw_milestone",
    ),
    path("programma/blokken/<uuid:block_ref>/", blocks.rewrite, name="rewrite_block"),
    path("programma/blokken/<uuid:block_ref>/intrekking/", blocks.withdraw, name="withdraw_block"),
    path("programma/<uuid:intervention_ref>/publicatie/", publishing.publish, name="publish_plan"),
    path("programma/versies/<uuid:published_ref>/", publishing.version, name="published_page"),
    path("programma/versies/<uuid:published_ref>/intrekking/", publishing.take_back, name="take_back_page"),
    path("uitvoeringsplan/<str:municipality_code>/<slug:plan_code>/", public_plans.page, name="public_plan"),
    path(
        "uitvoeringsplan/<str:municipality_code>/<slug:plan_code>/pdf/", public_plans.pdf, name="public_pdf"
    ),
    path(
        "uitvoeringsplan/<str:municipality_code>/<slug:plan_code>/json/",
        public_plans.data,
        name="public_json",
    ),
    path("programma/<uuid:intervention_ref>/stem/<str:voice_kind>/", voices.tell, name="tell_voice"),
    path("programma/stemmen/<uuid:voice_ref>/", voices.correct, name="correct_voice"),
    path("programma/stemmen/<uuid:voice_ref>/intrekking/", voices.withdraw, name="withdraw_voice"),
    path("programma/stemmen/<uuid:voice_ref>/akkoord/", voices.approve, name="approve_voice"),
]
