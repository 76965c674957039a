"""The scene of the matrix: two municipalities, somebody in every role in both, and the files of young people."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import product
from typing import Any

from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils.http import int_to_base36

from regie.accounts.enums import Role
from regie.accounts.models import Cover, RoleGrant, User
from regie.approach.models import Edition
from tests.cast import Cast, employ
from tests.factories import measures
from tests.factories.calendars import make as make_calendar
from tests.factories.colleagues import invite, review
from tests.factories.jottings import jot
from tests.factories.programme import parts as of_the_programme
from tests.isolation.addresses import Address
from tests.isolation.files import (
    File,
    doubted_file,
    guided_file,
    handed_over_file,
    map_file,
    message_file,
    open_file,
    redirected_file,
)
from tests.isolation.partners import involved_partners, link_to_try, seat_to_end
from tests.isolation.secrets import Hoard, Mint, Secret

HERE, THERE = "here", "there"
GUIDED_HERE, OPEN_HERE = "the young person guided here", "the open referral here"
DOUBTED_HERE, REDIRECTED_HERE = "the doubted referral here", "the redirected referral here"
MESSAGE_HERE, HANDED_OVER_HERE = "the message here", "the message for aftercare here"
MAP_HERE = "the social map here"
GUIDED_THERE, OPEN_THERE = "the young person guided there", "the open referral there"


@dataclass(frozen=True)
class Asked:
    """An address with its parts filled in; `file` is whose file it leads to, if anyone's."""

    address: Address
    url: str
    file: File | None


@dataclass(frozen=True)
class Scene:
    """Who works where (by role and place), whose files there are, and what else an address can name.

    `told` keeps the secrets of each page that somebody asked for, by who he is and the address.
    """

    at: datetime
    cast: Cast
    staff: dict[str, User]
    files: dict[str, File]
    other_parts: dict[str, Any]
    told: dict[tuple[str, str], list[Secret]] = field(default_factory=dict)

    @classmethod
    def build(cls, *, at: datetime) -> "Scene":
        """Everyone and everything in place."""
        cast, mint = Cast.assemble(at=at), Mint()
        places = {HERE: cast.here, THERE: cast.elsewhere}
        staff = {
            f"{role}-{name}": employ(f"{role}-{name}", role, where, at=at)
            for role, (name, where) in product(Role, places.items())
        }
        staff |= {"noor": cast.noor, "bas": cast.bas}
        guides = {HERE: cast.noor, THERE: cast.bas}
        files = [
            make(name, cast, officer=guides[place], where=places[place], at=at, mint=mint)
            for name, make, place in (
                (GUIDED_HERE, guided_file, HERE),
                (OPEN_HERE, open_file, HERE),
                (DOUBTED_HERE, doubted_file, HERE),
                (REDIRECTED_HERE, redirected_file, HERE),
                (MESSAGE_HERE, message_file, HERE),
                (HANDED_OVER_HERE, handed_over_file, HERE),
                (MAP_HERE, map_file, HERE),
                (GUIDED_THERE, guided_file, THERE),
                (OPEN_THERE, open_file, THERE),
            )
        ]
        cover = Cover.objects.select_related("substitute").get(officer=cast.noor)
        staff["substitute"] = cover.substitute
        others = _other_parts(cast, at=at) | {"cover_ref": cover.ref}
        others |= of_the_programme(cast, by=staff[f"{Role.PROGRAMME_MANAGER}-{HERE}"], at=at)
        named = {file.name: file for file in files}
        partners = involved_partners(named[GUIDED_HERE], cast, at=at)
        others |= link_to_try(named[GUIDED_HERE], cast, at=at) | seat_to_end(cast, at=at)
        return cls(at, cast, staff | partners, named, others)

    @cached_property
    def secrets(self) -> list[Secret]:
        """Every secret there is."""
        return [secret for file in self.files.values() for secret in file.secrets]

    @cached_property
    def hoard(self) -> Hoard:
        """The same, to look for in what is told."""
        return Hoard(self.secrets)

    def ways_to(self, address: Address) -> list[Asked]:
        """The address with its parts filled in: for every file that has those parts, or once when it needs none."""
        of_files = {part for file in self.files.values() for part in file.parts}
        unknown = set(address.parts) - of_files - set(self.other_parts)
        assert not unknown, (
            f"{address}: the matrix does not know what to put for {', '.join(sorted(unknown))}. Name it "
            "<model>_ref after a record in tests/isolation/files.py, or add it in tests/isolation/scene.py."
        )
        if not of_files & set(address.parts):
            return [_asked(address, None, self.other_parts)]
        return [asked for file in self.files.values() for asked in self._into(address, file)]

    def _into(self, address: Address, file: File) -> Iterator[Asked]:
        wanted = [part for part in address.parts if part not in self.other_parts]
        choices = [file.parts.get(part, ()) for part in wanted]
        for chosen in product(*choices):
            yield _asked(address, file, self.other_parts | dict(zip(wanted, chosen, strict=True)))


def _asked(address: Address, file: File | None, values: dict[str, uuid.UUID | Any]) -> Asked:
    url = reverse(address.name, kwargs={part: values[part] for part in address.parts})
    return Asked(address, url, file)


def _other_parts(cast: Cast, *, at: datetime) -> dict[str, Any]:
    """What stands in addresses besides the refs of a file: a passkey, a link, the local approach, an invitation, an indicator."""
    make_calendar(cast.noor, at=at)
    passkey = Authenticator.objects.create(user=cast.ada, type=Authenticator.Type.WEBAUTHN, data={})
    return {
        "pk": passkey.pk,
        "uidb36": int_to_base36(cast.noor.pk),
        "key": "verzonnen-sleutel",
        "provider_id": "gemeente",
        "edition_ref": Edition.objects.get(municipality=cast.here).ref,
        "municipality_code": cast.here.cbs_code,
        "setting_code": "age.oldest",
        "account_year": at.year,
        "rule": "first_contact",
        "occurrence": "referral",
        "criterion_code": "multi_problem",
        "circumstance_kind": "work",
        "application_kind": "support",
        "arrangement_list": "release",
        "item_code": "phone",
        "draft": "eerste-dag",
        "recipient_code": "zvh",
        "measured_at": "entry",
        "closure_reason": "died",
        "template_code": "id_inside",
        "user_ref": cast.ada.ref,
        "grant_ref": RoleGrant.objects.get(user=cast.ada).ref,
        "review_ref": review(cast, at=at).ref,
        "invitation_ref": invite(cast, at=at).invitation.ref,
        "invitation_code": "VERZONNEN-CODE",
        "calendar_token": "verzonnen-adres",
        "jotting_ref": jot(cast.noor, at=at).ref,
        **measures.told(cast, at=at),
    }
