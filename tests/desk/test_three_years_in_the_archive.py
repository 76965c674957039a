"""The archive of three years: sixty goals, three hundred steps and six hundred contacts, made while one waits."""

from collections.abc import Iterable
from time import process_time
from typing import Any

from regie.base.clock import day
from regie.desk.pages.archive import LAYOUT, TITLE, archive_of
from regie.sheets.making import Heading, make
from tests.bench.planned import CONTACTS, GOALS, plan_three_years
from tests.cast import Cast
from tests.sheets.reading import faults, pages, said

PROMISED = 1.0  # second of the processor
SLACK = 2


def write(model: Any, rows: Iterable[Any]) -> None:
    model.objects.bulk_create(rows)


def test_it_is_whole_and_made_while_one_waits(cast: Cast, trajectory, now):
    heading, viewer = Heading(TITLE, "Sittard-Geleen", "Noor", now), cast.noor.acting(now)
    began = process_time()
    make(LAYOUT, archive_of(trajectory, viewer=viewer, on=day(now)), heading)
    usual = process_time() - began
    plan_three_years(trajectory, write, at=now)
    began = process_time()
    content = archive_of(trajectory, viewer=viewer, on=day(now))
    gathered = process_time()
    pdf = make(LAYOUT, content, heading)
    took = process_time() - began
    assert usual < PROMISED * SLACK
    print(
        f"gathered {gathered - began:.3f} s, in all {took:.3f} s, {len(pages(pdf))} pages, {len(pdf) // 1024} kB"
    )
    assert took < PROMISED * SLACK
    assert faults(pdf) == []
    text = said(pdf)
    assert f"Doel {GOALS - 1}." in text
    assert text.count("Soort: Telefoon") == CONTACTS
