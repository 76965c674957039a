"""The words of the journal and the access log."""

from django.db.models import TextChoices


class Verb(TextChoices):
    """What was done, as the journal says it."""

    PERSON_REGISTERED = "person.registered", "jongere ingevoerd"
    PERSON_CORRECTED = "person.corrected", "gegevens van jongere verbeterd"
    REFERRAL_REGISTERED = "referral.registered", "aanmelding ingevoerd"
    REFERRAL_CORRECTED = "referral.corrected", "aanmelding verbeterd"
    REFERRAL_ACCEPTED = "referral.accepted", "aanmelding aangenomen"
    REFERRAL_WEIGHED = "referral.weighed", "aanmelding gewogen"
    REFERRAL_DEFERRED = "referral.deferred", "besluit over aanmelding uitgesteld"
    REFERRAL_REDIRECTED = "referral.redirected", "aanmelding naar de reguliere nazorg"
    TRAJECTORY_ASSIGNED = "trajectory.assigned", "begeleiding toegewezen"
    EXCEPTION_ASKED = "exception.asked", "uitzondering gevraagd"
    EXCEPTION_ANSWERED = "exception.answered", "uitzondering beantwoord"
    STAY_RECORDED = "stay.recorded", "verblijf in een inrichting vastgelegd"
    SENTENCE_RECORDED = "sentence.recorded", "straf of maatregel vastgelegd"
    RELEASE_DATE_RECORDED = "release_date.recorded", "datum van vrijlating vastgelegd"
    HEARING_RECORDED = "hearing.recorded", "zitting vastgelegd"
    SUPERVISION_RECORDED = "supervision.recorded", "toezicht vastgelegd"
    SPECIAL_CONDITION_RECORDED = "special_condition.recorded", "bijzondere voorwaarde vastgelegd"
    ORGANISATION_ADDED = "organisation.added", "organisatie toegevoegd"
    ORGANISATION_CHANGED = "organisation.changed", "organisatie bijgewerkt"
    APPROACH_LOADED = "approach.loaded", "aanpak geladen"
    APPROACH_CHANGED = "approach.changed", "instelling van de aanpak gewijzigd"
    MESSAGE_RECEIVED = "message.received", "bericht ontvangen"
    MESSAGE_CONFIRMED = "message.confirmed", "bericht verwerkt"
    MESSAGE_HANDED_OVER = "message.handed_over", "bericht overgedragen aan de nazorg"
    MESSAGE_DESTROYED = "message.destroyed", "bericht vernietigd"
    CONTACT_LOGGED = "contact.logged", "contact vastgelegd"
    CONTACT_CORRECTED = "contact.corrected", "contact verbeterd"
    CONTACT_WITHDRAWN = "contact.withdrawn", "contact ingetrokken"
    ROLE_GRANTED = "role.granted", "rol gegeven"
    ROLE_ENDED = "role.ended", "rol beëindigd"
    INVITATION_MADE = "invitation.made", "collega uitgenodigd"
    INVITATION_WITHDRAWN = "invitation.withdrawn", "uitnodiging ingetrokken"
    INVITATION_ACCEPTED = "invitation.accepted", "uitnodiging aangenomen"


class AccessGround(TextChoices):
    """Why somebody was allowed to open a file."""

    ASSIGNMENT = "assignment", "is de toegewezen officier"
    COORDINATION = "coordination", "coördineert deze gemeente"
    SCREENING = "screening", "beoordeelt aanmeldingen van deze gemeente"
    AFTERCARE = "aftercare", "neemt berichten over voor de nazorg"
