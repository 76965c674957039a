"""The addresses of the desk."""

from django.urls import URLPattern, path

from regie.desk.urls.agenda import of_his_agenda
from regie.desk.urls.barriers import in_his_way
from regie.desk.urls.escalations import of_what_rises
from regie.desk.urls.involved import of_whom_else
from regie.desk.urls.ledger import of_what_was_told
from regie.desk.urls.plan import of_his_plan
from regie.desk.urls.requests import asked_of_partners
from regie.desk.views import (
    allocation,
    applications,
    archive,
    arranging,
    as_known,
    calendar,
    circumstances,
    closing,
    conditions,
    contact_search,
    contacts,
    copying,
    cover,
    deciding,
    detained_again,
    detention,
    duplicates,
    exceptions,
    first_days_told,
    first_hours,
    freed,
    happened,
    how_it_reads,
    jottings,
    lessons,
    map_lists,
    messages,
    moved,
    out_of_sight,
    people,
    referrals,
    search,
    shell,
    social_map,
    terms,
    today,
    turning_points,
)
from regie.desk.views.conditions import HEARING, NOTE, SANCTION, SPECIAL, SUPERVISION
from regie.desk.views.detention import LEAVE, RELEASE, SENTENCE, STAY, Kind
from regie.desk.views.first_days_told import CALL, DONE, NIGHT
from regie.desk.views.first_days_told import Kind as OfFirstDays
from regie.desk.views.out_of_sight import ATTEMPT, BACK, LOST, Search
from regie.desk.views.social_map import ORGANISATION, PROFESSIONAL, MapKind

app_name = "desk"


def about(noun: str, kind: Kind) -> list[URLPattern]:
    """Telling a fact about a young person, telling it better, and taking it back."""
    fact, his = _fact(noun, kind), {"kind": kind}
    return [
        path(f"jongeren/<uuid:person_ref>/{noun}/nieuw/", detention.tell, his, name=f"tell_{kind.name}"),
        path(f"{fact}/verbetering/", detention.correct, his, name=f"correct_{kind.name}"),
        path(f"{fact}/intrekking/", detention.withdraw, his, name=f"withdraw_{kind.name}"),
    ]


def lasting(noun: str, kind: Kind) -> list[URLPattern]:
    """The same, and saying that it holds no longer."""
    name, his = f"end_{kind.name}", {"kind": kind}
    return [*about(noun, kind), path(f"{_fact(noun, kind)}/einde/", conditions.end, his, name=name)]


def searched(noun: str, search: Search) -> list[URLPattern]:
    """Telling of his being out of sight, telling it better, and taking it back."""
    fact, its = f"{noun}/<uuid:{search.model.__name__.lower()}_ref>", {"search": search}
    new = f"jongeren/<uuid:person_ref>/{noun}/nieuw/"
    return [
        path(new, out_of_sight.tell, its, name=f"tell_{search.name}"),
        path(f"{fact}/verbetering/", out_of_sight.correct, its, name=f"correct_{search.name}"),
        path(f"{fact}/intrekking/", out_of_sight.withdraw, its, name=f"withdraw_{search.name}"),
    ]


def _fact(noun: str, kind: Kind) -> str:
    return f"jongeren/<uuid:person_ref>/{noun}/<uuid:{kind.model.__name__.lower()}_ref>"


def of_first_days(noun: str, kind: OfFirstDays) -> list[URLPattern]:
    """Telling a fact of his first days outside better, and taking it back."""
    fact, its = f"{noun}/<uuid:{kind.model.__name__.lower()}_ref>", {"kind": kind}
    return [
        path(f"{fact}/verbetering/", first_days_told.correct, its, name=f"correct_{kind.name}"),
        path(f"{fact}/intrekking/", first_days_told.withdraw, its, name=f"withdraw_{kind.name}"),
    ]


