"""On which number somebody can be called by those whom he guides: he says so himself."""

from datetime import datetime

from django.db import transaction

from regie.accounts.models import User
from regie.accounts.queries import works_in
from regie.accounts.rules import check_tells_number
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.telephone import clean_phone
from regie.privacy.actions import journal
from regie.privacy.enums import Verb


def tell_work_phone(user: User, *, phone: str, by: Actor, at: datetime) -> User:
    """From now on this number stands on paper for those whom he guides; empty: none. The same again is once.

    Raises NotAllowed for who is another or guides nobody, NotValid (field "phone") for what cannot be a number.
    """
    check_tells_number(by, user.pk, phone.strip())
    told = clean_phone(phone)
    with transaction.atomic():
        # Two screens at once: the second waits here and then finds what the first told.
        his = User.objects.select_for_update(no_key=True).get(pk=user.pk)
        if his.work_phone != told:
            his.work_phone = told
            his.save(update_fields=["work_phone"])
            for place in works_in(his, on=day(at)):
                journal(
                    Verb.WORK_PHONE_TOLD,
                    chain=place.cbs_code,
                    subject=his.ref,
                    fields=["work_phone"],
                    by=by,
                    at=at,
                )
    return his
