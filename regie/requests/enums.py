"""What a partner can answer, how that came to us, how a request then stands, and what happened to a link."""

from django.db.models import TextChoices


class AnswerKind(TextChoices):
    """What was answered; that we need it no more is said by us."""

    ACCEPTED = "accepted", "Doet het"
    OTHER_DAY = "other_day", "Andere dag"
    DECLINED = "declined", "Doet het niet"
    DONE = "done", "Gedaan"
    CALLED_OFF = "called_off", "Niet meer nodig"


class AnsweredBy(TextChoices):
    """How an answer came; each counts the same."""

    PHONE = "phone", "Door de telefoon"
    MAIL = "mail", "Met een bericht"
    DESK = "desk", "Zelf in Regie"
    LINK = "link", "Met een link"


class RequestState(TextChoices):
    """How a request stands, by what was answered last."""

    SENT = "sent", "Nog geen antwoord"
    ACCEPTED = "accepted", "De partner doet het"
    OTHER_DAY = "other_day", "De partner doet het op een andere dag"
    DECLINED = "declined", "De partner doet het niet"
    DONE = "done", "De partner heeft het gedaan"
    CALLED_OFF = "called_off", "Wij hebben dit niet meer nodig"


class LinkStep(TextChoices):
    """What happened to a link for one request."""

    MAILED = "mailed", "Mail verstuurd"
    NOT_MAILED = "not_mailed", "Mail niet verstuurd"
    WRONG_CODE = "wrong_code", "Verkeerde code ingevuld"
    OPENED = "opened", "Geopend met de code"
    ANSWERED = "answered", "Beantwoord"
    REVOKED = "revoked", "Ingetrokken"
    CLOSED = "closed", "Dicht na te veel verkeerde codes"
