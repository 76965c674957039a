"""The approach of the cast's municipalities: the layers that Regie ships."""

from datetime import datetime
from pathlib import Path

from regie.approach.actions import load
from regie.approach.models import Edition
from regie.base.actors import Actor

SHIPPED = Path(__file__).resolve().parents[2] / "approaches"


def shipped(name: str) -> str:
    """The text of a layer that Regie ships."""
    return (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8")


def load_shipped(*, by: Actor, at: datetime) -> list[Edition]:
    """All three layers, from high to low."""
    return [
        load(shipped(name), filename=f"{name}.yaml", by=by, at=at)
        for name in ("national", "zuid-limburg", "sittard-geleen")
    ]
