"""What the pages of Regie are about when every address is visited."""

from datetime import date, datetime, timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from regie.accounts.models import Absence, Cover, RoleGrant
from regie.approach.models import Edition
from regie.base.clock import day, now
from regie.detention.enums import LeaveKind, OpenSanctionKind, SafetyGround, SpecialConditionKind, Title
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.detention.rules import LeaveAccount
from regie.partners.actions import merge_listings
from regie.partners.models import Merge
from regie.persons.rules import Identity
from regie.trajectories.actions import Redirecting, ask_exception, redirect_referral, tell_detention
from regie.trajectories.enums import Knew
from regie.trajectories.models import Referral, Trajectory, Waiver
from tests.architecture.barriers import in_his_way
from tests.architecture.partners import asked_of_partners, partner
from tests.architecture.passkey import give_passkey
from tests.architecture.rising import what_rises
from tests.cast import Cast
from tests.factories import (
    endings,
    first_days,
    handing_over,
    losses,
    measures,
    others,
    people,
    programme,
)
from tests.factories.calendars import make as make_calendar
from tests.factories.colleagues import invite, review
from tests.factories.jottings import jot
from tests.factories.messages import START, come_in
from tests.factories.partners import organisation, professional
from tests.pinned import appointments
from tests.pinned import plan as planned

SECRET = "A" * 32
LINA = Identity("Lina", "van der Berg")


def furnish(cast: Cast, *, at: datetime) -> dict[str, Any]:
    """Makes what the pages are about, and tells what fills the open places in the addresses."""
    trajectory = people.guide(cast, at=at)
    for user in (cast.noor, cast.sem):
        TOTP.activate(user, SECRET)
    RecoveryCodes.activate(cast.noor)
    invited = invite(cast, at=now())  # its code works for a week
    programme.keep_too(cast.wil, cast, at=at)
    return {
        "person_ref": trajectory.person.ref,
        "contact_ref": people.meet(trajectory, by=cast.noor, at=at).ref,
        "referral_ref": people.refer(cast, at=at, who=LINA).ref,
        "rule": "first_contact",
        "occurrence": "referral",
        **_told(trajectory, cast, at=at),
        "desk:reopen_referred": {"referral_ref": _referred_again(cast, at=at).ref},
        **_detained(trajectory, cast, at=at),
        "pk": give_passkey(cast.noor, "Sleutel").pk,
        "cover_ref": _covered(cast, at=at).ref,
        "uidb36": user_pk_to_url_str(cast.ada),
        "key": default_token_generator.make_token(cast.ada),
        "provider_id": "gemeente",
        "edition_ref": Edition.objects.get(municipality=cast.here).ref,
        "municipality_code": cast.here.cbs_code,
        "setting_code": "age.oldest",
        "account_year": at.year - 1,
        **_out(cast, at=at),
        "criterion_code": "multi_problem",
        "desk:letters": {"referral_ref": _redirected(cast, at=at).ref},
        "waiver_ref": _doubted(cast, at=at).ref,
        "organisation_ref": organisation(cast, at=at).ref,
        "merge_ref": _merged(cast, at=at).ref,
        "professional_ref": professional(cast, at=at).ref,
        "message_ref": come_in(START, cast, at=at)[0].ref,
        "user_ref": cast.noor.ref,
        "grant_ref": RoleGrant.objects.get(user=cast.noor).ref,
        "review_ref": review(cast, at=at).ref,
        "invitation_ref": invited.invitation.ref,
        "invitation_code": invited.code,
        **_agreed(trajectory, cast, at=at),
        "calendar_token": make_calendar(cast.noor, at=at).token,
        "jotting_ref": jot(cast.noor, at=at).ref,
        **programme.parts(cast, by=cast.wil, at=at),
        **measures.told(cast, at=at),
        **partner(trajectory, cast, at=at),
    }


