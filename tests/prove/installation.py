"""Regie as a municipality installs it: a fresh clone, its own folder for data, and nothing of this machine's settings."""

import datetime
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.prove.scratch import ROOT

LONG = 300  # seconds: the first command installs the Python packages


class Machine:
    """A computer with a clone of Regie and a folder for its data, that obeys a file with settings."""

    def __init__(self, folder: Path, clone: Path) -> None:
        self.clone = clone
        self.data, self.backups, self.settings = folder / "data", folder / "backups", folder / "regie.env"
        for made in (folder, self.data, self.backups):
            made.mkdir(mode=0o700, exist_ok=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"https://localhost:{self.port}"

    def obeys(self, keys: str) -> None:
        """Writes the file with settings: these keys, and what belongs to this computer."""
        certificate, key = certify(self.settings.parent)
        told = {
            "REGIE_HOSTS": "localhost",
            "REGIE_VAR": self.data,
            "REGIE_BACKUPS": self.backups,
            "REGIE_CERTIFICATE": certificate,
            "REGIE_CERTIFICATE_KEY": key,
        }
        self.settings.write_text("\n".join([keys, *(f"{name}={value}" for name, value in told.items())]))
        self.settings.chmod(0o600)

    @property
    def environment(self) -> dict[str, str]:
        """Ours without anything of Regie or Django, and the file with settings."""
        bare = {
            name: value for name, value in os.environ.items() if not name.startswith(("REGIE_", "DJANGO_"))
        }
        return bare | ({"REGIE_FILE": str(self.settings)} if self.settings.exists() else {})

    def runs(self, *command: str, fails: bool = False) -> subprocess.CompletedProcess[str]:
        """Runs a command of the clone."""
        ran = subprocess.run(
            [self.clone / command[0], *command[1:]],
            cwd=self.clone,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LONG,
        )
        assert fails == bool(ran.returncode), ran.stdout + ran.stderr
        return ran

    @contextmanager
    def serves(self) -> Iterator[None]:
        """Regie runs, as long as this lasts; it stops when it is told to."""
        process = subprocess.Popen(
            [self.clone / "bin/serve", "--port", str(self.port)],
            cwd=self.clone,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        try:
            said = iter(process.stdout.readline, "")
            heard = next((line for line in said if "Regie draait" in line), None)
            assert heard, "it ended before it ran"
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            code = process.wait(timeout=60)
            process.stdout.close()
        assert code == 0


def clone(folder: Path) -> Path:
    """A fresh clone, with the Python packages that it asks for."""
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)  # noqa: S607 - git, wherever it is
    prepare = "source bin/_environment && ensure_venv runtime"
    subprocess.run(["bash", "-c", prepare], cwd=folder, check=True, timeout=LONG)  # noqa: S607 - bash, wherever it is
    return folder


def certify(folder: Path) -> tuple[Path, Path]:
    """A certificate for localhost that nobody else vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, private = folder / "certificate.pem", folder / "key.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.touch(mode=0o600)
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return pem, private
