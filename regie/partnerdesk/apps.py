"""Partner desk: the screens of professionals of other organisations."""

from django.apps import AppConfig


class PartnerdeskConfig(AppConfig):
    """The app."""

    name = "regie.partnerdesk"
    verbose_name = "Bureau van de partner"
