"""What the tests of mail can ask for: a real mail server."""

from tests.mailing.office import post, running_mail_server

__all__ = ["post", "running_mail_server"]
