"""What the municipality's own sign-in (OpenID Connect) tells of somebody, and what Regie takes from it."""

from typing import Any

from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess

from regie.accounts.models import User

# How a provider says what it asked (RFC 8176, "amr"): something he knows, something he has, something he is.
KINDS = (
    frozenset({"pwd", "pin", "kba"}),
    frozenset({"otp", "hwk", "swk", "sc", "sms", "tel", "pop"}),
    frozenset({"face", "fpt", "iris", "retina", "vbm"}),
)


class Refusal(Exception):
    """Why somebody who came from the municipality may not come in: a sentence fit to show."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def account_behind(login: SocialLogin) -> User:
    """The account whose address the provider vouches for, at every sign-in anew; nothing is linked or made."""
    if login.state.get("process") != AuthProcess.LOGIN:
        raise Refusal("Op deze manier kunt u geen account koppelen.")
    claims = _claims(login)
    email = str(claims.get("email") or "").lower()
    if not email or claims.get("email_verified") is not True:
        raise Refusal("Uw organisatie heeft uw e-mailadres niet bevestigd. Vraag uw beheerder om hulp.")
    user = User.objects.filter(email=email).first()
    if user is None:
        raise Refusal(
            f"Wij kennen dit account niet: {email}. Vraag uw beheerder om u toe te voegen aan Regie."
        )
    return user


def asked_two_steps(login: SocialLogin | None) -> bool:
    """Whether the provider says that it asked two different kinds of proof."""
    amr = _part(login, "id_token").get("amr") if login else None
    methods = {str(method) for method in amr} if isinstance(amr, list) else set()
    return "mfa" in methods or sum(bool(kind & methods) for kind in KINDS) > 1


def _claims(login: SocialLogin) -> dict[str, Any]:
    """The claims about one and the same person (OpenID Connect Core, 5.3.2), those of userinfo first."""
    userinfo, token = _part(login, "userinfo"), _part(login, "id_token")
    if userinfo and token and userinfo.get("sub") != token.get("sub"):
        raise Refusal(
            "De inlogdienst van uw organisatie gaf twee verschillende antwoorden. Probeer het opnieuw."
        )
    return userinfo or token


def _part(login: SocialLogin, name: str) -> dict[str, Any]:
    part = login.account.extra_data.get(name)
    return part if isinstance(part, dict) else {}
