"""What was asked of partners, and how that stands."""

from regie.requests.queries.partners import request_of_partner, requests_of_partner
from regie.requests.queries.requests import (
    OpenRequest,
    RequestStory,
    all_that_was_asked_of_partners,
    mutual_agreements_of,
    open_requests,
    requests_by_trajectory,
    requests_of,
    story_of,
)

__all__ = [
    "OpenRequest",
    "RequestStory",
    "all_that_was_asked_of_partners",
    "mutual_agreements_of",
    "open_requests",
    "request_of_partner",
    "requests_by_trajectory",
    "requests_of",
    "requests_of_partner",
    "story_of",
]
