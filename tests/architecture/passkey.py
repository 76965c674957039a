"""A passkey as a browser would register it, so that the pages about passkeys have one to show."""

import hashlib
import json

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from regie.accounts.models import User

KEY_ID = b"passkey of a test"
HOST = b"testserver"
FLAGS = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT


def give_passkey(user: User, name: str) -> Authenticator:
    """Registers a passkey with this name; nobody can sign in with it, for its private key is thrown away."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    credential = AttestedCredentialData.create(Aaguid.NONE, KEY_ID, public)
    data = AuthenticatorData.create(hashlib.sha256(HOST).digest(), FLAGS, 0, credential)
    asked = {"type": "webauthn.create", "challenge": "", "origin": "http://testserver"}
    registered = {
        "type": "public-key",
        "id": websafe_encode(KEY_ID),
        "rawId": websafe_encode(KEY_ID),
        "clientExtensionResults": {"credProps": {"rk": True}},
        "response": {
            "clientDataJSON": websafe_encode(json.dumps(asked).encode()),
            "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
        },
    }
    return WebAuthn.add(user, name, registered).instance
