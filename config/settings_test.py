"""Settings of the tests: fast hashing, plain static files, mail kept in memory."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ["REGIE_MODE"] = "test"

from config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Papers of tests lie in a folder of this process, which goes with it.
REGIE_PAPERS = Path(tempfile.mkdtemp(prefix="regie-papers-"))
atexit.register(shutil.rmtree, REGIE_PAPERS, ignore_errors=True)
