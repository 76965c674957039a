"""python -m tests.mailing.server FOLDER: a real mail server; what it does, it reads from the name before the @; it knows no password.

Each mail that it took, or may have taken, is a line of JSON in FOLDER/taken. It prints its port when it listens.
"""

import asyncio
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult

FOREVER = 60  # seconds


class Moods:
    """The handler: busy refuses twice for now, gone for good, and others hang or drop the line at a chosen moment."""

    def __init__(self, folder: Path) -> None:
        self.taken = folder / "taken"
        self.asked: Counter[str] = Counter()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        mood = address.split("@")[0]
        self.asked[address] += 1
        if mood == "busy" and self.asked[address] <= 2:
            return "451 4.3.0 Try again later"
        if mood == "gone":
            return "550 5.1.1 No such user"
        if mood == "hangs":
            await asyncio.sleep(FOREVER)
        if mood == "leaves":
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        mood = envelope.rcpt_tos[0].split("@")[0]
        if mood == "full":
            return "452 4.2.2 Mailbox full"
        if mood == "spam":
            return "554 5.7.1 Not wanted"
        line = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "mail": envelope.content.decode()}
        with self.taken.open("a") as taken:
            taken.write(json.dumps(line) + "\n")
        if mood == "drops":
            server.transport.abort()
        if mood == "silent":
            await asyncio.sleep(FOREVER)
        return "250 OK"


async def main(folder: Path) -> None:
    """Listens until it is told to stop."""
    moods = Moods(folder)
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(
        lambda: SMTP(
            moods,
            hostname="mail.example.org",
            loop=loop,
            authenticator=lambda *told: AuthResult(success=False, handled=False),
            auth_require_tls=False,
        ),
        "127.0.0.1",
        0,
    )
    print(listening.sockets[0].getsockname()[1], flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
