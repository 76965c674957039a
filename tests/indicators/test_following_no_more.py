"""Rosa follows an indicator no more, and takes it up again; its figures stay, and no figures come meanwhile."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.halts import halted
from regie.indicators.actions import bring_figures, preview_figures
from regie.indicators.enums import Way
from regie.indicators.models import Indicator, IndicatorHalt, Observation
from regie.indicators.rules import read_figures
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import sign_in
from tests.factories.measures import account, define, end, indicator, observe, resume

ENDED = "Deze indicator wordt niet meer gevolgd sinds"
LINES = "periode;gebied;uitgave;bron;waarde\n2022;NL;2024;CBS;3"


@pytest.fixture
def one(cast, now) -> Indicator:
    """What Rosa measures by, with a figure."""
    found = indicator(cast, at=now)
    observe(define(found, cast, at=now), cast, at=now)
    return found


def address(one: Indicator, name: str = "halt_indicator") -> str:
    return reverse(f"office:{name}", args=[one.ref])


def sent(client, url: str, **typed: object) -> dict[str, object]:
    """The form as it was given, with these words."""
    form = client.get(url).context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None} | typed


class TestItWorks:
    def test_it_stands_apart_and_its_figures_stay(self, rosa, noor, one):
        url = address(one)
        page = rosa.post(url, sent(rosa, url, reason="Het plan meet anders."), follow=True).content.decode()
        for words in ("Vastgelegd.", "Niet meer gevolgd sinds", "Het plan meet anders.", "16,9%"):
            assert words in page
        for gone in ("Cijfer invoeren", "Cijfers inlezen", "Nieuwe definitie"):
            assert gone not in page
        found = noor.get(reverse("office:indicators")).context["page"]
        assert not found.tables
        assert [cell.text for cell in found.ended[0]][::2] == [one.name, "Het plan meet anders."]
        text = noor.get(reverse("office:indicators")).content.decode()
        assert "Niet meer gevolgd</summary>" in text
        assert "Er zijn nog geen indicatoren" not in text

    def test_it_is_taken_up_again_and_what_was_told_is_read_back(self, rosa, cast, one, now):
        end(one, cast, at=now)
        url = address(one)
        assert "Weer volgen" in rosa.get(address(one, "indicator")).content.decode()
        page = rosa.post(url, sent(rosa, url, reason="Toch nodig."), follow=True).content.decode()
        assert "Niet meer gevolgd" not in page
        assert "Cijfer invoeren" in page
        before = rosa.get(url).content.decode()
        assert before.index("Toch nodig.") < before.index("Het plan meet anders.")
        assert [halt.stops for halt in IndicatorHalt.objects.order_by("number")] == [True, False]

    def test_from_a_day_that_is_still_to_come(self, rosa, cast, one, now):
        later = day(now) + timedelta(days=30)
        made = end(one, cast, since=later, at=now)
        page = rosa.get(address(one, "indicator")).content.decode()
        assert "volgen we deze indicator niet meer." in page
        assert "Cijfer invoeren" in page
        assert rosa.get(reverse("office:indicators")).context["page"].ended == ()
        assert halted([made], on=later - timedelta(days=1)) is None
        assert halted([made], on=later) == made
        observe(one.definitions.get(), cast, told=account("2022"), at=now)
        again = resume(one, cast, since=later, at=now)
        assert halted([made, again], on=later) is None

    def test_twice_sent_is_once(self, rosa, one):
        url = address(one)
        typed = sent(rosa, url, reason="Het plan meet anders.")
        assert [rosa.post(url, typed).status_code for _ in range(2)] == [302, 200]
        assert IndicatorHalt.objects.count() == 1
        halt = IndicatorHalt.objects.get()
        again = {"since": halt.since, "reason": halt.reason, "submission": halt.submission}
        by = {"by": one_of(rosa), "at": halt.recorded_at}
        assert IndicatorHalt.end(one, **again, **by) == halt

    def test_it_is_written_down_without_its_words(self, cast, one, now):
        end(one, cast, at=now)
        resume(one, cast, at=now)
        told = JournalEntry.objects.filter(subject=one.ref).order_by("pk")
        assert [entry.verb for entry in told][-2:] == [Verb.INDICATOR_ENDED, Verb.INDICATOR_RESUMED]
        assert {entry.chain_id for entry in told} == {"GM1883"}
        assert "meet anders" not in str([vars(entry) for entry in told])


def one_of(client):
    """Who sits behind this browser, as an actor."""
    from regie.accounts.models import User
    from regie.base.clock import now

    return User.objects.get(pk=client.session["_auth_user_id"]).acting(now())


class TestNoFigureComesMeanwhile:
    def test_by_hand_from_a_file_or_as_another_definition(self, cast, one, now):
        end(one, cast, at=now)
        definition, by = one.definitions.get(), {"by": cast.rosa.acting(now), "at": now}
        where = {"definition": definition, "municipality": cast.here, **by}
        lines = read_figures(LINES, unit="percent", areas=None)
        with pytest.raises(NotNow, match=ENDED):
            observe(definition, cast, told=account("2022"), at=now)
        with pytest.raises(NotNow, match=ENDED):
            preview_figures(lines, **where)
        with pytest.raises(NotNow, match=ENDED):
            bring_figures(lines, way=Way.CSV, **where)
        with pytest.raises(NotNow, match=ENDED):
            define(one, cast, at=now, seen=1, since=day(now), difference="Anders.")
        assert Observation.objects.count() == 1
        resume(one, cast, at=now)
        bring_figures(lines, way=Way.CSV, **where)
        assert Observation.objects.count() == 2

    def test_the_page_says_so_and_keeps_what_was_given(self, rosa, cast, one, now):
        end(one, cast, at=now)
        url = address(one, "bring_figures")
        typed = {"municipality": cast.here.pk, "definition": one.definitions.get().pk, "lines": LINES}
        page = rosa.post(url, typed).content.decode()
        assert ENDED in page
        assert "2022;NL;2024;CBS;3" in page

    def test_what_is_wrong_can_still_be_corrected(self, cast, one, now):
        end(one, cast, at=now)
        told, by = Observation.objects.get(), {"by": cast.rosa.acting(now), "at": now}
        better = told.correct(account=told.told_otherwise(value=12), **by)
        assert better.withdraw(**by).withdrawn


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "ada", "bas"])
    def test_for_who_only_reads(self, cast, now, one, who):
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            end(one, cast, at=now, by=by)
        end(one, cast, at=now)
        with pytest.raises(NotAllowed):
            resume(one, cast, at=now, by=by)
        assert sign_in(by).get(address(one)).status_code == 403
        assert IndicatorHalt.objects.visible_to(by.acting(now)).exists() is (who not in ("ada", "bas"))

    def test_of_what_is_shipped_for_the_whole_country(self, cast, now, rosa):
        stamp = Indicator.stamp(by=cast.rosa.acting(now), at=now)
        shared = Indicator.objects.create(code="x", kind="reference", name="Recidive", **stamp)
        with pytest.raises(NotAllowed, match="landelijk"):
            end(shared, cast, at=now)
        assert rosa.get(address(shared)).status_code == 404
        assert "Niet meer volgen" not in rosa.get(address(shared, "indicator")).content.decode()

    def test_what_stopped_already_or_goes_on_already(self, cast, now, one):
        with pytest.raises(NotNow):
            resume(one, cast, at=now)
        end(one, cast, at=now)
        with pytest.raises(NotNow):
            end(one, cast, at=now)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"reason": " "}, "reason"),
            ({"reason": "a" * 501}, "reason"),
            ({"since": timedelta(days=367)}, "since"),
        ],
    )
    def test_without_a_reason_or_a_day_that_can_be(self, cast, now, one, told, field):
        if "since" in told:
            told = {"since": day(now) + told["since"]}
        with pytest.raises(NotValid) as refused:
            end(one, cast, at=now, **told)
        assert refused.value.field == field

    def test_going_on_before_it_stopped(self, cast, now, one, rosa):
        end(one, cast, at=now)
        with pytest.raises(NotValid) as refused:
            resume(one, cast, since=day(now) - timedelta(days=1), at=now)
        assert refused.value.field == "since"
        typed = sent(rosa, address(one), since="1-1-2020", reason="Toch nodig.")
        page = rosa.post(address(one), typed).content.decode()
        assert "Vul een dag in op of na" in page
        assert "Toch nodig." in page

    def test_who_saw_it_before_a_colleague_ended_it(self, cast, now, one, rosa):
        typed = sent(rosa, address(one), reason="Van Rosa.")
        end(one, cast, at=now)
        page = rosa.post(address(one), typed).content.decode()
        assert "Iemand anders heeft dit intussen al verbeterd." in page
        assert IndicatorHalt.objects.count() == 1


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize("wrong", [{}, {"number": 2, "reason": ""}, {"number": 0}])
    def test_one_after_another_with_a_reason(self, cast, now, one, wrong):
        end(one, cast, at=now)
        told = {"number": 1, "since": day(now), "reason": "Dubbel."} | wrong
        stamp = IndicatorHalt.stamp(by=cast.rosa.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            IndicatorHalt.objects.create(indicator=one, **told, **stamp)

    def test_nobody_changes_or_removes_one(self, cast, now, one):
        halt = end(one, cast, at=now)
        with pytest.raises(TypeError):
            halt.save()
        with pytest.raises(TypeError):
            IndicatorHalt.objects.update(reason="Anders.")
        with pytest.raises(TypeError):
            IndicatorHalt.objects.all().delete()
