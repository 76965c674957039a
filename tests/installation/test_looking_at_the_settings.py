"""A system manager has the settings looked at: every unsafe one is named in Dutch, with its mend."""

import os
import secrets
import subprocess
from pathlib import Path

import pytest

from config import keys
from config.environment import DEVELOPMENT_SECRET, fault_of, field_keys, mode, read_file
from config.inspection import problems

SECRETS = ("REGIE_SECRET", "REGIE_INDEX_KEY", "REGIE_JOURNAL_KEY")
NUMBERED = ("REGIE_FIELD_KEYS", "REGIE_DEVICE_KEYS")
ROOT = Path(__file__).resolve().parents[2]
LOCKS = "age1locks"
KEY = "aan=elkaar" * 5


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What a careful manager sets, and nothing of ours."""
    for name in ("REGIE_MODE", "REGIE_FILE", "REGIE_CERTIFICATE", "REGIE_CERTIFICATE_KEY"):
        monkeypatch.delenv(name, raising=False)
    for name in SECRETS:
        monkeypatch.setenv(name, secrets.token_urlsafe(48))
    for name in NUMBERED:
        monkeypatch.setenv(name, f"1={secrets.token_urlsafe(48)}")
    monkeypatch.setenv("REGIE_HOSTS", "regie.example.org")
    monkeypatch.setenv("REGIE_PROXIES", "1")
    return monkeypatch


def told() -> str:
    """Everything that is said."""
    return "\n".join(map(str, problems()))


class TestItIsSafe:
    def test_behind_a_proxy(self):
        assert problems() == []

    def test_with_a_certificate_of_its_own(self, environment: pytest.MonkeyPatch, tmp_path: Path):
        (tmp_path / "pem").touch(mode=0o600)
        environment.setenv("REGIE_PROXIES", "0")
        for name in ("REGIE_CERTIFICATE", "REGIE_CERTIFICATE_KEY"):
            environment.setenv(name, str(tmp_path / "pem"))
        assert problems() == []


class TestItIsNot:
    @pytest.mark.parametrize("name", [*SECRETS, *NUMBERED])
    @pytest.mark.parametrize(
        ("value", "why"),
        [
            ("", "ontbreekt"),
            ("k0rt", "te kort"),
            (DEVELOPMENT_SECRET, "sleutel van de demo"),
            ("ab" * 30, "te raden"),
        ],
    )
    def test_with_a_weak_key(self, environment: pytest.MonkeyPatch, name: str, value: str, why: str):
        environment.setenv(name, f"1={value}" if name in NUMBERED else value)
        (problem,) = problems()
        assert problem.unsafe
        assert name in problem.line
        assert why in problem.line
        assert "bin/manage secrets" in problem.line
        assert not value or value not in problem.line

    @pytest.mark.parametrize("value", [None, "geen-nummer", "0=" + "x" * 60])
    def test_without_numbered_keys_for_fields(self, environment: pytest.MonkeyPatch, value: str | None):
        environment.delenv("REGIE_FIELD_KEYS")
        if value:
            environment.setenv("REGIE_FIELD_KEYS", value)
        assert "REGIE_FIELD_KEYS ontbreekt" in told()

    def test_with_one_key_for_two_purposes(self, environment: pytest.MonkeyPatch):
        key = secrets.token_urlsafe(48)
        environment.setenv("REGIE_SECRET", key)
        environment.setenv("REGIE_FIELD_KEYS", f"1={secrets.token_urlsafe(48)},2={key}")
        assert "REGIE_SECRET en REGIE_FIELD_KEYS (nummer 2) zijn gelijk" in told()
        assert key not in told()

    @pytest.mark.parametrize("hosts", ["", " , ", "*", "regie.example.org,*"])
    def test_without_a_name_of_its_own(self, environment: pytest.MonkeyPatch, hosts: str):
        environment.setenv("REGIE_HOSTS", hosts)
        assert "REGIE_HOSTS noemt geen eigen naam" in told()

    @pytest.mark.parametrize("hosts", ["https://regie.example.org", "regie.example.org:8000"])
    def test_with_an_address_for_a_name(self, environment: pytest.MonkeyPatch, hosts: str):
        environment.setenv("REGIE_HOSTS", hosts)
        assert "Schrijf alleen de naam" in told()

    @pytest.mark.parametrize("said", ["demo", "test", "productie"])
    def test_in_another_mode(self, environment: pytest.MonkeyPatch, said: str):
        environment.setenv("REGIE_MODE", said)
        assert f"REGIE_MODE staat op {said}" in told()

    def test_without_https(self, environment: pytest.MonkeyPatch):
        environment.setenv("REGIE_PROXIES", "0")
        assert "Er is geen https" in told()
        environment.setenv("REGIE_CERTIFICATE", "/nergens.pem")
        assert "Er is geen https" in told()
        assert "Het certificaat /nergens.pem is er niet" in told()
        environment.setenv("REGIE_PROXIES", "een")
        assert "REGIE_PROXIES is geen getal" in told()

    def test_with_a_file_that_others_may_read(self, environment: pytest.MonkeyPatch, tmp_path: Path):
        file = tmp_path / "regie.env"
        file.touch(mode=0o640)
        environment.setenv("REGIE_FILE", str(file))
        assert f"chmod 600 {file}" in told()
        file.chmod(0o600)
        assert problems() == []


class TestTheFileWithSettings:
    def test_adds_what_is_not_set(self, environment: pytest.MonkeyPatch, tmp_path: Path):
        file = tmp_path / "regie.env"
        file.write_text(
            f"# over\nREGIE_MODE=demo\nREGIE_FIELD_KEYS='1={KEY}'\nREGIE_HOSTS=anders\nPATH=/weg\n\nx"
        )
        environment.setenv("REGIE_FILE", str(file))
        environment.setenv("REGIE_MODE", "")  # so that the file's word is gone after this test
        environment.delenv("REGIE_MODE")
        environment.delenv("REGIE_FIELD_KEYS")
        read_file()
        assert mode() == "demo"
        assert field_keys(mode()) == {1: KEY}
        assert problems()
        assert os.environ["REGIE_HOSTS"] == "regie.example.org"
        assert os.environ["PATH"] != "/weg"

    def test_that_is_not_there_is_named(self, environment: pytest.MonkeyPatch, tmp_path: Path):
        environment.setenv("REGIE_FILE", str(tmp_path / "weg"))
        with pytest.raises(Exception, match="weg is niet te lezen"):
            read_file()


class TestFreshKeys:
    def test_are_strong_and_different_each_time(self, environment: pytest.MonkeyPatch, tmp_path: Path):
        file = tmp_path / "regie.env"
        file.write_text(keys.fresh(LOCKS))
        file.chmod(0o600)
        for name in (*SECRETS, *NUMBERED):
            environment.delenv(name)
        environment.setenv("REGIE_FILE", str(file))
        drawn = [
            line.split("=")[-1]
            for line in keys.fresh(LOCKS).splitlines()
            if not line.startswith("#") and LOCKS not in line
        ]
        drawn += [
            line.split("=")[-1]
            for line in file.read_text().splitlines()
            if not line.startswith("#") and LOCKS not in line
        ]
        assert len(set(drawn)) == len(drawn) == 10
        assert not any(map(fault_of, drawn))
        read_file()
        assert problems() == []

    def test_the_one_that_opens_backups_goes_in_the_safe_and_not_in_the_file(self):
        ran = subprocess.run([ROOT / "bin/manage", "secrets"], capture_output=True, text=True, check=True)
        assert "REGIE_BACKUP_KEY=age1" in ran.stdout
        assert "AGE-SECRET-KEY" not in ran.stdout
        assert "AGE-SECRET-KEY-1" in ran.stderr
        assert "leg hem in de kluis" in ran.stderr
