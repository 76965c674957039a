"""What somebody asks is sent and kept in his sealed session until his next question; its address holds a number."""

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect

from regie.accounts.access import StaffRequest

NUMBER = "vraag"


def keep(request: StaffRequest, kind: str, text: str, url: str) -> HttpResponse:
    """Leads to an address that can be asked again and gone back to, and tells nothing."""
    number = str(uuid.uuid4())
    request.session[kind] = {"number": number, "text": text}
    return redirect(f"{url}?{NUMBER}={number}")


def kept(request: StaffRequest, kind: str) -> tuple[str, bool]:
    """What the number in this address asks, or nothing; and whether it was asked and is not kept any more."""
    number = request.GET.get(NUMBER, "")
    known = request.session.get(kind, {})
    text: str = known["text"] if number and known.get("number") == number else ""
    return text, bool(number) and not text
