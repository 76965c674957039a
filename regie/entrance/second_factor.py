"""Whether somebody came in with a second factor."""

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.models import SocialAccount
from django.http import HttpRequest

CONFIRMED = "second_factor"
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# How an OpenID provider says that it asked more than a password (RFC 8176, "amr").
SEVERAL_FACTORS = frozenset({"mfa", "otp", "hwk", "fpt", "face"})


def has_second_factor(request: HttpRequest) -> bool:
    """Asked of the database once a session: allauth asks the factor itself of everyone who has one."""
    if not request.session.get(CONFIRMED):
        if not (is_mfa_enabled(request.user, FACTORS) or _asked_by_provider(request)):
            return False
        request.session[CONFIRMED] = True
    return True


def _asked_by_provider(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    uids = [record["uid"] for record in records if record["method"] == "socialaccount"]
    accounts = SocialAccount.objects.filter(user=request.user, uid__in=uids)
    return any(SEVERAL_FACTORS.intersection(_methods(account.extra_data)) for account in accounts)


def _methods(extra_data: dict[str, object]) -> list[str]:
    """The methods in what the provider told: in the id-token, or beside it."""
    token = extra_data.get("id_token", extra_data)
    amr = token.get("amr", []) if isinstance(token, dict) else []
    return [str(method) for method in amr] if isinstance(amr, list) else []
