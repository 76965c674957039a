"""What the page of the code of conduct shows."""

from dataclasses import dataclass

from regie.partners.rules import CONDUCT


@dataclass(frozen=True)
class ConductPage:
    """What he promises, and whether he did so already."""

    accepted: bool
    promises: tuple[str, ...] = CONDUCT


def conduct_page(*, accepted: bool) -> ConductPage:
    """The code of conduct; no query."""
    return ConductPage(accepted)
