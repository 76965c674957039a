"""A system manager starts Regie; what is unsafe is refused, with its mend, before anything is made."""

import os
import subprocess
from pathlib import Path

import pytest

from config import keys

ROOT = Path(__file__).resolve().parents[2]


def serve(folder: Path, *options: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Starts Regie with its data in this folder, and with these things changed."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("REGIE_", "DJANGO_"))}
    file = folder / "regie.env"
    file.write_text(
        f"{keys.fresh('age1locks')}\nREGIE_HOSTS=regie.example.org\nREGIE_PROXIES=1\nREGIE_VAR={folder}/var\n"
    )
    file.chmod(0o600)
    (folder / "var").mkdir(mode=0o700, exist_ok=True)
    return subprocess.run(
        [ROOT / "bin/serve", *options],
        cwd=ROOT,
        env=bare | {"REGIE_FILE": str(file)} | changes,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"REGIE_MODE": "demo"}, "Haal REGIE_MODE weg"),
        ({"REGIE_SECRET": "kort"}, "bin/manage secrets"),
        ({"REGIE_PROXIES": "0"}, "docs/proxy/"),
        ({"REGIE_DATABASE_URL": "postgresql://regie@127.0.0.1:9/regie"}, "De database antwoordt niet"),
    ],
    ids=["demo", "weak", "bare", "no-database"],
)
def test_what_is_unsafe_does_not_start(tmp_path: Path, changes: dict[str, str], why: str):
    ran = serve(tmp_path, **changes)
    assert ran.returncode == 1
    assert why in ran.stdout
    assert "Regie start niet." in ran.stderr
    assert list((tmp_path / "var").iterdir()) == []


def test_a_folder_that_others_may_enter_does_not_start(tmp_path: Path):
    (tmp_path / "var").mkdir(mode=0o755)
    ran = serve(tmp_path)
    assert ran.returncode == 1
    assert f"chmod 700 {tmp_path}/var" in ran.stdout


@pytest.mark.parametrize("options", [["--port", "poort"], ["--port", "79"], ["--port"], ["--poort", "8000"]])
def test_a_wrong_option_is_named(tmp_path: Path, options: list[str]):
    ran = serve(tmp_path, *options)
    assert ran.returncode == 2
    assert ran.stderr.startswith("bin/serve: ")
