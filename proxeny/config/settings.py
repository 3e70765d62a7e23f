"""All settings. Each comes from the environment; `docs/settings.md` explains them."""

import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from proxeny.config import environment as env

PACKAGE = Path(__file__).resolve().parent.parent
HOME = env.folder("PROXENY_HOME", PACKAGE.parent / "var")

PRODUCTION = env.switch("PROXENY_PRODUCTION", default=False)
DEBUG = env.switch("PROXENY_DEBUG", default=False)
SQLITE_FAST = env.switch("PROXENY_SQLITE_FAST", default=False)


def _secret_key() -> str:
    """Return the key from the environment; outside production, one that is made once and kept in HOME."""
    if key := env.text("PROXENY_SECRET_KEY"):
        if PRODUCTION and len(key) < 32:
            raise ImproperlyConfigured("PROXENY_SECRET_KEY: at least 32 characters are needed in production")
        return key
    if PRODUCTION:
        raise ImproperlyConfigured(
            "PROXENY_SECRET_KEY is not set: production does not start with a made-up key"
        )
    kept = HOME / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), "utf-8")
    return kept.read_text("utf-8")


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.words("PROXENY_HOSTS", () if PRODUCTION else ("localhost", "127.0.0.1", "[::1]"))
ORIGIN = env.text("PROXENY_ORIGIN")
CSRF_TRUSTED_ORIGINS = [ORIGIN] if ORIGIN else []
if PRODUCTION and not (ALLOWED_HOSTS and ORIGIN.startswith("https://")):
    raise ImproperlyConfigured(
        "production needs PROXENY_HOSTS and PROXENY_ORIGIN (https://…), so that links are right"
    )

INSTALLED_APPS = [
    "proxeny.core",
    "proxeny.ledger",
    "proxeny.identity",
    "proxeny.desk",
    "proxeny.notices",
    "proxeny.search",
    "proxeny.intake",
    "proxeny.accounts",
    "proxeny.usage",
    "proxeny.catalogue",
    "proxeny.knowledge",
    "proxeny.promises",
    "proxeny.cases",
    "proxeny.demand",
    "proxeny.dispatch",
    "proxeny.judgement",
    "proxeny.docket",
    "proxeny.erasure",
    "proxeny.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "proxeny.web.security.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "proxeny.web.compressing.Packed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "proxeny.web.language.PersonLanguage",
    "proxeny.web.time_zone.PersonTimeZone",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "proxeny.web.welcome.door.FirstDoor",
    "proxeny.web.policy.DeclaredRoutes",
    "proxeny.web.glass.witness.Witnessed",
    "proxeny.web.day.ReadersDay",
]
ROOT_URLCONF = "proxeny.config.urls"
WSGI_APPLICATION = "proxeny.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "proxeny.web.context.workbench",
            ],
            "builtins": [
                "proxeny.web.templatetags.words",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]

_database = env.text("DATABASE_URL")
DATABASES = {
    "default": env.postgres(_database)
    if _database
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(HOME / "proxeny.sqlite3"),
        # Each thread keeps its connection: opening one anew for every request cost a millisecond.
        "CONN_MAX_AGE": None,
        "TEST": {"NAME": str(HOME / "test.sqlite3")},
        "OPTIONS": {
            # A transaction takes the write lock when it begins: with DEFERRED a read that later writes fails at once
            # with "database is locked", whatever the timeout.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what was acknowledged is evidence and survives a power cut.
            "init_command": (
                "PRAGMA journal_mode=WAL;"
                f"PRAGMA synchronous={'NORMAL' if SQLITE_FAST else 'FULL'};"
                "PRAGMA foreign_keys=ON;PRAGMA journal_size_limit=67108864;"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"}}
SESSION_ENGINE = "proxeny.web.session.store"
TASKS = {"default": {"BACKEND": "proxeny.core.queue.backend.LeasedQueue"}}

USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("PROXENY_TIME_ZONE", "Asia/Shanghai")
LANGUAGE_CODE = env.text("PROXENY_LANGUAGE", "zh-hans")
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
WORK_COUNTRY = env.text("PROXENY_COUNTRY", "CN")
CURRENCY = env.text("PROXENY_CURRENCY", "CNY")

USAGE_FOLDER = HOME / "usage"
FILES_FOLDER = HOME / "files"
UPLOAD_LIMIT_MB = env.number("PROXENY_UPLOAD_LIMIT_MB", 512, least=1)
ATTACHMENT_LIMIT_MB = env.number("PROXENY_ATTACHMENT_LIMIT_MB", 25, least=1)
ENGINE_THREADS = env.number("PROXENY_ENGINE_THREADS", 2, least=1)
ENGINE_MEMORY_MB = env.number("PROXENY_ENGINE_MEMORY_MB", 2048, least=256)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

STATIC_URL = "static/"
STATIC_ROOT = env.folder("PROXENY_STATIC", HOME / "static")
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(FILES_FOLDER)},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "proxeny.web.assets.BundledStorage"
    },
}
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600

