"""Most messages are not for the officer: they go to regular aftercare."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.intake.models import HandOver, Message
from regie.privacy.actions import journal
from regie.privacy.enums import Verb


def hand_over_messages(messages: Iterable[Message], *, by: Actor, at: datetime) -> int:
    """Hands messages over to aftercare, and says how many; handed over twice is once.

    Nobody gets a letter: who asked nothing is told nothing. Who screens can still take one back, by confirming it.
    Raises NotAllowed, or NotNow when one is in a file already; then none is handed over.
    """
    chosen = sorted(messages, key=lambda message: message.pk)
    for message in chosen:
        message.check_screened_by(by)
    done = 0
    with transaction.atomic():
        keys = [message.pk for message in chosen]
        locked = Message.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=keys)
        for message in locked.select_related("municipality").order_by("pk"):
            message.check_unfiled()
            if HandOver.objects.filter(message=message).exists():
                continue
            HandOver.objects.create(message=message, **HandOver.stamp(by=by, at=at))
            chain = message.municipality.cbs_code
            journal(Verb.MESSAGE_HANDED_OVER, chain=chain, subject=message.ref, by=by, at=at)
            done += 1
    return done
