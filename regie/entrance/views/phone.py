"""My number at work, for those whom I guide."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, staff_only
from regie.accounts.actions import tell_work_phone
from regie.base.telephone import written_phone
from regie.entrance.forms.phone import PhoneForm
from regie.entrance.pages import phone_page

NONE, TOLD = "Vastgelegd: er staat geen nummer op papier.", "Vastgelegd: dit nummer staat op papier."


@staff_only
@require_http_methods(["GET", "POST"])
def phone(request: StaffRequest) -> HttpResponse:
    """I alone say it; it stands on what is made from now on."""
    form = PhoneForm.of(request, initial={"phone": written_phone(request.user.work_phone)})
    told = form.attempt(
        lambda: tell_work_phone(
            request.user, phone=form.cleaned_data["phone"], by=request.actor, at=request.at
        )
    )
    if told:
        messages.success(request, TOLD if told.work_phone else NONE)
        return redirect("entrance:account")
    return render(request, "entrance/phone.html", {"form": form, "page": phone_page()})
