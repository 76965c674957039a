"""bin/manage begin: the first day of a municipality, from an empty database to a manager who is asked in."""

import smtplib
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.accounts.actions import Invited
from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.base.errors import DomainError
from regie.installation.actions import Beginning, begin
from regie.installation.turns import taking_turns

OPERATOR = Actor(ActorKind.JOB, "begin", "Beheerder van de installatie")
HOME = Path(__file__).resolve().parents[4]
ASKED = {
    "region": "De regio, bijvoorbeeld Zuid-Limburg",
    "municipality": "De gemeente, bijvoorbeeld Sittard-Geleen",
    "cbs_code": "De CBS-code van de gemeente, bijvoorbeeld GM1883",
    "manager_name": "De naam van de eerste functioneel beheerder",
    "manager_email": "Zijn e-mailadres",
}
DOOR = "/uitnodiging/"  # where a code is typed; a link adds code/<code>/
LETTER = """
Beste {name},

De gemeente {place} nodigt u uit voor Regie, als functioneel beheerder. Ga naar:

    {address}{door}

Vul daar deze code in:

    {code}

U kiest dan een wachtwoord en stelt een tweede stap in. Houd uw telefoon bij de hand.
De code werkt één keer, zeven dagen lang. Laat hem aan niemand zien.
"""
MAIL = """Beste {name},

De gemeente {place} nodigt u uit voor Regie, als functioneel beheerder. Open deze link en kies een wachtwoord.
Houd uw telefoon bij de hand.

{address}{door}code/{code}/

De link werkt één keer, en zeven dagen lang. Verwachtte u dit niet? Dan hoeft u niets te doen.

Met vriendelijke groet,
Regie
"""


class Command(BaseCommand):
    """Asks what no option told. Run twice it makes nothing twice."""

    help = "Sets a municipality up and asks its first manager in."

    def add_arguments(self, parser: CommandParser) -> None:
        for name, question in ASKED.items():
            parser.add_argument(f"--{name.replace('_', '-')}", help=question)
        way = parser.add_mutually_exclusive_group()
        way.add_argument("--print", action="store_true", help="print a letter with the code (the default)")
        way.add_argument("--mail", action="store_true", help="mail the code to him")
        parser.add_argument("--again", action="store_true", help="a new code, and the old one works no more")
        parser.add_argument(
            "--address", help="where Regie is, when it is not https:// and the first host name"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        told = Beginning(**{name: self._asked(name, options[name]) for name in ASKED})
        try:
            with taking_turns():
                made = self._begin(told, again=options["again"])
        except DomainError as error:
            option = f"--{error.field.replace('_', '-')}: " if error.field in ASKED else ""
            raise CommandError(f"{option}{error.sentence}") from None
        self.stdout.write(f"{told.municipality} staat klaar, met de aanpak en de lijst van inrichtingen.")
        self._deliver(told, made, options)

    def _begin(self, told: Beginning, *, again: bool) -> Invited | None:
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        approach = sorted((HOME / "approaches").glob("*.yaml"))
        return begin(
            told,
            layers={file.name: file.read_text() for file in approach},
            facilities=(HOME / "facilities/netherlands.yaml").read_text(),
            indicators=[file.read_text() for file in (HOME / "indicators").glob("*.yaml")],
            again=again,
            by=OPERATOR,
            at=now(),
        )

    def _asked(self, name: str, told: str | None) -> str:
        if told is not None:
            return told.strip()
        if not sys.stdin.isatty():
            raise CommandError(f"--{name.replace('_', '-')} ontbreekt. {ASKED[name]}.")
        return input(f"{ASKED[name]}: ").strip()

    def _deliver(self, told: Beginning, made: Invited | None, options: dict[str, Any]) -> None:
        if made is None:
            self.stdout.write(
                f"{told.manager_email} werkt hier al, of heeft al een uitnodiging. "
                "Is die kwijt? Doe hetzelfde nog eens, met --again."
            )
            return
        words = {
            "name": made.invitation.name,
            "place": told.municipality,
            "code": made.code,
            "address": (options["address"] or f"https://{settings.ALLOWED_HOSTS[0]}").rstrip("/"),
            "door": DOOR,
        }
        if options["mail"] and self._mailed(made.invitation.email, MAIL.format(**words)):
            self.stdout.write(f"Uitnodiging verstuurd aan {made.invitation.email}.")
            return
        self.stdout.write(LETTER.format(**words))

    def _mailed(self, email: str, text: str) -> bool:
        try:
            send_mail("U bent uitgenodigd voor Regie", text, None, [email])
        except (OSError, smtplib.SMTPException) as error:
            self.stderr.write(f"De mail kon niet weg ({error}). Geef daarom deze brief zelf.")
            return False
        return True
