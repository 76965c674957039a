"""The addresses of what was told to another, of one young person and of all."""

from django.urls import path

from regie.desk.views import disclosures, ledger, notices

of_what_was_told = [
    path("jongeren/<uuid:person_ref>/verstrekkingen/", disclosures.disclosures, name="disclosures"),
    path("jongeren/<uuid:person_ref>/verstrekkingen/nieuw/", disclosures.tell, name="tell_disclosure"),
    path("verstrekkingen/<uuid:disclosure_ref>/verbetering/", disclosures.correct, name="correct_disclosure"),
    path(
        "verstrekkingen/<uuid:disclosure_ref>/intrekking/", disclosures.withdraw, name="withdraw_disclosure"
    ),
    path("betrokkenen/<uuid:involvement_ref>/verteld/", ledger.tell_involved, name="tell_involved"),
    path("jongeren/<uuid:person_ref>/wie-weet-wat.pdf", ledger.who_knows_sheet, name="who_knows_sheet"),
    path("betrokkenen/<uuid:involvement_ref>/brief/", notices.of_involvement, name="involvement_letter"),
    path("verstrekkingen/<uuid:disclosure_ref>/brief/", notices.of_disclosure, name="disclosure_letter"),
    path("verstrekkingen/", ledger.ledger, name="ledger"),
]
