"""What everyone may read."""

from regie.programme.models import PublishedPage


def last_published(municipality_code: str, code: str) -> PublishedPage | None:
    """The last version at a public address, taken back or not; None where nothing was ever published. One query."""
    return PublishedPage.objects.at_address(municipality_code, code).newest_first().first()
