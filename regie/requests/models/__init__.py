"""What was asked of a partner, and what was answered."""

from regie.requests.models.partner_request import (
    PartnerRequest,
    PartnerRequestQuerySet,
    check_may_answer,
)
from regie.requests.models.request_answer import RequestAnswer

__all__ = ["PartnerRequest", "PartnerRequestQuerySet", "RequestAnswer", "check_may_answer"]
