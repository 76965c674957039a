# The table goes along, with every row in it; accounts takes it over in its own next migration.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trajectories", "0005_cover")]

    operations = [
        migrations.RemoveConstraint("cover", "trajectories_cover_ends_after_it_begins"),
        migrations.RemoveConstraint("cover", "trajectories_cover_by_somebody_else"),
        migrations.RenameIndex("cover", new_name="accounts_cover_by", old_name="trajectories_cover_by"),
        migrations.AddConstraint(
            "cover",
            models.CheckConstraint(
                name="accounts_cover_ends_after_it_begins",
                condition=models.Q(until__gte=models.F("since"))
                & models.Q(until__lte=models.F("planned_until")),
            ),
        ),
        migrations.AddConstraint(
            "cover",
            models.CheckConstraint(
                name="accounts_cover_by_somebody_else", condition=~models.Q(officer=models.F("substitute"))
            ),
        ),
        migrations.AlterModelTable("cover", "accounts_cover"),
    ]
