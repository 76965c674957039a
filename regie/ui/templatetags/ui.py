"""What the templates of Regie need beyond Django's own tags."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag
def card(content: str, **variables: Any) -> str:
    """Draw components/card.html around what stands between card and endcard."""
    return render_to_string("components/card.html", {"content": content, **variables})


@register.simple_tag
@cache
def sprite() -> str:
    """Give the address of the icons; looked up once, for a page draws many."""
    return static("ui/icons.svg")


@register.simple_tag
@cache
def styles() -> str:
    """Draw ui/styles.html; drawn once, for every page asks the same fifteen addresses."""
    return render_to_string("ui/styles.html")


@register.simple_tag
@cache
def icon(name: str) -> str:
    """Draw components/icon.html; drawn once for each name, for a list draws the same three a hundred times."""
    # Stripping makes plain text of it, which would be shown and not drawn.
    return SafeString(render_to_string("components/icon.html", {"name": name}).strip())


@register.filter
def under(cells: Iterable[Any], columns: Sequence[str]) -> list[tuple[str, Any]]:
    """Pair each cell of a row with the name of its column."""
    return list(zip(columns, cells, strict=True))


@register.filter
def page_numbers(page: Page) -> list[int | None]:
    """Return the page numbers to show; None stands for a gap."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]
