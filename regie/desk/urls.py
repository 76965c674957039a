"""The addresses of the desk."""

from django.urls import path

from regie.desk.views import contacts, deciding, exceptions, people, referrals

app_name = "desk"

urlpatterns = [
    path("jongeren/", people.people, name="people"),
    path("jongeren/<uuid:person_ref>/", people.person, name="person"),
    path("jongeren/<uuid:person_ref>/contacten/nieuw/", contacts.log_contact, name="log_contact"),
    path("contacten/<uuid:contact_ref>/verbetering/", contacts.correct_contact, name="correct_contact"),
    path("contacten/<uuid:contact_ref>/intrekking/", contacts.withdraw_contact, name="withdraw_contact"),
    path("aanmeldingen/", referrals.referrals, name="referrals"),
    path("aanmeldingen/nieuw/", referrals.register_referral, name="register_referral"),
    path("aanmeldingen/<uuid:referral_ref>/", referrals.referral, name="referral"),
    path(
        "aanmeldingen/<uuid:referral_ref>/verbetering/", referrals.correct_referral, name="correct_referral"
    ),
    path("aanmeldingen/<uuid:referral_ref>/aanname/", referrals.accept_referral, name="accept_referral"),
    path("aanmeldingen/<uuid:referral_ref>/weging/", deciding.weighing, name="weighing"),
    path("aanmeldingen/<uuid:referral_ref>/weging/nieuw/", deciding.weigh, name="weigh"),
    path("aanmeldingen/<uuid:referral_ref>/nazorg/", deciding.redirect_to_aftercare, name="redirect"),
    path("aanmeldingen/<uuid:referral_ref>/brieven/", deciding.letters, name="letters"),
    path("aanmeldingen/<uuid:referral_ref>/uitstel/", deciding.defer, name="defer"),
    path(
        "aanmeldingen/<uuid:referral_ref>/uitzondering/<str:criterion_code>/",
        exceptions.ask,
        name="ask_exception",
    ),
    path("uitzonderingen/<uuid:waiver_ref>/", exceptions.answer, name="answer_exception"),
]
