"""The reasons to end guidance, as a layer writes them; and what never is one."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from regie.approach.rules.approach import ClosureReason, Entry
from regie.approach.rules.wrong import Wrong

FLAGS = {"early": True, "words": False, "death": False}
# He who says nothing, comes not or cannot be found asks for another try; no layer makes that a reason to close.
SILENCE = frozenset(
    {"no_contact", "no_show", "no_response", "not_showing", "out_of_sight", "silence", "unreachable"}
)
SILENT = re.compile(
    r"geen (contact|gehoor|reactie)|no.?show|uit beeld|onbereikbaar|niet (bereikbaar|verschenen|gekomen)"
    r"|(komt|kwam|verscheen|reageert|reageerde) niet",
    re.IGNORECASE,
)


def is_silence(code: str, title: str) -> bool:
    """Whether a reason only says that he was not heard or seen."""
    return code in SILENCE or bool(SILENT.search(title))


def read_reason(code: Any, said: Any, entry: Entry) -> ClosureReason:
    """The reason that was written; raises Wrong."""
    flags = dict(_flags(code, said)) if isinstance(said, Mapping) else {}
    reason = ClosureReason(entry.code, entry.title, entry.text, **flags)
    if is_silence(reason.code, reason.title):
        raise Wrong(f"{code}: stilte is geen reden om af te ronden; zoek hem")
    if reason.death and not reason.early:
        raise Wrong(f"{code}: wie overlijdt, wacht niet op een dag; laat early weg")
    return reason


def check_reasons(reasons: tuple[ClosureReason, ...]) -> None:
    """Raises Wrong without exactly one reason for a death: it must always be possible to write that down."""
    if sum(reason.death for reason in reasons) != 1:
        raise Wrong("precies één reden heeft death: true")


def without_flags(said: Any) -> Any:
    """What is left of a reason without what only a reason can say."""
    return (
        {key: word for key, word in said.items() if key not in FLAGS} if isinstance(said, Mapping) else said
    )


def _flags(code: Any, said: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for name, usual in FLAGS.items():
        value = said.get(name, usual)
        if not isinstance(value, bool):
            raise Wrong(f"{code}: {name}: schrijf true of false")
        yield name, value
