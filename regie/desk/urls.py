"""The addresses of the desk."""

from django.urls import path

from regie.desk.views import contacts, deciding, detention, exceptions, messages, people, referrals
from regie.desk.views.detention import RELEASE, SENTENCE, STAY

app_name = "desk"

urlpatterns = [
    path("jongeren/", people.people, name="people"),
    path("jongeren/<uuid:person_ref>/", people.person, name="person"),
    path("jongeren/<uuid:person_ref>/contacten/nieuw/", contacts.log_contact, name="log_contact"),
    path("jongeren/<uuid:person_ref>/verblijven/nieuw/", detention.tell, {"kind": STAY}, name="tell_stay"),
    path(
        "jongeren/<uuid:person_ref>/straffen/nieuw/", detention.tell, {"kind": SENTENCE}, name="tell_sentence"
    ),
    path(
        "jongeren/<uuid:person_ref>/vrijlating/nieuw/", detention.tell, {"kind": RELEASE}, name="tell_release"
    ),
    path(
        "jongeren/<uuid:person_ref>/verblijven/<uuid:stay_ref>/verbetering/",
        detention.correct,
        {"kind": STAY},
        name="correct_stay",
    ),
    path(
        "jongeren/<uuid:person_ref>/straffen/<uuid:sentence_ref>/verbetering/",
        detention.correct,
        {"kind": SENTENCE},
        name="correct_sentence",
    ),
    path(
        "jongeren/<uuid:person_ref>/vrijlating/<uuid:releasedate_ref>/verbetering/",
        detention.correct,
        {"kind": RELEASE},
        name="correct_release",
    ),
    path(
        "jongeren/<uuid:person_ref>/verblijven/<uuid:stay_ref>/intrekking/",
        detention.withdraw,
        {"kind": STAY},
        name="withdraw_stay",
    ),
    path(
        "jongeren/<uuid:person_ref>/straffen/<uuid:sentence_ref>/intrekking/",
        detention.withdraw,
        {"kind": SENTENCE},
        name="withdraw_sentence",
    ),
    path(
        "jongeren/<uuid:person_ref>/vrijlating/<uuid:releasedate_ref>/intrekking/",
        detention.withdraw,
        {"kind": RELEASE},
        name="withdraw_release",
    ),
    path("contacten/<uuid:contact_ref>/verbetering/", contacts.correct_contact, name="correct_contact"),
    path("contacten/<uuid:contact_ref>/intrekking/", contacts.withdraw_contact, name="withdraw_contact"),
    path("aanmeldingen/", referrals.referrals, name="referrals"),
    path("aanmeldingen/nazorg/", referrals.redirected_referrals, name="redirected_referrals"),
    path("aanmeldingen/berichten/", messages.messages, name="messages"),
    path("aanmeldingen/berichten/nieuw/", messages.receive, name="receive"),
    path("aanmeldingen/berichten/voor-de-nazorg/", messages.aftercare, name="aftercare"),
    path("aanmeldingen/berichten/<uuid:message_ref>/", messages.message, name="message"),
    path("aanmeldingen/berichten/<uuid:message_ref>/overdracht/", messages.hand_over, name="hand_over"),
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
