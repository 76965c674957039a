"""Model fields that keep a value encrypted, and the blind index that finds it."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from regie.privacy.encryption import decrypt, encrypt
from regie.privacy.keys import index_of


class EncryptedTextField(models.BinaryField):
    """A text that only this installation can read; empty is stored as NULL. Looking it up is an error."""

    description = "encrypted text"
    # What the type checker may expect to read and write here.
    _pyi_private_set_type: str
    _pyi_private_get_type: str  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    @property
    def place(self) -> str:
        """Where the value belongs: a sealed text moved elsewhere does not open."""
        return f"{self.model._meta.db_table}.{self.column}"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        sealed = encrypt(value, place=self.place) if value else None
        return super().get_db_prep_value(sealed, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str:
        return decrypt(bytes(value), place=self.place) if value is not None else ""

    def to_python(self, value: Any) -> Any:
        return value

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError(f"{self.place} is encrypted and is never written out as text.")

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(f"{self.place} is encrypted: look its blind index up instead.")

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.place} is encrypted: it has no {lookup_name}.")


class BlindIndexField(models.CharField):
    """The blind index of the encrypted field beside it, kept in step at every save; empty is stored as NULL."""

    description = "blind index"

    def __init__(self, *args: Any, of: str, **kwargs: Any) -> None:
        self.of = of
        kwargs.update(max_length=64, null=True, blank=True, editable=False)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str | None:
        value = getattr(model_instance, self.of)
        index = self.index(value) if value else None
        setattr(model_instance, self.attname, index)
        return index

    def index(self, value: str) -> str:
        """What the database holds for this value."""
        return index_of(value, purpose=f"{self.model._meta.db_table}.{self.of}")
