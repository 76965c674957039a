"""Encrypted fields: unreadable in the database, found by their blind index, never looked up directly."""

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import F

from regie.persons.models import Person
from regie.privacy.encryption import Unreadable, decrypt, encrypt
from tests.cast import Cast

BSN = "999990019"
OLD, NEW = "an-old-secret-" * 5, "a-new-secret-" * 5


def stored(column: str) -> bytes | str | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM persons_person")
        value = cursor.fetchone()[0]
    return bytes(value) if isinstance(value, memoryview) else value


def test_the_database_does_not_hold_the_number(referral):
    assert BSN.encode() not in stored("bsn")
    assert BSN not in stored("bsn_index")


def test_it_is_read_back(referral):
    assert Person.objects.get().bsn == BSN


def test_it_is_found_by_its_index(referral):
    assert Person.objects.all().with_bsn(BSN).exists()
    assert not Person.objects.all().with_bsn("123456782").exists()


def test_none_is_stored_as_nothing(cast: Cast, referral):
    Person.objects.filter(pk=referral.person.pk).update(bsn="")
    assert stored("bsn") is None
    assert Person.objects.get().bsn == ""
    assert Person.objects.filter(bsn__isnull=True).exists()


@pytest.mark.parametrize(
    "lookup", ["bsn", "bsn__exact", "bsn__in", "bsn__contains", "bsn__startswith", "bsn__gt", "bsn__length"]
)
def test_looking_the_encrypted_column_up_is_an_error_not_an_empty_answer(referral, lookup: str):
    with pytest.raises(FieldError):
        Person.objects.filter(**{lookup: BSN}).exists()


def test_comparing_the_encrypted_column_is_an_error_too(referral):
    with pytest.raises(FieldError):
        Person.objects.filter(family_name=F("bsn__length")).exists()


def test_the_index_follows_a_changed_value(referral):
    person = Person.objects.get()
    person.bsn = "123456782"
    person.save()
    assert Person.objects.all().with_bsn("123456782").exists()
    assert not Person.objects.all().with_bsn(BSN).exists()


def test_the_same_text_is_sealed_differently_each_time():
    assert encrypt("x", place="a.b") != encrypt("x", place="a.b")


def test_a_sealed_text_does_not_open_in_another_place():
    with pytest.raises(Unreadable):
        decrypt(encrypt("x", place="a.b"), place="a.c")


def test_a_changed_text_does_not_open():
    sealed = bytearray(encrypt("x", place="a.b"))
    sealed[-1] ^= 1
    with pytest.raises(Unreadable):
        decrypt(bytes(sealed), place="a.b")


def test_a_newer_key_encrypts_and_the_older_still_reads(settings):
    settings.REGIE_FIELD_KEYS = {1: OLD}
    sealed = encrypt("x", place="a.b")
    settings.REGIE_FIELD_KEYS = {1: OLD, 2: NEW}
    assert decrypt(sealed, place="a.b") == "x"
    assert (sealed[0], encrypt("x", place="a.b")[0]) == (1, 2)


def test_a_key_that_is_gone_is_named(settings):
    settings.REGIE_FIELD_KEYS = {2: NEW}
    sealed = encrypt("x", place="a.b")
    settings.REGIE_FIELD_KEYS = {1: OLD}
    with pytest.raises(Unreadable, match="Key 2"):
        decrypt(sealed, place="a.b")


def test_an_encrypted_field_is_never_written_out_as_text(referral):
    with pytest.raises(TypeError, match="never written out"):
        Person._meta.get_field("bsn").value_to_string(Person.objects.get())
