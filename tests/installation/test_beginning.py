"""A municipality begins: rules, facilities and a first manager who is asked in; twice is once."""

from io import StringIO
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import Invitation, InvitationEnd, Municipality, Region, RoleGrant, User
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.queries import approach_for
from regie.base import clock
from regie.indicators.models import Indicator
from regie.installation.database import database_problems
from regie.installation.management.commands.begin import ASKED, DOOR
from regie.partners.models import Organisation
from regie.privacy.enums import Verb
from regie.privacy.models.journal import JournalEntry
from tests.cast import Cast
from tests.entrance.codes import code as code_of

TOLD = {
    "region": "Zuid-Limburg",
    "municipality": "Sittard-Geleen",
    "cbs_code": "GM1883",
    "manager_name": "Wil Janssen",
    "manager_email": "Wil@Example.nl",
}
pytestmark = pytest.mark.django_db


def begin(*options: str, **changes: str) -> str:
    """What bin/manage begin says, with what a system manager fills in."""
    said = StringIO()
    told = [f"--{name.replace('_', '-')}={value}" for name, value in (TOLD | changes).items()]
    call_command("begin", *told, *options, stdout=said, stderr=said)
    return said.getvalue()


def code_in(said: str) -> str:
    """The code of a letter."""
    return next(line.strip() for line in said.splitlines() if line.count("-") == 3 and "    " in line)


