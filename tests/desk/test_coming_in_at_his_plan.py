"""Who comes in at the addresses of his plan: who guides tells it, the coordinator reads it, and nobody else comes in.

The front door answers before anybody is looked up: so a plan of nobody will do. Whose plan one sees is for the matrix.
"""

import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from regie.desk.urls.plan import of_his_plan
from tests.cast import Cast, sign_in

READ = {
    *(
        "plan",
        "plan_between",
        "around",
        "week",
        "wishes",
        "goal",
        "readings",
        "taken_over",
        "papers",
        "paper_file",
    ),
    *("agreements", "compare_agreements", "agreement_paper", "debts", "debt_overview", "debt"),
    *("authorisation_paper", "my_plan_sheet", "visit_sheet", "debts_sheet", "agreement_sheet"),
    "authorisation_sheet",
}
NOT_FOUND, NOT_ALLOWED, NOT_SO = 404, 403, 405


def addresses(*, read: bool) -> Iterator[str]:
    """Every address that is read, or every other: there one tells something, or is about to."""
    for one in of_his_plan:
        if (one.name in READ) is read:
            yield _of_nobody(one)


def _of_nobody(one: URLPattern) -> str:
    places = one.pattern.converters
    values = {"template_code": "a_home", "measured_at": "entry", "draft": "eerste-dag"}
    return reverse(f"desk:{one.name}", kwargs={name: values.get(name, uuid.uuid4()) for name in places})


def answers(client: Client, *, read: bool) -> dict[str, int]:
    return {url: client.get(url).status_code for url in addresses(read=read)}


def test_each_is_named_here_and_the_rest_is_told():
    names = {one.name for one in of_his_plan}
    assert names >= READ
    assert {
        name for name in names - READ if name.partition("_")[0] not in ("tell", "correct", "withdraw")
    } == {
        *("goal_examples", "goal_from_example", "measure_conditions", "read_debt", "end_debt"),
        *("stop_authorisation", "write_papers", "write_paper"),
    }


@pytest.mark.parametrize(
    ("who", "reads", "tells"),
    [
        ("noor", NOT_FOUND, NOT_FOUND),
        ("fatima", NOT_FOUND, NOT_ALLOWED),
        ("wil", NOT_ALLOWED, NOT_ALLOWED),
        ("ada", NOT_ALLOWED, NOT_ALLOWED),
    ],
)
def test_each_of_them(cast: Cast, who: str, reads: int, tells: int):
    client = sign_in(getattr(cast, who))
    for read, expected in ((True, reads), (False, tells)):
        wrong = {url: code for url, code in answers(client, read=read).items() if code != expected}
        assert not wrong


def test_what_is_read_is_not_sent_to(noor: Client):
    wrong = [url for url in addresses(read=True) if noor.post(url).status_code != NOT_SO]
    assert not wrong
