"""Every version of a page that was published, the last one first."""

from collections.abc import Sequence

from django.urls import reverse

from regie.programme.models import PublishedPage
from regie.ui.parts import Cell
from regie.ui.words import written

COLUMNS = ("Versie", "Gepubliceerd", "Wat er nieuw is", "Nu")


def version_rows(versions: Sequence[PublishedPage]) -> tuple[tuple[Cell, ...], ...]:
    """A row for each, with where it can be read back; the newest stands first. No query."""
    return tuple(_row(page, newest=page is versions[0]) for page in versions)


def _row(page: PublishedPage, *, newest: bool) -> tuple[Cell, ...]:
    standing = "Iedereen leest deze" if newest else "Vervangen"
    return (
        Cell(f"Versie {page.version}", reverse("office:published_page", args=[page.ref])),
        Cell(written(page.published_on), more=f"door {page.recorded_by_label}"),
        Cell(page.changes),
        Cell(standing if page.stands else "Ingetrokken"),
    )
