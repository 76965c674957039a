"""Which pictogram stands for what a fact can be; what each one means is told in ui/pictograms.py."""

from regie.contacts.enums import ContactKind
from regie.trajectories.enums import AttemptKind

CONTACT = {
    ContactKind.PRISON_VISIT: "prison",
    ContactKind.VIDEO_VISIT: "video",
    ContactKind.PHONE: "phone",
    ContactKind.MESSAGE: "device-mobile-message",
    ContactKind.HOME_VISIT: "door-enter",
    ContactKind.MEETING: "messages",
}
ATTEMPT = {
    AttemptKind.CALLED: "phone",
    AttemptKind.MESSAGE: "device-mobile-message",
    AttemptKind.VISITED: "door-enter",
    AttemptKind.FAMILY: "users",
    AttemptKind.ORGANISATION: "building",
    AttemptKind.OTHER: "search",
}
