"""Brings who signed in to the page he needs most."""

from django.http import HttpResponse
from django.shortcuts import redirect

from regie.accounts.access import StaffRequest, signed_in
from regie.entrance.context import navigation


@signed_in
def home(request: StaffRequest) -> HttpResponse:
    """To his first place in the navigation, or to his own account when his role has no screens yet."""
    places = navigation(request.actor, request.path)
    return redirect(places[0].url if places else "entrance:account")
