"""Inzicht: the numbers of a year, and the yearly account as a page and as a file."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.insight.enums import Sight
from regie.insight.queries import account_of, first_began, insight_of
from regie.insight.rules import Year, sight_of, written_account, year_of, years_shown
from regie.office.forms.asking import PlaceForm
from regie.office.pages.insight import insight_page
from regie.office.pages.insight_words import WHOSE
from regie.office.pages.yearly_account import account_page
from regie.programme.queries import last_story


@requires(Permission.READ_INSIGHT)
@require_safe
def insight(request: StaffRequest) -> HttpResponse:
    """A year of one municipality, with a story of one young person above it."""
    places = _places(request)
    place = _asked(request, places)
    sight = sight_of(request.actor, place.pk)
    standing = request.today.year - (sight is Sight.GUARDED)
    year = _year(request.GET.get("jaar", standing), sight, request)
    page = insight_page(
        place,
        year,
        insight_of(request.actor, place, year=year),
        last_story(request.actor, place),
        sight=sight,
        years=years_shown(first_began(request.actor, place), sight, today=request.today),
    )
    form = PlaceForm(request.GET or None, places=places)
    return render(request, "office/insight.html", {"page": page, "form": form})


@requires(Permission.READ_INSIGHT)
@require_safe
def account(request: StaffRequest, account_year: int) -> HttpResponse:
    """A year to account for."""
    place = _asked(request, _places(request))
    sight = sight_of(request.actor, place.pk)
    year = _year(account_year, sight, request)
    page = account_page(place, year, account_of(request.actor, place, year=year), sight=sight)
    return render(request, "office/yearly_account.html", {"page": page})


@requires(Permission.READ_INSIGHT)
@require_safe
def account_file(request: StaffRequest, account_year: int) -> HttpResponse:
    """The same as CSV, as a spreadsheet opens it."""
    place = _asked(request, _places(request))
    sight = sight_of(request.actor, place.pk)
    year = _year(account_year, sight, request)
    told = account_of(request.actor, place, year=year)
    if told is None:
        raise Http404
    text = written_account(told, place=place.name, year=year, whose=WHOSE[sight])
    name = content_disposition_header(True, f"jaarverantwoording-{place.cbs_code}-{year.number}.csv")
    return HttpResponse(
        text.encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": name},
    )


def _places(request: StaffRequest) -> list[Municipality]:
    his = where_may(request.actor, Permission.READ_INSIGHT)
    return list(Municipality.objects.filter(pk__in=his).order_by("name"))


def _asked(request: StaffRequest, places: Sequence[Municipality]) -> Municipality:
    """The municipality in the address, or the first one; one that is not his does not exist for him."""
    code = request.GET.get("gemeente", places[0].cbs_code)
    for place in places:
        if place.cbs_code == code:
            return place
    raise Http404


def _year(asked: str | int, sight: Sight, request: StaffRequest) -> Year:
    """The year that was asked for; one that cannot be, or that he may not read yet, does not exist for him."""
    year = year_of(asked, today=request.today)
    if year is None or (sight is Sight.GUARDED and not year.is_over):
        raise Http404
    return year
