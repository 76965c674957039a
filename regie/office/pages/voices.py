"""What somebody says on a page, and the leave for it: what the pages say."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from regie.office.pages.programme import WithdrawPage, WritingPage, crumbs_of, url_of
from regie.programme.enums import BlockKind
from regie.programme.models import Intervention, Voice
from regie.programme.rules import heading_of
from regie.ui.parts import FormPage, Item
from regie.ui.words import moment

LEAD = "Het komt pas in een publicatie als wie het zegt akkoord is met precies deze woorden."
STORY_LEAD = (
    "Het komt pas in een publicatie als de jongere zelf het goed vindt. "
    "Wie hem begeleidt, legt dat vast; niet wie het schreef."
)


@dataclass(frozen=True)
class ApprovingPage(FormPage):
    """The words for which leave is given; `warning` when a story may be recognised among so few."""

    told: tuple[Item, ...] = ()
    warning: str = ""


def voice_page(intervention: Intervention, kind: str) -> WritingPage:
    """Words that are not on the page yet."""
    title = f"{heading_of(kind)} schrijven"
    return WritingPage(title, _lead(kind), crumbs_of(intervention, title), url_of(intervention))


def revoice_page(voice: Voice, versions: Iterable[Voice]) -> WritingPage:
    """Words that are written anew, with what stood there before; no query."""
    title = f"{heading_of(voice.kind)} bijwerken"
    return WritingPage(
        title,
        f"{_lead(voice.kind)} Andere woorden vragen opnieuw akkoord.",
        crumbs_of(voice.intervention, title),
        url_of(voice.intervention),
        before=tuple(map(_version, versions)),
        off_url=reverse("office:withdraw_voice", args=[voice.ref]),
    )


def withdrawing_voice_page(voice: Voice) -> WithdrawPage:
    """Words that go off the page."""
    title = f"{heading_of(voice.kind)} van de bladzijde halen"
    return WithdrawPage(
        title,
        "Wat al gepubliceerd is, blijft gepubliceerd. Publiceer daarna een nieuwe versie, of trek de oude in.",
        crumbs_of(voice.intervention, title),
        url_of(voice.intervention),
        submit="Van de bladzijde halen",
        told=(Item("Nu staat er", voice.words),),
    )


def approving_page(voice: Voice, *, small: bool) -> ApprovingPage:
    """Leave is written down."""
    title = "Akkoord vastleggen"
    warning = "Hier worden weinig jongeren begeleid. Ook zonder naam kan iemand hem herkennen."
    return ApprovingPage(
        title,
        "Lees de woorden eerst nog eens.",
        crumbs_of(voice.intervention, title),
        url_of(voice.intervention),
        told=(Item(voice.speaker or heading_of(voice.kind), voice.words),),
        warning=warning if small and voice.kind == BlockKind.STORY else "",
    )


def _lead(kind: str) -> str:
    return STORY_LEAD if kind == BlockKind.STORY else LEAD


def _version(one: Voice) -> Item:
    words = (
        "Van de bladzijde gehaald." if one.withdrawn else "\n".join(filter(None, (one.speaker, one.words)))
    )
    leave = ""
    if one.approved:
        leave = f"Akkoord vastgelegd door {one.approval.recorded_by_label}: {one.approval.how}"
    return Item(f"{moment(one.recorded_at)}, {one.recorded_by_label}", words, leave)
