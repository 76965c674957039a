"""Wat is er gebeurd: what others told of his people since a day."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.happened import SinceForm
from regie.desk.pages.happened import asked_since, happened_page
from regie.desk.views.reading import log_all_of


@requires(Permission.GUIDE)
@require_safe
def happened(request: StaffRequest) -> HttpResponse:
    """Of all whom he guides, himself or for a colleague; whoever stands there was read, and that is written down."""
    usual, why = asked_since(request.actor, on=request.today)
    form = SinceForm(
        request.GET if "sinds" in request.GET else {"sinds": f"{usual:%d-%m-%Y}"}, today=request.today
    )
    since = form.cleaned_data["sinds"] if form.is_valid() else None
    page = happened_page(
        request.actor,
        since=since,
        why=why if since == usual else "",
        on=request.today,
        number=request.GET.get("pagina"),
    )
    log_all_of(request, page.read)
    return render(request, "desk/happened.html", {"page": page, "form": form})
