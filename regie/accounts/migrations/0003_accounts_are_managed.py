import uuid
from django.db import migrations, models


def give_refs(apps, schema_editor):
    """Everybody gets a name for in addresses and the journal that says nothing of him."""
    User = apps.get_model("accounts", "User")
    for user in User.objects.filter(ref__isnull=True):
        User.objects.filter(pk=user.pk).update(ref=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_invitation"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="ref",
            field=models.UUIDField(default=None, editable=False, null=True),
        ),
        migrations.RunPython(give_refs, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="user",
            name="ref",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.AddField(
            model_name="user",
            name="sessions_ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
