"""What messages tell a page, within what its viewer may see."""

import uuid
from datetime import date

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.approach.queries import approach_for
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.detention.models import Stay
from regie.detention.queries import stays_told
from regie.detention.rules import latest
from regie.intake.models import Confirmation, Message
from regie.intake.models.message import MessageQuerySet
from regie.intake.rules import born_within
from regie.partners.queries import facilities
from regie.persons.models import Person
from regie.privacy.enums import AccessGround
from regie.recognition.rules import PersonReading, read


def waiting_messages(viewer: Actor, *, on: date) -> MessageQuerySet:
    """The messages that wait for a decision; whose age can fit the approach first."""
    visible = Message.objects.visible_to(viewer).open().select_related("delivery")
    first = Message.objects.visible_to(viewer).open().select_related("municipality").first()
    return visible.in_order_of_fit(_born(first, on=on))


def any_wait(viewer: Actor) -> bool:
    """Whether a message waits for a decision within what this viewer may see; one query."""
    return Message.objects.visible_to(viewer).open().exists()


def _born(message: Message | None, *, on: date) -> tuple[date, date]:
    """By the approach of where the messages are; without one everybody may fit."""
    try:
        approach = approach_for(message.municipality, on=on) if message else None
    except NotNow:
        approach = None
    return born_within(approach.youngest, approach.oldest, on=on) if approach else (date.min, date.max)


def messages_for_aftercare(viewer: Actor) -> MessageQuerySet:
    """The messages that were handed over to aftercare, the last one first."""
    return Message.objects.visible_to(viewer).handed_over().order_by("-handover__recorded_at", "-pk")


def reading_of(message: Message, *, on: date) -> PersonReading:
    """What is recognised in a message; a line of a list that could not be read tells nothing."""
    if not message.problem:
        people = read(message.text, facilities=facilities(), today=on).people
        if len(people) == 1:
            return people[0]
    lines = message.text.splitlines()
    return PersonReading(message.text, None, {}, tuple(n for n, line in enumerate(lines) if line.strip()))


def stay_left(person: Person, left_on: date) -> Stay | None:
    """The stay that he left when he was free that day: the last one, or, when that began later, the one before it.

    One that ends that very day goes before both. None when we know of none.
    """
    stays = stays_told(person)
    same = next((stay for stay in stays if stay.left_on == left_on), None)
    if same is not None or not stays:
        return same
    facts = [stay.facts for stay in stays]
    last = latest(facts, on=date.max)
    assert last is not None
    if (entered_on := stays[last].entered_on) and left_on < entered_on:
        before = latest(facts, on=left_on)
        last = last if before is None else before
    return stays[last]


def other_free_day(person: Person, left_on: date) -> date | None:
    """Since which other day the file says that he is free, beside a message that names this one."""
    stay = stay_left(person, left_on)
    return stay.left_on if stay and stay.left_on != left_on else None


def whole_text(message: Message, *, viewer: Actor) -> str:
    """All that came in with a message, for who may see every message in it.

    Empty when this message is all of it, or a line of a list.
    """
    came, own = _lines(message.delivery.text), _lines(message.text)
    if own == came or message.problem or set(own) - set(came):
        return ""
    together = Message.objects.filter(delivery=message.delivery_id)
    hidden = together.exclude(pk__in=Message.objects.visible_to(viewer).values("pk")).exists()
    return "" if hidden else message.delivery.text


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def filed_by(message_ref: uuid.UUID, *, viewer: Actor) -> Confirmation | None:
    """Who confirmed a message that this viewer screened, and when; for who comes too late."""
    found = Confirmation.objects.filter(message__ref=message_ref).select_related("message").first()
    screens = found and may(viewer, Permission.SCREEN_REFERRALS, found.message.municipality_id)
    return found if screens else None


def ground_of_message(message: Message, *, viewer: Actor) -> AccessGround:
    """Why this viewer may read this message."""
    screens = may(viewer, Permission.SCREEN_REFERRALS, message.municipality_id)
    return AccessGround.SCREENING if screens else AccessGround.AFTERCARE
