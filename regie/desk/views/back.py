"""Back to the list as it was left: its choices and page, in the sealed session of who looked."""

from urllib.parse import urlencode

from django.urls import reverse

from regie.accounts.access import StaffRequest

LISTS = "lists"


def remember_list(request: StaffRequest, query: str, number: int) -> None:
    """Keeps by which codes this list was narrowed, and at which page he was."""
    page = urlencode({"pagina": number}) if number > 1 else ""
    left = "&".join(part for part in (query, page) if part)
    request.session[LISTS] = request.session.get(LISTS, {}) | {request.page: left}


def back_to(request: StaffRequest, url_name: str) -> str:
    """The address of that list as he left it."""
    left = request.session.get(LISTS, {}).get(url_name, "")
    return f"{reverse(url_name)}?{left}" if left else reverse(url_name)
