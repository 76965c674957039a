"""A text comes in, and becomes a message for each young person in it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.intake.models import Delivery, Message
from regie.intake.rules import BIJ, check_received
from regie.partners.queries import facilities
from regie.privacy.actions import journal
from regie.privacy.enums import Verb
from regie.recognition.rules import (
    Part,
    PersonReading,
    check_text,
    is_bij,
    looks_like_a_list,
    read,
    read_row,
    rows_of,
)

Facilities = Mapping[str, Sequence[str]]
SEEN_BEFORE = "Dit bericht is al eerder binnengekomen. Er is niets dubbel gemaakt."


def receive(
    text: str, *, sender: str, received_on: date, municipality: Municipality, by: Actor, at: datetime
) -> list[Message]:
    """Keeps what came in, as one message for each young person in it: one entry in the journal a message.

    A line of a list that cannot be read is a message too, and says why. Raises NotAllowed; NotValid for a text that
    holds no message or may not be kept; NotNow for a text that came in before.
    """
    check_may(by, Permission.SCREEN_REFERRALS, municipality.pk)
    check_received(received_on, on=day(at))
    text = check_text(text)
    if is_bij(text):
        raise NotValid(BIJ, field="text")
    people = _read(text, facilities(), on=day(at))
    with transaction.atomic():
        # Two officers with one text: the second waits here, and then finds that it came in.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        if Delivery.objects.filter(municipality=municipality, digest=Delivery.digest_of(text)).exists():
            raise NotNow(SEEN_BEFORE)
        stamp = Message.stamp(by=by, at=at)
        delivery = Delivery.objects.create(
            municipality=municipality, sender=sender, received_on=received_on, text=text, **stamp
        )
        made = [_message(delivery, number, said, stamp) for number, said in enumerate(people, start=1)]
        Message.objects.bulk_create(made, batch_size=200)
        for message in made:
            chain = municipality.cbs_code
            journal(Verb.MESSAGE_RECEIVED, chain=chain, subject=message.ref, fields=["text"], by=by, at=at)
    return made


Said = PersonReading | tuple[str, str]  # what was read; or a line as it stands, and why it cannot be read


def _read(text: str, known: Facilities, *, on: date) -> list[Said]:
    """What is said of each person."""
    if not looks_like_a_list(text):
        return list(read(text, facilities=known, today=on).people)
    table = rows_of(text)
    rows = zip(table.rows, table.raw, strict=True)
    read_rows = [(read_row(table.header, row, facilities=known, today=on), raw) for row, raw in rows]
    return [(raw, said) if isinstance(said, str) else said for said, raw in read_rows]


def _message(delivery: Delivery, number: int, said: Said, stamp: dict[str, object]) -> Message:
    values: dict[str, object] = (
        {"text": said[0], "problem": said[1]} if isinstance(said, tuple) else _shown(said)
    )
    return Message(
        delivery=delivery, municipality_id=delivery.municipality_id, number=number, **values, **stamp
    )


def _shown(said: PersonReading) -> dict[str, object]:
    """What a list shows of it."""
    found = {part: finding.value for part, finding in said.findings.items()}
    names = [found.get(part) for part in (Part.GIVEN_NAMES, Part.FAMILY_NAME)]
    return {
        "text": said.text,
        "name": " ".join(str(name) for name in names if name)[:200],
        "birth_date": found.get(Part.BIRTH_DATE),
        "place": str(found.get(Part.PLACE, ""))[:80],
        "kind": said.kind or "",
    }