def _agreed(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """An appointment that is to come, and of the one that was how it went."""
    agreed = appointments.agreed(trajectory, cast, at=at)
    went = "desk:withdraw_appointmentoutcome"
    return appointments.parts(agreed, "") | {went: appointments.parts(agreed, went)}


def _told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his road."""
    return {
        "turningpoint_ref": people.turn(trajectory, by=cast.noor, at=at).ref,
        "circumstance_ref": people.situate(trajectory, by=cast.noor, at=at).ref,
        "circumstance_kind": "benefit",
        "application_ref": people.ask(trajectory, by=cast.noor, at=at).ref,
        "application_kind": "debt_help",
        "arrangement_ref": people.arrange(trajectory, by=cast.noor, at=at).ref,
        "arrangement_list": "release",
        "item_code": "phone",
        "draft": "eerste-dag",
        "recipient_code": "zvh",
        "disclosure_ref": people.disclose(trajectory, by=cast.noor, at=at).ref,
        **others.told(trajectory, by=cast.noor, at=at),
        **asked_of_partners(trajectory, by=cast.noor, at=at),
        **in_his_way(trajectory, by=cast.noor, at=at),
        **what_rises(trajectory, by=cast.noor, at=at),
        "casemanager_ref": people.name_casemanager(trajectory, by=cast.noor, at=at).ref,
        "lesson_ref": people.learn(trajectory, by=cast.noor, at=at).ref,
        "outofsight_ref": losses.lose(trajectory, by=cast.noor, at=at).ref,
        "attempt_ref": losses.look(trajectory, by=cast.noor, at=at).ref,
        "backinsight_ref": losses.find(trajectory, by=cast.noor, at=at).ref,
        **planned.told(trajectory, cast, at=at),
        "closure_reason": "goals_reached",
        "closure_ref": endings.close(trajectory, by=cast.noor, at=at).ref,
    }


def _out(cast: Cast, *, at: datetime) -> dict[str, Any]:
    """Tom came out: a call, a night, and that his first days are done; of somebody else no page is his."""
    his = people.guide(cast, at=at, who=Identity("Tom", "Vos", date(2004, 5, 6)))
    first_days.free(his, by=cast.noor, at=at)
    told = {"by": cast.noor, "at": at}
    out = {
        "call_ref": first_days.call(his, **told).ref,
        "night_ref": first_days.sleep(his, **told).ref,
        "firstdaysdone_ref": first_days.settle(his, **told).ref,
    }
    pages = ("first_hours", "tell_night", "tell_first_days_done", "still_inside")
    return _handed_over(cast) | out | {f"desk:{name}": {"person_ref": his.person.ref} for name in pages}


def _handed_over(cast: Cast) -> dict[str, Any]:
    """Kai goes to another officer tomorrow; of somebody else no page is his."""
    told = handing_over.handed_over(cast, at=now())
    his = {"person_ref": told.trajectory.person.ref}
    return {"transfer_ref": told.ref, "desk:transfer": his, "desk:tell_transfer": his}


def _referred_again(cast: Cast, *, at: datetime) -> Referral:
    """Somebody whose guidance was closed is referred again."""
    before = people.guide(cast, at=at, who=Identity("Bo", "Caris"))
    endings.agree(endings.close(before, by=cast.noor, at=at), by=cast.fatima, at=at)
    return people.refer(cast, at=at, who=before.person)


def _merged(cast: Cast, *, at: datetime) -> Merge:
    """Two entries of the social map that were one."""
    kept, gone = (organisation(cast, "Politie", at=at) for _ in range(2))
    return merge_listings(kept=kept, gone=gone, by=cast.noor.acting(at), at=at)


def _detained(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """A stay, a sentence, a release date of his, and what is around him."""
    accounts = {
        "stay_ref": StayAccount("PI Sittard"),
        "sentence_ref": SentenceAccount(Title.PRISON),
        "releasedate_ref": ReleaseAccount(day(at)),
        "hearing_ref": HearingAccount(day(at)),
        "supervision_ref": SupervisionAccount("Reclassering Nederland"),
        "specialcondition_ref": SpecialConditionAccount(SpecialConditionKind.ANKLE_TAG),
        "opensanction_ref": OpenSanctionAccount(OpenSanctionKind.FINE),
        "leave_ref": LeaveAccount(LeaveKind.SHORT, "Een ID aanvragen."),
        "safetynote_ref": SafetyNoteAccount("Kom met zijn tweeën.", SafetyGround.WARNING, day(at)),
    }
    return {
        part: tell_detention(
            trajectory=trajectory, account=account, source="Politie", by=cast.noor.acting(at), at=at
        ).ref
        for part, account in accounts.items()
    }


def _covered(cast: Cast, *, at: datetime) -> Cover:
    """Sem covers for Noor."""
    back = day(at) + timedelta(days=7)
    absence = Absence(cast.noor, cast.here, cast.sem, day(at), back)
    return Cover.arrange(absence, by=cast.noor.acting(at), at=at)


def _doubted(cast: Cast, *, at: datetime) -> Waiver:
    """An exception that waits for a second person."""
    referral = people.refer(cast, at=at, who=Identity("Kai", "Alders"))
    people.weigh(referral, by=cast.noor, at=at)
    return ask_exception(
        referral=referral, criterion="age", reason="Past toch.", by=cast.noor.acting(at), at=at
    )


def _redirected(cast: Cast, *, at: datetime) -> Referral:
    """A referral that went to regular aftercare, with letters."""
    referral = people.refer(cast, at=at, who=Identity("Ali", "Bakker"))
    letters = Redirecting("Genoeg aan nazorg.", Knew.YES, "Geachte heer,", "Beste Ali,")
    redirect_referral(referral=referral, redirecting=letters, by=cast.noor.acting(at), at=at)
    return referral
