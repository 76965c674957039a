"""Every address of Regie."""

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, URLResolver


def addresses(
    patterns: Iterable[URLPattern | URLResolver], names: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every address under these patterns, with its full name."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from addresses(pattern.url_patterns, names + space)
        else:
            yield names + (pattern.name or str(pattern.pattern)), pattern