class TestFromNothing:
    def test_everything_is_there(self):
        begin()
        here = Municipality.objects.get()
        assert (here.name, here.cbs_code, here.region.name) == ("Sittard-Geleen", "GM1883", "Zuid-Limburg")
        assert set(Edition.objects.values_list("layer", flat=True)) == set(Layer.values)
        assert approach_for(here, on=clock.day(clock.now())).oldest == 27
        assert Organisation.objects.exists()
        assert Indicator.objects.filter(municipality=here).count() == 1
        assert Indicator.objects.filter(municipality=None, code="online_crime_victims").exists()
        invitation = Invitation.objects.get()
        assert (invitation.role, invitation.email) == (Role.FUNCTIONAL_MANAGER, "wil@example.nl")
        assert not User.objects.exists()

    def test_a_letter_leads_to_a_manager(self, client: Client, settings):
        settings.ALLOWED_HOSTS = ["regie.example.org", "testserver"]
        said = begin()
        assert "https://regie.example.org/uitnodiging/" in said
        assert reverse("entrance:invitation") == DOOR
        client.post(DOOR, {"code": code_in(said)})
        welcome = reverse("entrance:accept_invitation")
        client.post(
            welcome, {"password1": "een heel nieuw wachtwoord", "password2": "een heel nieuw wachtwoord"}
        )
        app = client.get("/", follow=True)
        client.post(reverse("mfa_activate_totp"), {"code": code_of(app.context["form"].secret)})
        assert client.get(reverse("office:users")).status_code == 200
        assert "functioneel beheerder" not in "".join(map(str, database_problems(at=clock.now())))

    def test_a_mail_holds_the_link(self, client: Client):
        said = begin("--mail", "--address=https://regie.example.org/")
        assert "Uitnodiging verstuurd aan wil@example.nl" in said
        (sent,) = mail.outbox
        link = next(line for line in sent.body.splitlines() if line.startswith("https://regie.example.org/"))
        assert client.get(link.removeprefix("https://regie.example.org"), follow=True).status_code == 200
        assert "-" not in said.split("inrichtingen.")[1].replace("wil@example.nl", "")

    def test_without_mail_the_letter_is_printed_after_all(self, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        said = begin("--mail")
        assert "De mail kon niet weg" in said
        assert code_in(said)

    def test_another_town_gets_the_national_rules(self):
        begin(region="Twente", municipality="Enschede", cbs_code="GM0153")
        assert list(Edition.objects.values_list("layer", flat=True)) == [Layer.NATIONAL]

    def test_it_stands_in_the_journal(self):
        begin()
        entry = JournalEntry.objects.get(verb=Verb.INVITATION_MADE)
        assert (entry.chain_id, entry.recorded_by_label) == ("GM1883", "Beheerder van de installatie")


class TestTwice:
    def test_makes_nothing_twice(self):
        begin()
        before = (Edition.objects.count(), Organisation.objects.count(), JournalEntry.objects.count())
        said = begin()
        assert "werkt hier al, of heeft al een uitnodiging" in said
        assert before == (Edition.objects.count(), Organisation.objects.count(), JournalEntry.objects.count())
        assert [model.objects.count() for model in (Region, Municipality, Invitation)] == [1, 1, 1]

    def test_leaves_what_the_town_changed(self, tmp_path: Path):
        begin()
        local = Edition.objects.get(layer=Layer.LOCAL)
        changed = local.text.replace("title: Lokale aanpak", "title: Onze aanpak")
        (tmp_path / "local.yaml").write_text(changed)
        call_command("approach", "load", str(tmp_path / "local.yaml"), stdout=StringIO())
        facilities = Organisation.objects.count()
        Organisation.objects.filter(pk=Organisation.objects.first().pk).update(name="Andere naam")
        begin()
        assert list(Edition.objects.filter(layer=Layer.LOCAL).order_by("pk").values_list("text", flat=True))[
            1:
        ] == [changed]
        assert Organisation.objects.count() == facilities

    def test_again_gives_a_new_code_and_ends_the_old_one(self):
        old, new = code_in(begin()), code_in(begin("--again"))
        assert not Invitation.objects.by_code(old, clock.now())
        assert Invitation.objects.by_code(new, clock.now())
        assert InvitationEnd.objects.count() == 1

    def test_a_manager_who_works_here_is_left_alone(self, cast: Cast):
        assert "werkt hier al" in begin("--again", manager_email=cast.wil.email)
        assert not Invitation.objects.exists()

    def test_when_the_code_is_too_old_there_is_a_new_one(self):
        begin()
        Invitation.objects.update(expires_at=clock.now())
        assert Invitation.objects.by_code(code_in(begin()), clock.now())

    def test_again_for_another_leaves_who_was_asked_in_before(self):
        begin()
        begin("--again", manager_email="mia@example.nl")
        assert Invitation.objects.open(clock.now()).count() == 2

    def test_who_works_here_otherwise_is_no_manager(self, cast: Cast):
        with pytest.raises(CommandError, match="Deze collega werkt hier al in Regie"):
            begin(manager_email=cast.noor.email)

    def test_a_manager_elsewhere_and_one_who_left_are_asked_in(self, cast: Cast):
        begin(municipality="Heerlen", cbs_code="GM0917", manager_email=cast.wil.email)
        RoleGrant.objects.filter(user=cast.wil).update(until=clock.day(clock.now()))
        begin(manager_email=cast.wil.email)
        assert {asked.municipality for asked in Invitation.objects.all()} == {cast.elsewhere, cast.here}

    def test_a_second_town_of_the_region(self):
        begin()
        begin(municipality="Heerlen", cbs_code="GM0917")
        assert Region.objects.count() == 1
        assert Edition.objects.count() == 3
        assert Invitation.objects.count() == 2


class TestWhatIsNotRight:
    @pytest.mark.parametrize(
        ("name", "value", "why"),
        [
            ("cbs_code", "1883", "--cbs-code: Een CBS-code is GM met vier cijfers"),
            ("manager_email", "wil", "--manager-email: Dit is geen e-mailadres"),
            ("region", " ", "--region: Vul dit in"),
            ("manager_name", "", "--manager-name: Vul dit in"),
        ],
    )
    def test_is_refused_and_makes_nothing(self, name: str, value: str, why: str):
        with pytest.raises(CommandError, match=why):
            begin(**{name: value})
        assert not Region.objects.exists()

    @pytest.mark.parametrize(
        "changes", [{"municipality": "Heerlen"}, {"region": "Twente"}, {"cbs_code": "GM0001"}]
    )
    def test_a_town_that_is_there_keeps_its_names(self, changes: dict[str, str]):
        begin()
        with pytest.raises(CommandError, match="staat er al"):
            begin(**changes)
        assert (Region.objects.count(), Municipality.objects.count()) == (1, 1)

    def test_a_letter_and_a_mail_at_once(self):
        with pytest.raises(CommandError, match="not allowed with"):
            begin("--print", "--mail")
        assert not Region.objects.exists()

    @pytest.mark.parametrize("name", list(ASKED))
    def test_what_nobody_told_and_nobody_can_be_asked(self, name: str):
        told = [f"--{one.replace('_', '-')}={value}" for one, value in TOLD.items() if one != name]
        with pytest.raises(CommandError, match=f"--{name.replace('_', '-')} ontbreekt"):
            call_command("begin", *told)
