"""Every address of Regie, read from the URL configuration."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One address: the name it is reversed by, its route, the parts to fill in, and what stands behind it."""

    name: str
    route: str
    parts: tuple[str, ...]
    view: Any

    def __str__(self) -> str:
        return self.name or f"without-a-name:{self.route}"


def addresses() -> list[Address]:
    """All of them, in the order in which Django tries them."""
    return list(_walk(get_resolver().url_patterns, space="", route="", parts=()))


def _walk(
    patterns: Iterable[URLPattern | URLResolver], *, space: str, route: str, parts: tuple[str, ...]
) -> Iterator[Address]:
    for pattern in patterns:
        longer = route + str(pattern.pattern)
        more = parts + tuple(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inside = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, space=inside, route=longer, parts=more)
        else:
            yield Address(space + pattern.name if pattern.name else "", longer, more, pattern.callback)
