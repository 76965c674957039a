"""What they learned: telling it, telling it better, and taking it back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.detained_again import LessonForm
from regie.desk.pages.detention import correcting_page, telling_page, withdrawing_page
from regie.desk.pages.lessons import TITLE, described
from regie.desk.views.detention import guided
from regie.desk.views.standing import standing_fact
from regie.trajectories.models import Lesson
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What he says, and what his officer learned."""
    trajectory = guided(request, person_ref)
    form = LessonForm.of(request, initial={"happened_on": f"{request.today:%d-%m-%Y}"})
    if form.attempt(
        lambda: Lesson.tell(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{TITLE} vastgelegd.")
        return redirect("desk:person", person_ref)
    page = telling_page(trajectory.person, f"{TITLE} vastleggen")
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, lesson_ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, lesson_ref)
    initial = vars(told.account) | {"happened_on": f"{told.happened_on:%d-%m-%Y}"}
    form = LessonForm.of(request, initial=initial, version=told.pk)
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, f"{TITLE} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:person", told.trajectory.person.ref)
    page = correcting_page(told.trajectory.person, TITLE, reverse("desk:withdraw_lesson", args=[told.ref]))
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, lesson_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, lesson_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{TITLE} ingetrokken. In de geschiedenis blijft zij te lezen.")
        return redirect("desk:person", told.trajectory.person.ref)
    page = withdrawing_page(told.trajectory.person, TITLE, described(told))
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, lesson_ref: uuid.UUID) -> Lesson:
    """The one that stands and that he may see."""
    told: Lesson = standing_fact(request, Lesson.objects.current().visible_to(request.actor), lesson_ref)
    return told
