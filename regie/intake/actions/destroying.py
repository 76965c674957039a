"""A message is kept no longer than the approach says."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from regie.accounts.models import Municipality
from regie.approach.queries import approach_for
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.intake.models import Delivery, Message
from regie.privacy.actions import journal
from regie.privacy.enums import Verb


def destroy_messages(*, by: Actor, at: datetime) -> int:
    """Destroys every message that was decided on longer ago than its municipality keeps them, and says how many.

    What was confirmed stands in the file of the young person and stays. A message that nobody decided on stays too.
    The whole text goes with the first of its messages: it would tell of that one.
    """
    done = 0
    for municipality in Municipality.objects.order_by("pk"):
        try:
            term = approach_for(municipality, on=day(at)).message_term
        except NotNow:  # without an approach there is no term, and no message was received by it
            continue
        done += _destroy(municipality, before=at - timedelta(days=term), by=by, at=at)
    return done


def _destroy(municipality: Municipality, *, before: datetime, by: Actor, at: datetime) -> int:
    decided = Q(confirmation__recorded_at__lte=before) | Q(
        confirmation__isnull=True, handover__recorded_at__lte=before
    )
    with transaction.atomic():
        over = list(Message.objects.filter(decided, municipality=municipality).order_by("pk"))
        for message in over:
            chain = municipality.cbs_code
            journal(Verb.MESSAGE_DESTROYED, chain=chain, subject=message.ref, by=by, at=at)
        Message.objects.filter(pk__in=[message.pk for message in over]).delete()
        touched = Delivery.objects.filter(pk__in={message.delivery_id for message in over})
        touched.filter(messages__isnull=True).delete()
        touched.update(text=None, digest=None)
    return len(over)
