"""Which facility a text means: one of the list, or what stands behind a label."""

import re
from collections.abc import Mapping, Sequence

from regie.recognition.rules.doubt import is_doubtful, speaks_of_other

WRITTEN = re.compile(r"[^\W\d_][\w .'’()/&-]{1,78}(?:, [\w '’-]{2,40})?")
UNIT = re.compile(r"\s?(?:[,(]|- | afd)")
NONE = re.compile(r"nvt|n\.v\.t|onbekend|geen|volgt|zie |idem|nader|nb|ntb|thuis|heenzending", re.I)


class Facilities:
    """The facilities of the list: official names with their other names."""

    def __init__(self, listed: Mapping[str, Sequence[str]]) -> None:
        self._known: dict[str, set[str]] = {}
        for official, aliases in listed.items():
            for name in (official, *aliases):
                self._known.setdefault(plain(name), set()).add(official)
        names = sorted((re.escape(name) for name in self._known if name), key=len, reverse=True)
        self._seen = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") if names else None

    def exactly(self, value: str) -> str | None:
        """The official name of what a value is, wholly."""
        found = self._known.get(plain(value), set())
        return next(iter(found)) if len(found) == 1 else None

    def behind_label(self, value: str) -> str | None:
        """The official name, with a unit behind it or not; or the value as written when the list has none of it."""
        official = self.exactly(value.rstrip("."))
        if official:
            return official
        if is_doubtful(value) or speaks_of_other(value) or NONE.match(value) or len(value) > 120:
            return None
        seen = self.seen_in(value)
        if seen:
            (name, start, end) = seen[0]
            return name if len(seen) == 1 and start == 0 and UNIT.match(value, end) else None
        return value.rstrip(".") if WRITTEN.fullmatch(value) and value[0].isupper() else None

    def seen_in(self, text: str) -> list[tuple[str | None, int, int]]:
        """Every facility that is named in a text: official name (None for a name of two), start and end."""
        lowered = text.lower()
        if self._seen is None or len(lowered) != len(text):
            return []
        return [
            (self.exactly(found[0]), found.start(), found.end()) for found in self._seen.finditer(lowered)
        ]


def plain(name: str) -> str:
    """A name in small letters with single spaces."""
    return " ".join(name.lower().split())
