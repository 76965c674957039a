"""The floor: what Django, our middleware, five indexed queries and fifty rows cost at the least."""

from django.http import HttpResponse
from django.shortcuts import render

from regie.accounts.access import StaffRequest, signed_in
from regie.accounts.models import Municipality, Region, RoleGrant
from regie.persons.models import Person
from regie.trajectories.models import Assignment

URL = "/bodem/"
ROWS = 50


@signed_in
def floor(request: StaffRequest) -> HttpResponse:
    """Five queries by index, fifty rows; changing this page makes older figures incomparable."""
    grant = RoleGrant.objects.filter(user=request.user).first()
    assert grant
    place = Municipality.objects.get(pk=grant.municipality_id)
    region = Region.objects.get(pk=place.region_id)
    guided = Assignment.objects.filter(officer=request.user, until__isnull=True).count()
    people = Person.objects.filter(municipality=place).order_by("family_sound")
    rows = people.values_list("given_names", "family_name", "birth_date")[:ROWS]
    context = {"place": place, "region": region, "guided": guided, "rows": rows}
    return render(request, "floor.html", context)
