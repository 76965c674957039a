"""Taking the recovery codes home."""

from typing import Any

from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from django.http import HttpResponse


class DownloadRecoveryCodes(DownloadRecoveryCodesView):
    """allauth's file, under a Dutch name."""

    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        """The codes, one a line."""
        response: HttpResponse = super().render_to_response(context, **response_kwargs)
        response["Content-Disposition"] = 'attachment; filename="herstelcodes-regie.txt"'
        return response


download_recovery_codes = DownloadRecoveryCodes.as_view()
