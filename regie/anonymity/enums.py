"""By what somebody can be recognised."""

from django.db.models import TextChoices


class Recognised(TextChoices):
    """What a word in a text is of him; the label goes on from the word: "‘Semmie’ is zijn roepnaam"."""

    NAME = "name", "is zijn naam"
    NICKNAME = "nickname", "is zijn roepnaam, of lijkt daarop"
    INITIALS = "initials", "zijn zijn voorletters"
    BIRTH = "birth", "is zijn geboortedag"
    PERSON = "person", "is iemand uit zijn omgeving"
    ADDRESS = "address", "is een adres"
    POSTCODE = "postcode", "is een postcode"
    EMAIL = "email", "is een e-mailadres"
    PHONE = "phone", "is een telefoonnummer"
    BSN = "bsn", "lijkt een BSN"
    IBAN = "iban", "is een rekeningnummer"
    PLATE = "plate", "is een kenteken"
    REFERENCE = "reference", "is een nummer uit zijn dossier"
    AGE = "age", "is zijn leeftijd"
    PLACE = "place", "is een plek waar hij komt"
    MUNICIPALITY = "municipality", "is zijn gemeente"
    INSTITUTION = "institution", "is waar hij vastzit, of wie hem helpt"
    WORK = "work", "is zijn werk, zijn school of zijn dagbesteding"
