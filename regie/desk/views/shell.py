"""The page for writing without a network, the worker that keeps it on a telephone, and Regie on its home screen."""

import json
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from regie.accounts.access import everyone
from regie.desk.forms.jottings import JottingForm
from regie.desk.pages.shell import FOLDER, manifest_of, shell_page, version_of

PAGE = "desk/shell.html"


@everyone
@require_safe
def shell(request: Any) -> HttpResponse:
    """The same for who is signed in and who is not: what is typed here, a script seals."""
    return render(request, PAGE, {"page": shell_page(), "form": JottingForm()})


@everyone
@require_safe
def worker(request: Any) -> HttpResponse:
    """Names the page, its files and their version, and loads the script that keeps them, and nothing else."""
    page = shell_page()
    drawn = render_to_string(PAGE, {"page": page, "form": JottingForm()})
    told = {"version": version_of(drawn, page), "page": page.url, "files": page.files}
    script = json.dumps(static(f"{FOLDER}/worker.js"))
    body = f"self.shell = {json.dumps(told)};\nimportScripts({script});\n"
    return HttpResponse(
        body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"}
    )


@everyone
@require_safe
def manifest(request: Any) -> HttpResponse:
    """What a telephone asks to put Regie on its home screen."""
    return JsonResponse(manifest_of(shell_page()), content_type="application/manifest+json")
