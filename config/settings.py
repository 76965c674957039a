"""Settings of Regie: production unless REGIE_MODE says otherwise."""

import os
from pathlib import Path
from typing import Any

from config import environment
from config.environment import Mode
from config.logs import LOGGING as LOGGING

environment.read_file()
HOME = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("REGIE_VAR", HOME / "var"))
MODE = environment.mode()

SECRET_KEY = environment.secret("REGIE_SECRET", MODE)
REGIE_FIELD_KEYS = environment.field_keys(MODE)  # encrypts fields
REGIE_DEVICE_KEYS = environment.device_keys(MODE)  # opens what a telephone sealed without a network
REGIE_INDEX_KEY = environment.secret("REGIE_INDEX_KEY", MODE)  # blind indexes; a new one asks for new indexes
REGIE_JOURNAL_KEY = environment.secret("REGIE_JOURNAL_KEY", MODE)  # chains the journal
REGIE_BACKUP_KEY = os.environ.get("REGIE_BACKUP_KEY", "")  # locks a backup; what opens it lies in the safe
REGIE_BACKUPS = Path(os.environ["REGIE_BACKUPS"]) if os.environ.get("REGIE_BACKUPS") else None
REGIE_PAPERS = Path(os.environ.get("REGIE_PAPERS") or VAR / "papers")  # papers as files, each sealed
REGIE_PAPER_BYTES = environment.paper_megabytes() * 1024 * 1024  # of one file
REGIE_CLAMD = os.environ.get("REGIE_CLAMD", "")  # where the virus scanner listens; "none" when there is none
ALLOWED_HOSTS = environment.hosts(MODE)
DEBUG = False

INSTALLED_APPS = [
    # Ours first: a template or a command of ours goes before one of the same name elsewhere.
    "regie.privacy",
    "regie.ui",
    "regie.sheets",
    "regie.accounts",
    "regie.approach",
    "regie.indicators",
    "regie.partners",
    "regie.persons",
    "regie.detention",
    "regie.trajectories",
    "regie.barriers",
    "regie.contacts",
    "regie.intake",
    "regie.plans",
    "regie.requests",
    "regie.anonymity",
    "regie.escalations",
    "regie.breakthroughs",
    "regie.patterns",
    "regie.clocks",
    "regie.insight",
    "regie.programme",
    "regie.mailing",
    "regie.installation",
    "regie.entrance",
    "regie.desk",
    "regie.gallery",
    "regie.office",
    "regie.partnerdesk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # allauth's templates of the second factor use it
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
if MODE is not Mode.PRODUCTION:
    INSTALLED_APPS.append("regie.demo")

MIDDLEWARE = [
    "regie.entrance.health.Health",  # before all else: it asks no session, no host name and no https
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "regie.entrance.middleware.Acting",
    "regie.entrance.uploads.NotTooMuch",
    "regie.entrance.middleware.FrontDoor",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "regie.ui.forms.DutchFormRenderer"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "regie.entrance.context.frame",
            ],
        },
    }
]

DATABASES = {"default": environment.database(VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        # Wrong passwords and used codes are counted here: who fills it must not push those out.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static_files.HashedModules"},
}

# Signing in: every way through allauth, always with a second factor.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "entrance:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "regie.entrance.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by a colleague, for a known address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "regie.entrance.forms.password.LoginForm",
    "reauthenticate": "regie.entrance.forms.password.ReauthenticateForm",
    "reset_password": "regie.entrance.forms.password.ResetPasswordForm",
    "reset_password_from_key": "regie.entrance.forms.password.ResetPasswordKeyForm",
    "change_password": "regie.entrance.forms.password.ChangePasswordForm",
}
# Five wrong passwords lock that account for five minutes; an address is a whole town hall and may try far more.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "300/m/ip,5/5m/key"}
SOCIALACCOUNT_ADAPTER = "regie.entrance.adapters.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = environment.openid_connect(MODE)
MFA_ADAPTER = "regie.entrance.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "regie.entrance.forms.second_step.CodeForm",
    "reauthenticate": "regie.entrance.forms.second_step.CodeAgainForm",
    "activate_totp": "regie.entrance.forms.second_step.NewAppForm",
    "add_webauthn": "regie.entrance.forms.second_step.NewPasskeyForm",
    "edit_webauthn": "regie.entrance.forms.second_step.RenamePasskeyForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # a phone whose clock is half a minute off
MFA_TOTP_ISSUER = "Regie"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = MODE is not Mode.PRODUCTION
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("REGIE_PROXIES", "0"))

# Sessions end after half an hour without a click; every click starts it anew.
# A text or file that is too long (5 MB) is refused by the form, in words; and no file is ever laid down on the disk.
# What is even larger than the largest paper with its form is refused before it is read (entrance/uploads.py).
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = max(12 * 1024 * 1024, REGIE_PAPER_BYTES + 4 * 1024 * 1024)
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
SESSION_ENGINE = "regie.entrance.sessions"
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
REGIE_SESSION_WARNING = 2 * 60  # seconds before the end at which a page warns

# What a browser may do with our pages.
SECURE = MODE is Mode.PRODUCTION
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "regie.entrance.views.stale_form.stale_form"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        # Chromium also holds redirects after a form to this list: signing in elsewhere begins with a form.
        "form-action": ["'self'", *environment.openid_connect_origins()],
    }
}

EMAIL_BACKEND = os.environ.get("REGIE_EMAIL_BACKEND", "regie.mailing.post.EmailBackend")
EMAIL_HOST = os.environ.get("REGIE_EMAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("REGIE_EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("REGIE_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("REGIE_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("REGIE_EMAIL_TLS", "") == "starttls"
EMAIL_USE_SSL = os.environ.get("REGIE_EMAIL_TLS", "") == "tls"
EMAIL_TIMEOUT = 5  # seconds
DEFAULT_FROM_EMAIL = os.environ.get("REGIE_EMAIL_FROM", "regie@localhost")
EMAIL_FILE_PATH = VAR / "mail"
if MODE is Mode.DEMO:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
# Where Regie is, for a mail that nobody asks for by a click; no slash at its end.
REGIE_SITE = (os.environ.get("REGIE_SITE") or f"https://{ALLOWED_HOSTS[0].lstrip('.')}").rstrip("/")

# What is to be done a little later, in the database itself: bin/manage mail work does it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