AUTH_USER_MODEL = "identity.Staff"
AUTHENTICATION_BACKENDS = ["proxeny.identity.recognising.Recognised"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "arrival"
CSRF_FAILURE_VIEW = "proxeny.web.errors.csrf_failure"
ACCOUNT_ADAPTER = "proxeny.identity.signing_in.InvitedOnly"
SOCIALACCOUNT_ADAPTER = "proxeny.identity.signing_in.KnownPeopleOnly"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_FORMS = {"login": "proxeny.web.session.forms.SignIn"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_RATE_LIMITS = {"login_failed": "6/5m/key,30/5m/ip", "setup_code": "10/10m/ip"}
SOCIALACCOUNT_LOGIN_ON_GET = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Proxeny 话事人"
OIDC_SERVER = env.text("PROXENY_OIDC_SERVER")
SOCIALACCOUNT_PROVIDERS = (
    {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "company",
                    "name": env.text("PROXENY_OIDC_NAME", "OpenID Connect"),
                    "client_id": _oidc,
                    "secret": env.text("PROXENY_OIDC_SECRET"),
                    "settings": {"server_url": OIDC_SERVER},
                }
            ]
        }
    }
    if (_oidc := env.text("PROXENY_OIDC_CLIENT"))
    else {}
)

EMAIL_HOST = env.text("PROXENY_MAIL_SERVER")
EMAIL_PORT = env.number("PROXENY_MAIL_PORT", 587, least=1)
EMAIL_HOST_USER = env.text("PROXENY_MAIL_USER")
EMAIL_HOST_PASSWORD = env.text("PROXENY_MAIL_PASSWORD")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = not EMAIL_USE_SSL
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("PROXENY_MAIL_FROM", "proxeny@localhost")

# The record: where the key lies that signs its heads, and who else holds them.
LEDGER_KEY = env.text("PROXENY_LEDGER_KEY")
LEDGER_KEY_FILE = HOME / "ledger-key"
LEDGER_WITNESSES = env.words("PROXENY_LEDGER_WITNESSES", ["witness@localhost"])
LEDGER_HEADS_FILE = env.path("PROXENY_LEDGER_HEADS", HOME / "heads" / "ledger-heads.txt")
LEDGER_GIT = env.text("PROXENY_LEDGER_GIT")
ANCHOR_TSA = env.text("PROXENY_ANCHOR_TSA")
ANCHOR_TSA_ROOTS = env.path("PROXENY_ANCHOR_TSA_ROOTS", HOME / "tsa-roots.pem")
if ANCHOR_TSA and not ANCHOR_TSA_ROOTS.is_file():
    raise ImproperlyConfigured(
        "PROXENY_ANCHOR_TSA needs PROXENY_ANCHOR_TSA_ROOTS: a file with the certificates by which its stamps are believed"
    )

# Calling out (proxeny/core/outbound): hosts that may lie inside our own network, and those spoken to without TLS.
OUTBOUND_ALLOW = env.words("PROXENY_OUTBOUND_ALLOW")
OUTBOUND_PLAIN = env.words("PROXENY_OUTBOUND_PLAIN")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = PRODUCTION and env.switch("PROXENY_HTTPS_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.switch("PROXENY_BEHIND_PROXY", default=False) else None
)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("PROXENY_LOG", "WARNING").upper()},
    "loggers": {"proxeny": {"level": env.text("PROXENY_LOG", "INFO").upper()}},
}
SILENCED_SYSTEM_CHECKS = ["security.W008"]  # the redirect to HTTPS may be the proxy's work

env.refuse_unknown()
