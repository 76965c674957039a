"""The social map as a list: brought in, and taken along."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.desk.forms.social_map import BringingInForm
from regie.desk.pages.bringing_in import bringing_in_page, report_page
from regie.partners.actions import bring_in as bring_list_in
from regie.partners.actions import preview
from regie.partners.queries import map_as_sheet


@requires(Permission.KEEP_SOCIAL_MAP)
@require_http_methods(["GET", "POST"])
def bring_in(request: StaffRequest) -> HttpResponse:
    """Brings a list in; first shows what becomes of every line."""
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.KEEP_SOCIAL_MAP))
    form = BringingInForm.of(request, municipalities=mine.order_by("name"), files=request.FILES or None)
    sure = form.is_valid() and form.cleaned_data["sure"]
    told = form.attempt(
        lambda: (bring_list_in if sure else preview)(
            form.whole, municipality=form.cleaned_data["municipality"], by=request.actor, at=request.at
        )
    )
    page = bringing_in_page() if told is None else report_page(told, done=sure)
    return render(request, "desk/bringing_in.html", {"page": page, "form": form})


@requires(Permission.READ_SOCIAL_MAP)
@require_safe
def take_along(request: StaffRequest) -> HttpResponse:
    """The map as CSV, as a spreadsheet opens it."""
    name = content_disposition_header(True, f"sociale-kaart-{request.today}.csv")
    text = map_as_sheet(request.actor, on=request.today)
    return HttpResponse(
        text.encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": name},
    )
