"""What the doctor finds of mail that was asked for and does not go."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError

from regie.installation.queries import is_ready
from regie.installation.rules import Problem
from regie.mailing.enums import MailEventKind
from regie.mailing.queries import anybody_asks, kept_waiting, last_round, went_wrong

LONGEST_SILENCE = timedelta(hours=1)
NO_SENDER = "regie@localhost"
WORDS = {
    MailEventKind.REFUSED: "niet aangenomen door de mailserver. Welk adres, staat bij Gebruikers.",
    MailEventKind.FAILED: "niet gelukt. Kijk waarom de mailserver haar niet aannam.",
    MailEventKind.UNCERTAIN: "misschien verstuurd, misschien niet. Regie stuurt haar niet nog eens.",
}


def mailing_problems(*, at: datetime) -> Iterator[Problem]:
    """Nobody sends what colleagues asked for, nobody knows from whom it is, or it did not arrive."""
    try:
        if not is_ready() or not anybody_asks():
            return
        yield from _settings_problems()
        yield from _worker_problems(at=at)
        for kind, number in went_wrong(at=at).items():
            mails = "1 mail is" if number == 1 else f"{number} mails zijn"
            yield Problem(f"Van de laatste week: {mails} {WORDS[kind]}")
    except DatabaseError:  # that is said elsewhere
        return


def _settings_problems() -> Iterator[Problem]:
    if settings.DEFAULT_FROM_EMAIL == NO_SENDER:
        yield Problem(
            "Collega's vragen om mail, en mail is niet ingesteld. "
            "Zet REGIE_EMAIL_HOST en REGIE_EMAIL_FROM in het bestand met instellingen."
        )


def _worker_problems(*, at: datetime) -> Iterator[Problem]:
    last = last_round()
    if last is None or at - last > LONGEST_SILENCE:
        since = f"sinds {last:%d-%m-%Y %H:%M} (UTC)" if last else "nog nooit"
        yield Problem(
            f"Collega's vragen om mail, en die wordt niet klaargezet ({since}). "
            "bin/serve doet dat vanzelf; draait Regie anders, laat dan bin/manage mail work lopen."
        )
    if number := kept_waiting(at=at):
        mails = "1 mail wacht" if number == 1 else f"{number} mails wachten"
        yield Problem(
            f"Al een uur verstuurt niemand de mail: {mails}. "
            "Start bin/serve opnieuw, of laat bin/manage mail work lopen."
        )
