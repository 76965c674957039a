"""What a telephone sends when it has its network back: sealed notes, and nothing that can be read on the way."""

import base64
import json
import uuid
from typing import Any

from regie.base.errors import NotValid
from regie.contacts.actions import Envelope

MOST = 100  # at one time
NOT_UNDERSTOOD = "Deze notities zijn niet goed aangekomen. Ze staan nog op het toestel."


def read_envelopes(body: bytes) -> list[Envelope]:
    """Every sealed note in it. Raises NotValid for anything else: then nothing of it is kept."""
    try:
        sent: list[Any] = json.loads(body)["notes"]
        if not isinstance(sent, list) or len(sent) > MOST:
            raise NotValid(NOT_UNDERSTOOD)
        return [_envelope(one) for one in sent]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NotValid(NOT_UNDERSTOOD) from None


def _envelope(one: dict[str, Any]) -> Envelope:
    sealed = base64.b64decode(one["sealed"], validate=True)
    return Envelope(uuid.UUID(one["ref"]), int(one["key"]), sealed)
