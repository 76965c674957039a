"""What kind of data the models of other packages hold: declarations that cannot stand on the model itself."""

from functools import partial

from regie.privacy.declarations import Declaration, Retention, Shared

setting = partial(Declaration, shared=Shared.NEVER, retention=Retention.SETTING)
account = partial(Declaration, shared=Shared.NEVER, retention=Retention.ACCOUNT)
session = partial(Declaration, shared=Shared.NEVER, retention=Retention.SESSION)

# By the label of the model; the kinds as in regie.privacy.declarations.
THIRD_PARTY: dict[str, Declaration] = {
    "auth.Group": setting(ordinary="id name permissions"),
    "auth.Permission": setting(ordinary="id name content_type codename"),
    "contenttypes.ContentType": setting(ordinary="id app_label model"),
    "sessions.Session": session(
        ordinary="expire_date",
        personal="session_key",  # who has it, passes for that person
        criminal="session_data",  # a parked form (encrypted) may tell of a detention
    ),
    "django_tasks_database.DBTaskResult": setting(
        ordinary="id status enqueued_at started_at finished_at args_kwargs priority task_path worker_ids queue_name "
        "backend_name run_after return_value exception_class_path traceback",  # only refs of mails go in
    ),
    "account.EmailAddress": account(
        ordinary="id user verified primary",
        personal="email",
    ),
    "account.EmailConfirmation": account(
        ordinary="id email_address created sent",
        personal="key",  # who has it, confirms the address
    ),
    "mfa.Authenticator": account(
        ordinary="id user type created_at last_used_at",
        personal="data",  # secrets (encrypted), public keys, and the name he gave his passkey
    ),
    "socialaccount.SocialAccount": account(
        ordinary="id user provider last_login date_joined",
        personal="uid extra_data",  # who he is at the provider, and all that it tells of him
    ),
    "socialaccount.SocialApp": setting(
        ordinary="id provider provider_id name client_id secret key settings",  # our secrets, nobody's person
    ),
    "socialaccount.SocialToken": account(
        ordinary="id app account expires_at",
        personal="token token_secret",  # opens his account at the provider
    ),
}
