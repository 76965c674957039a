# Contact that was told before can be found by its words as well.

from itertools import islice

from django.db import migrations

from regie.contacts.rules import stems_of

BATCH = 1000


def fill(apps, schema_editor):
    moment_model = apps.get_model("contacts", "ContactMoment")
    stem_model = apps.get_model("contacts", "ContactStem")
    told = moment_model.objects.filter(withdrawn=False).exclude(words="").select_related("trajectory")
    corrected = moment_model.objects.exclude(corrects=None).values("corrects")
    rows = told.exclude(pk__in=corrected).order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(rows, BATCH)):
        stem_model.objects.bulk_create(
            [
                stem_model(
                    moment=moment,
                    trajectory=moment.trajectory,
                    municipality_id=moment.trajectory.municipality_id,
                    happened_on=moment.happened_on,
                    stem=stem,
                )
                for moment in batch
                for stem in sorted(stems_of([moment.words]))
            ],
            batch_size=BATCH,
        )


class Migration(migrations.Migration):
    dependencies = [("contacts", "0002_contact_stem")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
