"""Which mail I want, and what became of the last ones."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, staff_only
from regie.entrance.forms.mail import MailForm
from regie.entrance.pages import mail_page
from regie.mailing.enums import MailKind
from regie.mailing.models import MailChoice
from regie.mailing.queries import mail_of

NONE, SOME = "Vastgelegd: u krijgt geen mail.", "Vastgelegd: zo krijgt u mail."


@staff_only
@require_http_methods(["GET", "POST"])
def mail(request: StaffRequest) -> HttpResponse:
    """My own choice; it holds from now on, also for a mail that waits to be sent."""
    mailed = mail_of(request.user, at=request.at)
    chosen = {"overview": MailKind.OVERVIEW in mailed.asked, "alarms": MailKind.ALARM in mailed.asked}
    form = MailForm.of(request, initial=chosen)
    made = form.attempt(
        lambda: MailChoice.choose(
            user=request.user,
            asked=form.asked,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, SOME if made.asked else NONE)
        return redirect("entrance:account")
    return render(request, "entrance/mail.html", {"form": form, "page": mail_page(mailed)})
