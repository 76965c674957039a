"""The approach of the cast's municipalities: the layers that Regie ships."""

from datetime import datetime
from pathlib import Path

from regie.approach.actions import load
from regie.approach.models import Edition
from regie.base.actors import Actor
from regie.base.clock import day

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


def without_debts(*, by: Actor, at: datetime) -> Edition:
    """From today the country knows the ground no more on which people are involved for debts."""
    text = shipped("national").replace("valid_from: 2024-01-01", f"valid_from: {day(at)}")
    was = "      debts:\n        title: Hulp bij schulden\n"
    assert was in text
    return load(text.replace(was, was.replace("debts", "other")), filename="n", by=by, at=at)
