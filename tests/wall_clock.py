"""Now, for tests whose pages live today."""

from datetime import datetime

from django.utils.timezone import localtime


def now() -> datetime:
    """This moment as the clock on the wall says it: past midnight here its day is ours, not yet that of UTC."""
    return localtime()
