"""What was asked of a partner and answered, the link with which he does so, and what three agreed."""

from regie.requests.models.mutual_agreement import MutualAgreement
from regie.requests.models.one_task_link import LinkEvent, OneTaskLink
from regie.requests.models.partner_request import (
    PartnerRequest,
    PartnerRequestQuerySet,
    check_may_answer,
)
from regie.requests.models.request_answer import RequestAnswer

__all__ = [
    "LinkEvent",
    "MutualAgreement",
    "OneTaskLink",
    "PartnerRequest",
    "PartnerRequestQuerySet",
    "RequestAnswer",
    "check_may_answer",
]
