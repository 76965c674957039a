"""How a text reads for him: asked while somebody types, or on a page of its own. Nothing of it is kept or logged."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, staff_only
from regie.desk.forms.how_it_reads import HowItReadsForm
from regie.desk.pages.how_it_reads import FEW, Reader

ITS_FIELDS = "leest"  # the names of the fields of another form that he reads
BRIEFLY = "kort"  # only the hints are asked, to show them beside a field


# Every colleague, and so without a permission: what is typed on a page of work is kept when the session ends.
@staff_only
@require_http_methods(["GET", "POST"])
def how_it_reads(request: StaffRequest) -> HttpResponse:
    """Shows the hints for one text, or for each text of a form that he reads."""
    if BRIEFLY in request.POST:
        hints = Reader.of(request.actor, on=request.today).read(request.POST.get("text", ""), most=FEW)
        return render(request, "desk/hints.html", {"text": hints})
    names = request.POST.get(ITS_FIELDS, "").split()
    form = HowItReadsForm(request.POST if request.method == "POST" and not names else None)
    asked = ["text"] if form.is_valid() else names
    typed = [text for name in asked if (text := request.POST.get(name, "")).strip()]
    reader = Reader.of(request.actor, on=request.today) if typed else None
    texts = [reader.read(text) for text in typed] if reader else []
    page = {"form": form, "texts": texts, "nothing": asked and not typed}
    return render(request, "desk/how_it_reads.html", page)
