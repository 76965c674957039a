"""The demo, with its invented people and the password that everyone knows, does not exist in production."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

import regie.demo
from regie.demo.apps import DemoConfig
from tests.architecture.shape import ROOT

SECRETS = ("REGIE_SECRET", "REGIE_INDEX_KEY", "REGIE_JOURNAL_KEY")
ASK = "from config import settings; print('regie.demo' in settings.INSTALLED_APPS)"


def installs_the_demo(mode: str) -> bool:
    """Whether the settings of this mode install the demo."""
    secrets = dict.fromkeys(SECRETS, "x" * 60) | dict.fromkeys(
        ("REGIE_FIELD_KEYS", "REGIE_DEVICE_KEYS"), "1=" + "x" * 60
    )
    environment = secrets | {"PATH": os.environ["PATH"], "REGIE_MODE": mode, "REGIE_HOSTS": "regie.example"}
    run = subprocess.run(
        [sys.executable, "-c", ASK], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip() == "True"


def test_production_does_not_install_the_demo():
    assert installs_the_demo("demo")
    assert not installs_the_demo("production"), "take regie.demo out of INSTALLED_APPS for production"


def test_the_demo_refuses_production_when_it_is_installed_all_the_same(settings: Any):
    demo = DemoConfig("regie.demo", regie.demo)
    demo.ready()
    settings.MODE = "production"
    with pytest.raises(ImproperlyConfigured, match="does not load in production"):
        demo.ready()
