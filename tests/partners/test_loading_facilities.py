"""The list of facilities is brought in, and a name finds the one it means."""

import uuid
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from regie.base.errors import NotValid
from regie.partners.actions import Loaded, load_facilities
from regie.partners.models import Organisation
from regie.partners.queries import facilities, find
from regie.privacy.models import JournalEntry
from tests.cast import TESTER

OTHER_REF = uuid.UUID(int=1)
ONE = """facilities:
- kind: prison
  name: PI Sittard
  place: Sittard
  other_names: [P.I. De Geerhorst]
  source: uit het hoofd
  read_on: 2026-11-24
  verified: false
"""


def load(text: str, now) -> Loaded:
    return load_facilities(text, by=TESTER, at=now)


@pytest.mark.django_db
class TestItWorks:
    def test_new_ones_are_added_and_the_same_list_again_changes_nothing(self, now):
        assert load(ONE, now) == Loaded(added=1)
        assert load(ONE, now) == Loaded(same=1)
        assert JournalEntry.objects.count() == 1

    def test_what_is_told_otherwise_is_changed_and_nothing_is_removed(self, now):
        load(ONE, now)
        load(ONE.replace("name: PI Sittard", "name: PI Vught").replace("[P.I. De Geerhorst]", "[]"), now)
        assert load(ONE.replace("verified: false", "verified: true"), now) == Loaded(changed=1)
        assert Organisation.objects.count() == 2
        assert Organisation.objects.get(name="PI Sittard").verified

    def test_the_shipped_list_loads_twice_and_names_everyone_apart(self, capsys):
        call_command("facilities", "load")
        call_command("facilities", "load")
        assert "0 toegevoegd, 0 bijgewerkt" in capsys.readouterr().out.splitlines()[-1]
        for name, other_names in facilities().items():
            assert all(find(known).name == name for known in (name, *other_names))


@pytest.mark.django_db
class TestItIsRefused:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (ONE.replace("kind: prison", "kind: castle"), "regel 2: kind"),
            (ONE.replace("name: PI Sittard", "name: ''"), "regel 3: name"),
            (ONE.replace("place: Sittard", "plaats: Sittard"), "regel 4: plaats kennen we niet"),
            (ONE.replace("[P.I. De Geerhorst]", "De Geerhorst"), "regel 5: other_names"),
            (ONE.replace("2026-11-24", "gisteren"), "regel 7: read_on"),
            (ONE.replace("verified: false", "verified: misschien"), "regel 8: verified"),
            (ONE + ONE.removeprefix("facilities:\n"), "regel 9: de naam"),
            ("facilities:\n- PI Sittard\n", "regel 2: elke inrichting"),
            ("facilities: []", "regel 1"),
            ("facilities: [", "geen goede YAML"),
            ("a: &a 1\nb: *a\n", "verwijzingen"),
            (ONE.replace("2026-11-24", "2026-13-45"), "regel"),
            ("x" * 200_001, "te groot"),
        ],
    )
    def test_a_wrong_list_with_its_line(self, now, text, sentence):
        with pytest.raises(NotValid, match=sentence):
            load(text, now)
        assert not Organisation.objects.exists()

    def test_a_file_that_is_not_there(self):
        with pytest.raises(CommandError, match="niet te lezen"):
            call_command("facilities", "load", Path("nergens.yaml"))


@pytest.mark.django_db
class TestFinding:
    @pytest.mark.parametrize("name", ["PI Sittard", "p.i. sittárd", "PI  SITTARD", "pi de geerhorst"])
    def test_by_its_name_however_written(self, now, name):
        load(ONE, now)
        with CaptureQueriesContext(connection) as asked:
            assert find(name).name == "PI Sittard"
        assert len(asked) == 1

    @pytest.mark.parametrize("name", ["Sittard", "PI Sitard", "", "PI"])
    def test_never_by_a_guess(self, now, name):
        load(ONE, now)
        assert find(name) is None


@pytest.mark.django_db
class TestItLeavesARecord:
    def test_in_the_chain_of_the_country(self, now):
        load(ONE, now)
        load(ONE.replace("place: Sittard", "place: Geleen"), now)
        added, changed = JournalEntry.objects.order_by("number")
        assert (added.verb, added.chain_id) == ("organisation.added", "NL")
        assert (changed.verb, changed.fields) == ("organisation.changed", ["place"])
        assert changed.subject == Organisation.objects.get().ref


@pytest.mark.django_db
class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize("told", [{"name": ""}, {"kind": "castle"}])
    def test_a_name_and_a_kind(self, now, told):
        values = {"kind": "prison", "name": "PI X", "place": "X", "source": "x", "read_on": now.date()}
        with pytest.raises(IntegrityError), transaction.atomic():
            Organisation.objects.create(**(values | told), **Organisation.stamp(by=TESTER, at=now))

    def test_one_of_a_kind(self, now):
        load(ONE, now)
        same = Organisation.objects.get()
        same.pk, same.ref = None, OTHER_REF
        with pytest.raises(IntegrityError), transaction.atomic():
            same.save()
