"""bin/manage role give|end EMAIL ROLE CODE --operator: what no manager of the municipality may do himself."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.accounts.actions import end_role, give_role
from regie.accounts.enums import Role
from regie.accounts.models import Municipality, RoleGrant, User
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day, now
from regie.base.errors import DomainError

OPERATOR = Actor(ActorKind.JOB, "role", "Beheerder van de installatie")
DELIBERATE = (
    "Dit gaat om de beheerder van de gemeente heen. Een beheerder geeft een rol liever zelf, onder Gebruikers. "
    "Weet u het zeker? Zet er --operator achter."
)


class Command(BaseCommand):
    """Gives somebody a role from today, or ends it; the journal tells that it was done on the machine itself."""

    help = "Gives or ends a role by who works on the machine itself, for instance the coordinator role of a manager."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["give", "end"])
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("code", help="the CBS code of the municipality, as GM1883")
        parser.add_argument(
            "--until", type=date.fromisoformat, help="the first day without it, as 2027-01-31"
        )
        parser.add_argument(
            "--operator", action="store_true", help="yes, not by the manager of the municipality"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["operator"]:
            raise CommandError(DELIBERATE)
        user = User.objects.filter(email=options["email"].lower()).first()
        place = Municipality.objects.filter(cbs_code=options["code"]).first()
        if user is None or place is None:
            raise CommandError("Dit e-mailadres of deze gemeente kennen we niet.")
        change = self._give if options["what"] == "give" else self._end
        try:
            grant = change(user, Role(options["role"]), place, options["until"])
        except DomainError as error:
            raise CommandError(error.sentence) from None
        until = f" tot {grant.until:%d-%m-%Y}" if grant.until else ""
        self.stdout.write(f"{user}: {grant}, vanaf {grant.since:%d-%m-%Y}{until}.")

    def _give(self, user: User, role: Role, place: Municipality, until: date | None) -> RoleGrant:
        at = now()
        return give_role(
            user=user, role=role, municipality=place, since=day(at), until=until, by=OPERATOR, at=at
        )

    def _end(self, user: User, role: Role, place: Municipality, until: date | None) -> RoleGrant:
        at = now()
        held = RoleGrant.objects.not_over(day(at)).filter(user=user, role=role, municipality=place).first()
        if held is None:
            raise CommandError("Deze rol heeft deze gebruiker daar niet.")
        return end_role(held, until=until or day(at), by=OPERATOR, at=at)
