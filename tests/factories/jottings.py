"""Notes as a telephone seals and sends them."""

import base64
import json
import uuid
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from regie.contacts.actions import Envelope, receive_jottings
from regie.contacts.models import Jotting
from regie.contacts.rules import sealed_about
from regie.privacy.envelopes import SUITE, newest_key

TOLD: dict[str, Any] = {
    "told": "2026-11-17T14:05",
    "words": "Hij wil lasser worden.",
    "about": "Jayden",
    "kind": "phone",
    "outcome": "made",
}


def seal(
    writer: User,
    *,
    ref: uuid.UUID | None = None,
    to: User | None = None,
    raw: bytes | None = None,
    **told: Any,
) -> Envelope:
    """What the telephone of `writer` keeps; `to` is in whose name it was sealed, when that is somebody else."""
    ref = ref or uuid.uuid4()
    key_id, key = newest_key()
    public = X25519PublicKey.from_public_bytes(base64.b64decode(key))
    content = json.dumps(TOLD | told).encode() if raw is None else raw
    about = sealed_about((to or writer).ref, ref)
    return Envelope(ref, key_id, SUITE.encrypt(content, public, info=about.encode()))


def jot(writer: User, *, at: datetime, **told: Any) -> Jotting:
    """It arrived."""
    envelope = seal(writer, **told)
    (answer,) = receive_jottings([envelope], writer=writer, by=writer.acting(at), at=at)
    assert not answer.refusal, answer
    return Jotting.objects.get(ref=envelope.ref)


def sent(*envelopes: Envelope) -> dict[str, Any]:
    """The same as a telephone writes it."""
    return {
        "notes": [
            {"ref": str(one.ref), "key": one.key_id, "sealed": base64.b64encode(one.sealed).decode()}
            for one in envelopes
        ]
    }


def send(client: Client, *envelopes: Envelope):
    """What Regie answers."""
    return client.post(reverse("desk:jottings"), sent(*envelopes), content_type="application/json")
