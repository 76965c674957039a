"""The sessions: what is in them is sealed, for a parked form or a new app's secret may be among it."""

import base64
import binascii
import json
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from regie.privacy.encryption import Unreadable, decrypt, encrypt

PLACE = "django_session.session_data"
KEPT = timedelta(days=1)  # an ended session still tells who was typing: see regie.entrance.parking


class SessionStore(db.SessionStore):
    """Django's sessions in the database, sealed."""

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Seals what is in the session."""
        return base64.b64encode(encrypt(json.dumps(session_dict), place=PLACE)).decode()

    def decode(self, session_data: Any) -> dict[str, Any]:
        """Opens it; what cannot be opened is an empty session."""
        try:
            content: dict[str, Any] = json.loads(decrypt(base64.b64decode(session_data), place=PLACE))
        except (Unreadable, IndexError, binascii.Error):
            return {}
        return content

    @classmethod
    def clear_expired(cls) -> None:
        """Removes sessions that ended more than a day ago."""
        cls.get_model_class().objects.filter(expire_date__lt=timezone.now() - KEPT).delete()
