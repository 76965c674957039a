"""What was asked of partners, and how that stands."""

from regie.requests.queries.links import LinkedRequest, LinkStory, linked_request, links_of, was_answered
from regie.requests.queries.partners import request_of_partner, requests_of_partner
from regie.requests.queries.requests import (
    OpenRequest,
    RequestStory,
    all_that_was_asked_of_partners,
    mutual_agreements_of,
    open_of_involvement,
    open_requests,
    requests_by_trajectory,
    requests_of,
    story_of,
)
from regie.requests.queries.text import opening_of, text_to_send

__all__ = [
    "LinkStory",
    "LinkedRequest",
    "OpenRequest",
    "RequestStory",
    "all_that_was_asked_of_partners",
    "linked_request",
    "links_of",
    "mutual_agreements_of",
    "open_of_involvement",
    "open_requests",
    "opening_of",
    "request_of_partner",
    "requests_by_trajectory",
    "requests_of",
    "requests_of_partner",
    "story_of",
    "text_to_send",
    "was_answered",
]
