"""Settings of the benchmark: those of the tests, a second database, and the address of the floor."""

import os
from pathlib import Path

from config import environment
from config.settings_test import *  # noqa: F403
from config.settings_test import DATABASES, TEMPLATES

HERE = Path(__file__).resolve().parent
_ALONE = os.environ["BENCH_ALONE"]

ROOT_URLCONF = "tests.bench.urls"
TEMPLATES[0]["DIRS"] = [HERE]
DATABASES["alone"] = environment.postgresql(_ALONE) if "://" in _ALONE else environment.sqlite(Path(_ALONE))
