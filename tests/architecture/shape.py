"""The shape of the house: its order from high to low, and which packages are of which kind."""

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

FRONTS = frozenset(
    {"demo", "desk", "entrance", "gallery", "office", "partnerdesk"}
)  # every page, form and template lives here
STAFF_FRONTS = sorted(
    f"regie/{front}" for front in FRONTS - {"demo"}
)  # the demo makes people, and shows none
FOUNDATION = frozenset(
    {"base", "privacy", "accounts", "figures", "plain", "recognition", "sheets", "ui"}
)  # what the domain stands on


def layers() -> list[list[str]]:
    """The layers of the import contract, from high to low; the apps in one layer do not know each other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    order = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in order]


def height() -> dict[str, int]:
    """App → how high it stands; an equal height means beside each other."""
    return {app: place for place, layer in enumerate(reversed(layers())) for app in layer}


def domain() -> frozenset[str]:
    """The apps that hold the work itself: no front and no foundation."""
    return frozenset(height()) - FRONTS - FOUNDATION
