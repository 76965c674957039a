"""The real ClamAV, with a list of one known file of our own: EICAR, which every scanner finds and which does nothing."""

import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CLAMD = shutil.which("clamd") or "/usr/sbin/clamd"
# In two halves, or a scanner on this computer takes this very file away.
EICAR = (r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*").encode()
SETTINGS = """
Foreground yes
DatabaseDirectory {folder}
LocalSocket {folder}/clamd.ctl
TCPSocket {port}
TCPAddr 127.0.0.1
StreamMaxLength 1M
"""


@contextmanager
def clamd() -> Iterator[tuple[str, str]]:
    """While this lasts, a real one listens: at a path, and at a port of this computer."""
    # A short name: the path of a socket holds a hundred characters.
    with tempfile.TemporaryDirectory(prefix="clamd-") as place:
        folder = Path(place)
        known = f"{hashlib.md5(EICAR, usedforsecurity=False).hexdigest()}:{len(EICAR)}:Eicar-Test-Signature\n"
        (folder / "own.hdb").write_text(known)
        port = _free_port()
        (folder / "clamd.conf").write_text(SETTINGS.format(folder=folder, port=port))
        command = [CLAMD, "--config-file", str(folder / "clamd.conf")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, env={"PATH": os.environ["PATH"]})
        try:
            _wait(server, folder)
            yield f"{folder}/clamd.ctl", f"127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait(server: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket(socket.AF_UNIX) as line:
            if line.connect_ex(f"{folder}/clamd.ctl") == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"clamd did not start: {(folder / 'log').read_text()}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port
