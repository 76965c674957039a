"""What is unsafe in the settings, and its mend: said in Dutch to who installs Regie, before Django reads them."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from config import environment
from config.environment import SHORTEST_SECRET, Fault, Mode
from regie.installation.rules import Problem

SECRETS = ("REGIE_SECRET", "REGIE_INDEX_KEY", "REGIE_JOURNAL_KEY")
NUMBERED = ("REGIE_FIELD_KEYS", "REGIE_DEVICE_KEYS")
FEWEST_CHARACTERS = 16  # different ones: less is a word or a pattern, and can be guessed
NEW_KEYS = "Maak sleutels met bin/manage secrets en zet ze in het bestand met instellingen."
OTHERS_MAY = 0o077
FAULTS = {
    Fault.MISSING: f"ontbreekt. {NEW_KEYS}",
    Fault.DEVELOPMENT: f"is de sleutel van de demo, die iedereen kent. {NEW_KEYS}",
    Fault.SHORT: f"is te kort: minstens {SHORTEST_SECRET} tekens. {NEW_KEYS}",
}


def problems() -> list[Problem]:
    """Everything that is unsafe in the settings."""
    return [Problem(line, unsafe=True) for part in (_mode, _keys, _hosts, _https, _file) for line in part()]


def _mode() -> Iterator[str]:
    told = os.environ.get("REGIE_MODE", Mode.PRODUCTION)
    if told != Mode.PRODUCTION:
        yield f"REGIE_MODE staat op {told}: dat is niet voor echte mensen. Haal REGIE_MODE weg."


def _keys() -> Iterator[str]:
    keys = {name: os.environ.get(name, "") for name in SECRETS}
    for name in NUMBERED:
        keys |= _numbered(name)
    for name, value in keys.items():
        fault = environment.fault_of(value)
        if fault:
            yield f"{name} {FAULTS[fault]}"
        elif len(set(value)) < FEWEST_CHARACTERS:
            yield f"{name} is te raden: er zitten te weinig verschillende tekens in. {NEW_KEYS}"
    used = Counter(value for value in keys.values() if value)
    twice = [name for name, value in keys.items() if used[value] > 1]
    if twice:
        yield f"{' en '.join(twice)} zijn gelijk. Geef elk een eigen waarde. {NEW_KEYS}"


def _numbered(setting: str) -> dict[str, str]:
    """Each key of a setting under its own name; the whole under the name of the setting when it cannot be read."""
    pairs = [pair.strip().partition("=") for pair in os.environ.get(setting, "").split(",")]
    if not all(key_id.isdigit() and 0 < int(key_id) < 256 for key_id, _, _ in pairs):
        return {setting: ""}
    return {f"{setting} (nummer {key_id})": value for key_id, _, value in pairs}


def _hosts() -> Iterator[str]:
    named = [host.strip() for host in os.environ.get("REGIE_HOSTS", "").split(",") if host.strip()]
    if not named or "*" in named:
        yield (
            "REGIE_HOSTS noemt geen eigen naam. "
            "Zet er de naam in waaronder Regie te bereiken is, bijvoorbeeld regie.gemeente.nl, en nooit een *."
        )
    if any("/" in host or ":" in host for host in named):
        yield "In REGIE_HOSTS staat een adres. Schrijf alleen de naam, zonder https:// en zonder poort."


def _https() -> Iterator[str]:
    certificate = [os.environ.get(name, "") for name in ("REGIE_CERTIFICATE", "REGIE_CERTIFICATE_KEY")]
    proxies = os.environ.get("REGIE_PROXIES", "0")
    if not proxies.isdigit():
        yield f"REGIE_PROXIES is geen getal: {proxies}. Zet er 1 als er één proxy voor Regie staat."
    elif proxies == "0" and not all(certificate):
        yield (
            "Er is geen https. Zet REGIE_PROXIES=1 als er een proxy met https voor Regie staat (docs/proxy/), "
            "of noem een certificaat in REGIE_CERTIFICATE en REGIE_CERTIFICATE_KEY."
        )
    for name in filter(None, certificate):
        if not Path(name).is_file():
            yield f"Het certificaat {name} is er niet, of Regie mag er niet bij. Kijk de naam en de rechten na."


def _file() -> Iterator[str]:
    for name in filter(None, (os.environ.get("REGIE_FILE"), os.environ.get("REGIE_CERTIFICATE_KEY"))):
        if Path(name).exists() and Path(name).stat().st_mode & OTHERS_MAY:
            yield f"Anderen op deze computer mogen {name} lezen; er staan sleutels in. Doe: chmod 600 {name}"
