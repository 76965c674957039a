"""Somebody sets up his second step, adds another, and takes one away; the last one stays."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from tests.architecture.passkey import give_passkey
from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, come_in, give_app, give_code, give_password


def again(client: Client, url: str, **data: str):
    """Asks for a page that first wants the password again, and gives it."""
    asked = client.get(url)
    if asked.status_code == 302:
        client.post(asked.headers["Location"], {"password": PASSWORD})
        asked = client.get(url)
    return asked


class TestTheApp:
    def test_the_page_has_the_picture_the_key_and_where_to_type(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        page = client.get(reverse("mfa_activate_totp"))
        secret = page.context["form"].secret
        assert "data:image/svg+xml;base64," in page.content.decode()
        assert secret in page.content.decode().replace(" ", "")

    def test_no_password_again_right_after_signing_in(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        assert client.get(reverse("mfa_activate_totp")).status_code == 200

    def test_the_password_again_when_he_waited_long(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        session = client.session
        (record,) = session["account_authentication_methods"]
        session["account_authentication_methods"] = [record | {"at": record["at"] - 301}]
        session.save()
        asked = client.get(reverse("mfa_activate_totp"))
        assert reverse("account_reauthenticate") in asked.headers["Location"]

    def test_a_wrong_code_sets_nothing_up(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
        wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
        assert "Deze code klopt niet" in wrong.content.decode()
        assert wrong.context["form"].secret == secret
        assert not Authenticator.objects.exists()

    def test_the_code_that_set_it_up_does_not_also_open_the_door(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        used = code(client.get(reverse("mfa_activate_totp")).context["form"].secret)
        client.post(reverse("mfa_activate_totp"), {"code": used})
        thief = Client()
        give_password(thief, cast.noor)
        assert "Deze code klopt niet" in give_code(thief, used).content.decode()

    @pytest.mark.django_db(transaction=True)
    def test_he_gets_recovery_codes_and_a_mail(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
        done = client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        page = client.get(done.headers["Location"])
        assert len(page.context["unused_codes"]) == 10
        assert "De app is toegevoegd." in page.content.decode()
        assert [message.subject for message in mail.outbox] == ["Nieuwe tweede stap voor Regie"]

    def test_the_codes_come_as_a_file(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        again(client, reverse("mfa_generate_recovery_codes"))
        client.post(reverse("mfa_generate_recovery_codes"))
        file = client.get(reverse("mfa_download_recovery_codes"))
        assert "herstelcodes-regie.txt" in file.headers["Content-Disposition"]
        assert "no-store" in file.headers["Cache-Control"]


class TestTheLastOneStays:
    def test_the_only_app(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        page = again(client, reverse("mfa_deactivate_totp"))
        assert "Dit is uw enige tweede stap." in page.content.decode()
        client.post(reverse("mfa_deactivate_totp"))
        assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()

    def test_the_only_passkey(self, cast: Cast, client: Client):
        passkey, key_url = self.only_a_passkey(cast.noor, client)
        refused = client.post(key_url, follow=True)
        assert Authenticator.objects.filter(pk=passkey.pk).exists()
        assert "Dit is uw enige tweede stap." in refused.content.decode()

    def test_recovery_codes_do_not_count(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        again(client, reverse("mfa_generate_recovery_codes"))
        client.post(reverse("mfa_generate_recovery_codes"))
        client.post(reverse("mfa_deactivate_totp"))
        assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()

    def test_beside_a_passkey_the_app_may_go(self, noor_with_app: User, client: Client):
        give_passkey(noor_with_app, "Laptop")
        come_in(client, noor_with_app)
        again(client, reverse("mfa_deactivate_totp"))
        client.post(reverse("mfa_deactivate_totp"))
        assert not Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()
        assert [message.subject for message in mail.outbox] == ["Tweede stap voor Regie weggehaald"]

    def test_beside_the_app_a_passkey_may_go(self, noor_with_app: User, client: Client):
        passkey, key_url = self.only_a_passkey(noor_with_app, client, come=come_in)
        client.post(key_url)
        assert not Authenticator.objects.filter(pk=passkey.pk).exists()

    @staticmethod
    def only_a_passkey(user: User, client: Client, come=None):
        passkey = give_passkey(user, "Laptop")
        if come:
            come(client, user)
        else:
            give_app(user)
            come_in(client, user)
            Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
        key_url = reverse("mfa_remove_webauthn", args=[passkey.pk])
        again(client, key_url)
        return passkey, key_url


class TestWhoMayNot:
    def test_somebody_elses_passkey_is_not_there(self, cast: Cast, noor_with_app: User, client: Client):
        of_sem = give_passkey(cast.sem, "Van Sem")
        come_in(client, noor_with_app)
        for name in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
            assert again(client, reverse(name, args=[of_sem.pk])).status_code == 404

    def test_without_the_password_again_nothing_changes(self, noor_with_app: User, client: Client):
        passkey = give_passkey(noor_with_app, "Laptop")
        come_in(client, noor_with_app)
        for url in (
            reverse("mfa_remove_webauthn", args=[passkey.pk]),
            reverse("mfa_deactivate_totp"),
            reverse("mfa_generate_recovery_codes"),
        ):
            assert reverse("account_reauthenticate") in client.post(url).headers["Location"]
        assert Authenticator.objects.filter(user=noor_with_app).count() == 2

    def test_wrong_passwords_here_count_too(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        for _ in range(5):
            client.post(reverse("account_reauthenticate"), {"password": "gegokt"})
        page = client.post(reverse("account_reauthenticate"), {"password": PASSWORD}).content.decode()
        assert "Dat was te vaak niet goed." in page


class TestMyAccount:
    def test_it_says_who_i_am_and_how_i_come_in(self, noor_with_app: User, client: Client):
        give_passkey(noor_with_app, "Laptop <b>")
        come_in(client, noor_with_app)
        page = client.get(reverse("entrance:account")).content.decode()
        for words in (
            "Noor",
            "noor@example.nl",
            "Re-integratieofficier",
            "Sittard-Geleen",
            "Sinds 18 november 2025",
            "Laptop &lt;b&gt;",
            "App weghalen",
            "Maak herstelcodes",
        ):
            assert words in page, words

    def test_the_last_second_step_is_not_offered_for_removal(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        assert "App weghalen" not in client.get(reverse("entrance:account")).content.decode()

    def test_a_passkey_gets_another_name(self, noor_with_app: User, client: Client):
        passkey = give_passkey(noor_with_app, "Laptop")
        come_in(client, noor_with_app)
        again(client, reverse("mfa_edit_webauthn", args=[passkey.pk]))
        client.post(reverse("mfa_edit_webauthn", args=[passkey.pk]), {"name": "Telefoon"})
        assert "Telefoon" in client.get(reverse("entrance:account")).content.decode()

    def test_the_password_is_changed_here_and_he_stays_in(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        new = "een heel nieuw wachtwoord"
        done = client.post(
            reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
        )
        assert done.headers["Location"] == reverse("entrance:account")
        assert (
            "Uw nieuwe wachtwoord is opgeslagen." in client.get(reverse("entrance:account")).content.decode()
        )
        assert [message.subject for message in mail.outbox] == ["Uw wachtwoord voor Regie is gewijzigd"]

    def test_a_mail_server_that_is_away_undoes_nothing(self, noor_with_app: User, client: Client, settings):
        come_in(client, noor_with_app)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        new = "een heel nieuw wachtwoord"
        done = client.post(
            reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new}
        )
        assert done.headers["Location"] == reverse("entrance:account")
        noor_with_app.refresh_from_db()
        assert noor_with_app.check_password(new)
