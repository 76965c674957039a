"""The story that may be told of a programme."""

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.programme.enums import BlockKind
from regie.programme.models import Voice


def last_story(viewer: Actor, place: Municipality) -> Voice | None:
    """The story for which leave was given last, of those whose programme he may read; None while there is none.

    One query.
    """
    told = Voice.objects.current().visible_to(viewer)
    stories = told.filter(kind=BlockKind.STORY, intervention__municipality=place, approval__isnull=False)
    found: Voice | None = stories.select_related("intervention").order_by("-approval__recorded_at").first()
    return found
