"""The plan that a young person of the demo makes with his officer, from his first wish to what he does himself."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from regie.approach.enums import StepActor
from regie.base.clock import day
from regie.demo.agreeing import agreed
from regie.demo.case import Case
from regie.demo.stories import STORIES, Story
from regie.plans.actions import set_goal
from regie.plans.enums import (
    AmountAnswer,
    Closeness,
    Company,
    Consent,
    Doer,
    Eye,
    Influence,
    Lasts,
    PaperKind,
    Presence,
    PromisedBy,
    RestsOn,
    Retold,
    SaidBy,
    StepState,
    Weekday,
    WishOutcome,
)
from regie.plans.models import (
    Agreement,
    Authorisation,
    Debt,
    Doing,
    DomainReading,
    NetworkMember,
    Paper,
    Row,
    Step,
    StepMark,
    TakenOver,
    Talent,
    WeekSlot,
    Wish,
    WishFollowUp,
)
from regie.plans.queries import agreements_of
from regie.plans.rules import (
    AgreementAccount,
    AuthorisationAccount,
    DebtAccount,
    DoingAccount,
    DomainReadingAccount,
    Given,
    GoalAccount,
    NetworkAccount,
    PaperAccount,
    Promised,
    ReadingAccount,
    SlotAccount,
    StepAccount,
    StepMarkAccount,
    TakenOverAccount,
    TalentAccount,
    WishAccount,
    WishFollowUpAccount,
)

Act = Callable[[Case, datetime], None]
WEEK = timedelta(weeks=1)


def planned(accepted: int | None, turn: int, inside_on: Callable[[int], bool]) -> Iterator[tuple[int, Act]]:
    """What was told of his plan, each so many days after he was taken on, as far as that lies behind us."""
    if accepted is None:
        return
    story, place = STORIES[turn % len(STORIES)], partial(_place, inside_on)
    acts: tuple[tuple[int, Act], ...] = (
        (10, partial(_wants, story, place(accepted - 10))),
        (14, partial(_knows, story)),
        (21, partial(_aims, story)),
        (24, partial(_says_how_it_goes, "with_difficulty")),
        (26, partial(_owes, story)),
        (27, partial(_keeps_the_letter, story)),
        (28, partial(_agrees, story)),
        (30, partial(_hands_over, story)),
        (50, partial(_steps_on, 0)),
        (75, partial(_does, Doer.TOGETHER, "We deden het samen.")),
        (90, partial(_steps_on, 1)),
        (110, _asked_again),
        (130, partial(_says_how_it_goes, "varying")),
        (150, partial(_does, Doer.WATCHED, "Hij belt, ik zit ernaast.")),
        (210, partial(_does, Doer.HIMSELF, "Ik doe het nu zelf.")),
    )
    for after, act in acts:
        if accepted - after >= 0:
            yield accepted - after, act
    if accepted >= 60 and not inside_on(0):
        yield 20, partial(_is_there, story)
    yield from agreed(accepted, turn, inside_on)


def _place(inside_on: Callable[[int], bool], days_ago: int) -> str:
    return "Op bezoek in de inrichting" if inside_on(days_ago) else "Bij hem thuis"


def _told(case: Case, at: datetime) -> dict[str, Any]:
    return {"trajectory": case.guided, "by": case.officer.acting(at), "at": at}


def _wants(story: Story, place: str, case: Case, at: datetime) -> None:
    told = _told(case, at)
    Wish.tell(account=WishAccount(day(at), story.wish, place), **told)
    Talent.tell(account=TalentAccount(day(at), story.talent, SaidBy.OFFICER), **told)


def _knows(story: Story, case: Case, at: datetime) -> None:
    name, tie, helps = story.helper
    near: dict[str, Any] = {"closeness": Closeness.NEAR, "influence": Influence.SUPPORTS, "helps_with": helps}
    NetworkMember.tell(account=NetworkAccount(day(at), name, tie, **near), **_told(case, at))


def _aims(story: Story, case: Case, at: datetime) -> None:
    domain, title = story.domain
    wish = Wish.objects.of(case.guided).current().first()
    account = GoalAccount(day(at), story.goal, domain, title, wish_id=wish.pk if wish else None)
    actors = (StepActor.OFFICER, StepActor.YOUNG_PERSON, StepActor.OFFICER)
    steps = [
        StepAccount(day(at), words, actor, due_on=day(at) + (4 + 6 * number) * WEEK)
        for number, (words, actor) in enumerate(zip(story.steps, actors, strict=True))
    ]
    set_goal(account=account, steps=steps, **_told(case, at))


def _steps_on(number: int, case: Case, at: datetime) -> None:
    """One more step is done."""
    step = Step.objects.of(case.guided).current().order_by("pk")[number]
    account = StepMarkAccount(day(at), "")
    StepMark.tell(account=account, step=step, state=StepState.DONE, **_told(case, at))


def _owes(story: Story, case: Case, at: datetime) -> None:
    creditor, kind, amount = story.creditor
    answer = AmountAnswer.UNKNOWN if amount is None else AmountAnswer.KNOWN
    reading = ReadingAccount(day(at), amount_known=answer, amount=amount)
    Debt.tell(account=DebtAccount(day(at), creditor, kind), reading=reading, **_told(case, at))


def _keeps_the_letter(story: Story, case: Case, at: datetime) -> None:
    """What his creditor wrote, as a file."""
    creditor, _, amount = story.creditor
    asks = "Het bedrag volgt nog." if amount is None else f"Het gaat om {amount} euro."
    letter = f"VERZONNEN BRIEF, voor de demonstratie.\n\n{creditor}\n\n{asks}\nNeem contact met ons op.\n"
    account = PaperAccount(day(at), PaperKind.LETTER, given_by=creditor, dated_on=day(at) - WEEK)
    Paper.tell(given=Given("brief.txt", letter.encode()), account=account, **_told(case, at))


def _agrees(story: Story, case: Case, at: datetime) -> None:
    his, ours = story.promises
    promises = (Promised(PromisedBy.YOUNG_PERSON, "", his), Promised(PromisedBy.OFFICER, "", ours))
    account = AgreementAccount(
        day(at),
        promises,
        Consent.AGREED,
        Presence.IN_PERSON,
        retold=Retold.TOLD,
        retold_words=story.retold,
        again_on=_later(day(at), 26),
    )
    last = next(iter(agreements_of(case.guided)), None)
    Agreement.tell(account=account, follows_id=last.pk if last else None, **_told(case, at))


def _later(on: date, weeks: int) -> date:
    return on + weeks * WEEK


def _hands_over(story: Story, case: Case, at: datetime) -> None:
    told, (party, scope) = _told(case, at), story.mandate
    until = _later(day(at), 104)
    leave = Authorisation.tell(
        account=AuthorisationAccount(day(at), party, scope, Lasts.UNTIL_DAY, day(at), until), **told
    )
    account = TakenOverAccount(
        day(at),
        story.taken_over,
        "Van brieven en telefoon krijgt hij nu te veel stress.",
        rests_on=RestsOn.AUTHORISATION,
        authorisation=leave.ref,
    )
    TakenOver.tell(account=account, **told)


def _does(doer: Doer, words: str, case: Case, at: datetime) -> None:
    """His own share grows."""
    taken = TakenOver.objects.of(case.guided).current().get()
    Doing.tell(account=DoingAccount(day(at), doer, words), thing=taken.ref, **_told(case, at))


def _asked_again(case: Case, at: datetime) -> None:
    wish = Wish.objects.of(case.guided).current().order_by("pk")[0]
    account = WishFollowUpAccount(day(at), WishOutcome.STILL, "Ja. Nu nog meer dan toen.")
    WishFollowUp.tell(account=account, wish=wish, **_told(case, at))


def _says_how_it_goes(level: str, case: Case, at: datetime) -> None:
    rows = [
        Row({"domain": domain}, DomainReadingAccount(day(at), Eye.HIMSELF, level=level, words=words))
        for domain, words in (
            ("housing", "Ik slaap slecht hier."),
            ("finances_and_debts", "Ik weet niet wat ik schuldig ben."),
        )
    ]
    DomainReading.tell_together(rows=rows, **_told(case, at))


def _is_there(story: Story, case: Case, at: datetime) -> None:
    kind, words = story.weekly
    for weekday in (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.THURSDAY):
        company = Company.OFFICER if weekday is Weekday.MONDAY else Company.ALONE
        account = SlotAccount(day(at), weekday, time(9), time(13), kind, words, company=company)
        WeekSlot.tell(account=account, **_told(case, at))
