"""Publishing a plan page: what everyone may read of it, kept as it was that day."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.submissions import once
from regie.programme.models import Intervention, InterventionHalt, PublishedPage
from regie.programme.queries import content_of, smallest_shown
from regie.programme.rules import differing, document, fingerprint, numbers_in, on_paper, sections_in
from regie.sheets.making import Heading, make

EMPTY = "Er staat nog niets op de bladzijde."
SAME = "Er is niets gewijzigd sinds versie {0}. Een nieuwe versie is niet nodig."
MEANWHILE = "De bladzijde is intussen gewijzigd. Kijk eerst hieronder wat er nu komt te staan."


@dataclass(frozen=True)
class Draft:
    """What would be published now, its fingerprint, the last version, and under which headings something changed."""

    document: dict[str, Any]
    fingerprint: str
    last: PublishedPage | None
    changed: tuple[str, ...]

    @property
    def version(self) -> int:
        """Which version it becomes."""
        return self.last.version + 1 if self.last else 1


def draft_of(intervention: Intervention, *, on: date) -> Draft:
    """The page as everyone would read it: whoever looks, what tells of few people is hidden, also between versions."""
    versions = PublishedPage.objects.filter(intervention=intervention).defer("pdf").newest_first()
    earlier = list(versions)
    content = content_of(
        intervention,
        on=on,
        smallest=smallest_shown(intervention, on),
        before=[numbers_in(one.document) for one in earlier],
        only_approved=True,
    )
    place = intervention.municipality
    told = document(
        content.sections,
        municipality={"name": place.name, "cbsCode": place.cbs_code},
        intervention={"code": intervention.code, "name": intervention.name},
    )
    last = earlier[0] if earlier else None
    changed = differing(last.document if last else None, told)
    return Draft(told, fingerprint(told), last, tuple(changed))


def publish(
    intervention: Intervention,
    *,
    changes: str,
    looked_at: str,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> PublishedPage:
    """Everyone reads the page from now on as it is now; one sending is once.

    `looked_at` is the fingerprint of what he looked at. Raises NotAllowed, NotValid (nothing to publish, nothing
    changed, no words on what changed), or NotNow when it stopped, or the page became another meanwhile.
    """
    intervention.check_kept_by(by)

    def made() -> PublishedPage:
        with transaction.atomic():
            intervention.hold()
            InterventionHalt.check_running(intervention, on=day(at))
            draft = draft_of(intervention, on=day(at))
            _check(draft, changes=changes, looked_at=looked_at)
            return PublishedPage.add(
                intervention=intervention,
                document=draft.document,
                pdf=paper_of(draft, intervention, at=at),
                version=draft.version,
                changes=changes,
                submission=submission,
                by=by,
                at=at,
            )

    return once(PublishedPage, submission, made)


def paper_of(draft: Draft, intervention: Intervention, *, at: datetime) -> bytes:
    """The same on paper, to be read aloud and kept."""
    place = intervention.municipality.name
    heading = Heading(intervention.name, place, f"de programmamanager van {place}", at)
    content = {
        "version": f"Versie {draft.version}",
        "parts": [on_paper(section) for section in sections_in(draft.document)],
    }
    return make("plan_page", content, heading)


def _check(draft: Draft, *, changes: str, looked_at: str) -> None:
    if not draft.document["sections"]:
        raise NotValid(EMPTY)
    if draft.last and draft.last.stands and not draft.changed:
        raise NotValid(SAME.format(draft.last.version))
    if looked_at != draft.fingerprint:
        raise NotNow(MEANWHILE)
    if not changes.strip():
        raise NotValid("Vertel in gewone woorden wat er nieuw is.", field="changes")