urlpatterns = [
    path("vandaag/", today.today, name="today"),
    path("gebeurd/", happened.happened, name="happened"),
    path(
        "jongeren/<uuid:person_ref>/termijnen/<slug:rule>/<str:occurrence>/", today.handle, name="handle_term"
    ),
    path("contact/", contacts.choose_contact, name="choose_contact"),
    path("zoeken/", search.search, name="search"),
    path("contacten/zoeken/", contact_search.search_contacts, name="search_contacts"),
    path("jongeren/", people.people, name="people"),
    path("jongeren/<uuid:person_ref>/", people.person, name="person"),
    path("jongeren/<uuid:person_ref>/zoals-bekend/", as_known.as_known, name="as_known"),
    path("jongeren/<uuid:person_ref>/contacten/", contacts.contacts, name="contacts"),
    path(
        "jongeren/<uuid:person_ref>/contacten/zoeken/",
        contact_search.search_his_contacts,
        name="search_his_contacts",
    ),
    path("jongeren/<uuid:person_ref>/contacten/nieuw/", contacts.log_contact, name="log_contact"),
    path("jongeren/<uuid:person_ref>/termijnen/", terms.terms, name="terms"),
    path("jongeren/<uuid:person_ref>/keerpunten/nieuw/", turning_points.tell, name="tell_turning_point"),
    path(
        "keerpunten/<uuid:turningpoint_ref>/verbetering/",
        turning_points.correct,
        name="correct_turning_point",
    ),
    path(
        "keerpunten/<uuid:turningpoint_ref>/intrekking/",
        turning_points.withdraw,
        name="withdraw_turning_point",
    ),
    path("jongeren/<uuid:person_ref>/situatie/", circumstances.circumstances, name="circumstances"),
    path(
        "jongeren/<uuid:person_ref>/situatie/<str:circumstance_kind>/nieuw/",
        circumstances.tell,
        name="tell_circumstance",
    ),
    path("situatie/<uuid:circumstance_ref>/verbetering/", circumstances.correct, name="correct_circumstance"),
    path(
        "situatie/<uuid:circumstance_ref>/intrekking/", circumstances.withdraw, name="withdraw_circumstance"
    ),
    path(
        "jongeren/<uuid:person_ref>/aanvragen/<str:application_kind>/nieuw/",
        applications.tell,
        name="tell_application",
    ),
    path("aanvragen/<uuid:application_ref>/besluit/", applications.decide, name="decide_application"),
    path("aanvragen/<uuid:application_ref>/verbetering/", applications.correct, name="correct_application"),
    path("aanvragen/<uuid:application_ref>/intrekking/", applications.withdraw, name="withdraw_application"),
    path("jongeren/<uuid:person_ref>/vrijlating/", arranging.release_week, name="release_week"),
    path(
        "jongeren/<uuid:person_ref>/te-regelen/<str:arrangement_list>/<str:item_code>/",
        arranging.arrange,
        name="arrange",
    ),
    path("te-regelen/<uuid:arrangement_ref>/intrekking/", arranging.withdraw, name="withdraw_arrangement"),
    path("jongeren/<uuid:person_ref>/vrij/", freed.free, name="tell_free"),
    path("jongeren/<uuid:person_ref>/vrij/intrekking/", freed.still_inside, name="still_inside"),
    path("jongeren/<uuid:person_ref>/eerste-72-uur/", first_hours.first_hours, name="first_hours"),
    path("jongeren/<uuid:person_ref>/eerste-72-uur/nacht/", first_hours.tell_night, name="tell_night"),
    path(
        "jongeren/<uuid:person_ref>/eerste-72-uur/afronding/",
        first_hours.tell_done,
        name="tell_first_days_done",
    ),
    *of_first_days("telefoontjes", CALL),
    *of_first_days("nachten", NIGHT),
    *of_first_days("afrondingen", DONE),
    path("jongeren/<uuid:person_ref>/opnieuw-vast/", detained_again.detained_again, name="detained_again"),
    path("jongeren/<uuid:person_ref>/opnieuw-vast/nieuw/", detained_again.tell, name="tell_detained_again"),
    path(
        "jongeren/<uuid:person_ref>/opnieuw-vast/intrekking/",
        detained_again.withdraw,
        name="withdraw_detained_again",
    ),
    path("jongeren/<uuid:person_ref>/overgeplaatst/", moved.moved, name="moved"),
    path("jongeren/<uuid:person_ref>/casemanager/nieuw/", moved.tell, name="tell_casemanager"),
    path("casemanagers/<uuid:casemanager_ref>/verbetering/", moved.correct, name="correct_casemanager"),
    path("casemanagers/<uuid:casemanager_ref>/intrekking/", moved.withdraw, name="withdraw_casemanager"),
    path("jongeren/<uuid:person_ref>/archief/", archive.archive, name="archive"),
    path("jongeren/<uuid:person_ref>/kopieren/", copying.copying, name="copying"),
    path("jongeren/<uuid:person_ref>/kopieren/<str:recipient_code>/", copying.copy, name="copy"),
    path("jongeren/<uuid:person_ref>/lessen/nieuw/", lessons.tell, name="tell_lesson"),
    path("lessen/<uuid:lesson_ref>/verbetering/", lessons.correct, name="correct_lesson"),
    path("lessen/<uuid:lesson_ref>/intrekking/", lessons.withdraw, name="withdraw_lesson"),
    *about("verblijven", STAY),
    *about("straffen", SENTENCE),
    *about("vrijlating", RELEASE),
    *about("verlof", LEAVE),
    path("jongeren/<uuid:person_ref>/voorwaarden/", conditions.conditions, name="conditions"),
    *about("zittingen", HEARING),
    *lasting("toezicht", SUPERVISION),
    *lasting("bijzondere-voorwaarden", SPECIAL),
    *lasting("openstaande-straffen", SANCTION),
    *lasting("veiligheid", NOTE),
    path("contacten/<uuid:contact_ref>/verbetering/", contacts.correct_contact, name="correct_contact"),
    path("contacten/<uuid:contact_ref>/intrekking/", contacts.withdraw_contact, name="withdraw_contact"),
    path("jongeren/<uuid:person_ref>/uit-beeld/", out_of_sight.out_of_sight, name="out_of_sight"),
    *searched("uit-beeld", LOST),
    *searched("pogingen", ATTEMPT),
    *searched("weer-in-beeld", BACK),
    path("jongeren/<uuid:person_ref>/afronding/", closing.closing, name="closing"),
    path("jongeren/<uuid:person_ref>/afronding/<slug:closure_reason>/nieuw/", closing.close, name="close"),
    path("jongeren/<uuid:person_ref>/afronding/intrekking/", closing.take_back, name="take_back_closure"),
    path("jongeren/<uuid:person_ref>/heropening/", closing.reopen, name="reopen"),
    path("afrondingen/<uuid:closure_ref>/", closing.answer, name="answer_closure"),
    path("aanmeldingen/<uuid:referral_ref>/heropening/", closing.reopen_referred, name="reopen_referred"),
    path("afwezigheid/", cover.covers, name="covers"),
    path("afwezigheid/nieuw/", cover.arrange_cover, name="arrange_cover"),
    path("afwezigheid/<uuid:cover_ref>/", cover.cover, name="cover"),
    path("afwezigheid/<uuid:cover_ref>/einde/", cover.end_cover, name="end_cover"),
    path(
        "afwezigheid/<uuid:cover_ref>/jongeren/<uuid:person_ref>/",
        cover.tell_must_know,
        name="tell_must_know",
    ),
    path("verdeling/", allocation.allocation, name="allocation"),
    path("verdeling/planning/", allocation.plan_caseload, name="plan_caseload"),
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


def on_map(noun: str, kind: MapKind) -> list[URLPattern]:
    """Adding an entry of the social map, reading it, and keeping it."""
    entries, its, name = f"sociale-kaart/{noun}", {"kind": kind}, kind.name
    entry = f"{entries}/<uuid:{name}_ref>"
    return [
        path(f"{entries}/nieuw/", social_map.add, its, name=f"add_{name}"),
        path(f"{entry}/", social_map.listing, its, name=name),
        path(f"{entry}/wijziging/", social_map.change, its, name=f"change_{name}"),
        path(f"{entry}/einde/", social_map.end, its, name=f"end_{name}"),
        path(f"{entry}/klopt/", social_map.confirm, its, name=f"confirm_{name}"),
        path(f"{entry}/dubbelen/", duplicates.compare, its, name=f"compare_{name}"),
        path(f"{entry}/klopt-niet/", social_map.doubt, its, name=f"doubt_{name}"),
    ]


urlpatterns += [
    path("sociale-kaart/", social_map.social_map, name="social_map"),
    path("sociale-kaart/mensen/", social_map.professionals, name="professionals"),
    path("sociale-kaart/inlezen/", map_lists.bring_in, name="bring_in"),
    path("sociale-kaart/lijst/", map_lists.take_along, name="take_along"),
    path("sociale-kaart/dubbelen/", duplicates.duplicates, name="duplicates"),
    path("sociale-kaart/samenvoegingen/<uuid:merge_ref>/ongedaan/", duplicates.undo, name="undo_merge"),
    path("sociale-kaart/nakijken/", social_map.to_check, name="to_check"),
    *on_map("organisaties", ORGANISATION),
    *on_map("mensen", PROFESSIONAL),
]

urlpatterns += [
    path("mijn-account/agenda/", calendar.calendar_address, name="calendar_address"),
    path("mijn-account/agenda/nieuw/", calendar.make_address, name="make_calendar_address"),
    path("mijn-account/agenda/woorden/", calendar.choose_titles, name="choose_calendar_titles"),
    path("mijn-account/agenda/einde/", calendar.stop_address, name="stop_calendar_address"),
    path("agenda/<str:calendar_token>.ics", calendar.calendar_file, name="calendar_file"),
]

urlpatterns += [
    path("regie.webmanifest", shell.manifest, name="manifest"),
    path("zo-leest-hij-het/", how_it_reads.how_it_reads, name="how_it_reads"),
    path("kladnotities/", jottings.jottings, name="jottings"),
    path("kladnotities/schrijven/", shell.shell, name="shell"),
    path("kladnotities/schrijven/werker.js", shell.worker, name="worker"),
    path("kladnotities/<uuid:jotting_ref>/", jottings.jotting, name="jotting"),
    path(
        "kladnotities/<uuid:jotting_ref>/weggooien/", jottings.throw_jotting_away, name="throw_jotting_away"
    ),
    path(
        "kladnotities/<uuid:jotting_ref>/jongeren/<uuid:person_ref>/",
        jottings.place_jotting,
        name="place_jotting",
    ),
]

urlpatterns += of_his_plan + of_his_agenda + of_whom_else + of_what_was_told + asked_of_partners + in_his_way
urlpatterns += of_what_rises
