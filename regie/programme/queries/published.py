"""What everyone may read, and could read before."""

from regie.programme.models import Intervention, PublishedPage
from regie.programme.rules import Shown, numbers_in


def last_published(municipality_code: str, code: str) -> PublishedPage | None:
    """The last version at a public address, taken back or not; None where nothing was ever published. One query."""
    return PublishedPage.objects.at_address(municipality_code, code).newest_first().first()


def shown_before(intervention: Intervention) -> list[Shown]:
    """What each version showed of how many were guided, also one that was taken back: it was read. One query."""
    versions = PublishedPage.objects.filter(intervention=intervention)
    return [numbers_in(document) for document in versions.values_list("document", flat=True)]
