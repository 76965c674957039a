"""Signing in and out, the second factor, the session. allauth's own views, under Dutch addresses."""

from allauth.account import views as allauth
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from django.urls import path, register_converter
from django.urls.converters import StringConverter

from regie.accounts.access import everyone, half_signed_in, signed_in
from regie.entrance.second_factor import setting_up
from regie.entrance.views.account import account, to_account
from regie.entrance.views.elsewhere import from_provider, to_provider
from regie.entrance.views.home import home
from regie.entrance.views.invitation import accept, invitation, open_invitation
from regie.entrance.views.mail import mail
from regie.entrance.views.passkeys import remove_passkey
from regie.entrance.views.phone import phone
from regie.entrance.views.recovery_codes import download_recovery_codes
from regie.entrance.views.stay import stay

app_name = "entrance"


class Base36(StringConverter):
    """A number as allauth writes it in the mail about a new password; it holds no hyphen, what follows does."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36, "base36")

own = [
    path("", home, name="home"),
    path("mijn-account/", account, name="account"),
    path("mijn-account/mail/", mail, name="mail"),
    path("mijn-account/werknummer/", phone, name="phone"),
    path("sessie/verlengen/", stay, name="stay"),
    path("uitnodiging/", invitation, name="invitation"),
    path("uitnodiging/code/<slug:invitation_code>/", open_invitation, name="open_invitation"),
    path("uitnodiging/welkom/", accept, name="accept_invitation"),
]

# allauth looks its own addresses up by these names, so they stand outside the namespace.
signing_in = [
    path("inloggen/", everyone(allauth.login), name="account_login"),
    path("uitloggen/", everyone(allauth.logout), name="account_logout"),
    path("inloggen/geen-toegang/", everyone(allauth.account_inactive), name="account_inactive"),
    path("inloggen/opnieuw/", half_signed_in(allauth.reauthenticate), name="account_reauthenticate"),
    path("wachtwoord/vergeten/", everyone(allauth.password_reset), name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        everyone(allauth.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "wachtwoord/nieuw/<base36:uidb36>-<path:key>/",
        everyone(allauth.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/klaar/",
        everyone(allauth.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("mijn-account/wachtwoord/", signed_in(allauth.password_change), name="account_change_password"),
    path("mijn-account/wachtwoord/eerste/", to_account, name="account_set_password"),
    path("inloggen/tweede-stap/", everyone(mfa.authenticate), name="mfa_authenticate"),
    path("inloggen/tweede-stap/opnieuw/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("inloggen/passkey/", everyone(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path(
        "inloggen/passkey/opnieuw/",
        signed_in(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("mijn-account/tweede-stap/", to_account, name="mfa_index"),
    path(
        "mijn-account/tweede-stap/app/",
        half_signed_in(setting_up(totp.activate_totp)),
        name="mfa_activate_totp",
    ),
    path("mijn-account/tweede-stap/app/uit/", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("mijn-account/passkeys/", to_account, name="mfa_list_webauthn"),
    path(
        "mijn-account/passkeys/nieuw/",
        half_signed_in(setting_up(passkeys.add_webauthn)),
        name="mfa_add_webauthn",
    ),
    path("mijn-account/passkeys/<int:pk>/", signed_in(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("mijn-account/passkeys/<int:pk>/weg/", signed_in(remove_passkey), name="mfa_remove_webauthn"),
    path(
        "mijn-account/herstelcodes/", signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"
    ),
    path(
        "mijn-account/herstelcodes/nieuw/",
        signed_in(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "mijn-account/herstelcodes/bestand/",
        signed_in(download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("inloggen/bij/<slug:provider_id>/", everyone(to_provider), name="openid_connect_login"),
    path("inloggen/bij/<slug:provider_id>/terug/", everyone(from_provider), name="openid_connect_callback"),
    path("inloggen/afgebroken/", everyone(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("inloggen/mislukt/", everyone(social.login_error), name="socialaccount_login_error"),
]
