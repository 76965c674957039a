"""Regions and the municipalities in them."""

from django.db import models

from regie.privacy.declarations import Declaration, Retention, Shared


class Region(models.Model):
    """Municipalities that share a view on re-integration, such as Zuid-Limburg."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.SETTING, ordinary="id name")

    name = models.CharField(max_length=100, unique=True)

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A tenant: every young person, referral and trajectory belongs to one. `cbs_code` is as GM1883 (CBS)."""

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.SETTING, ordinary="id name cbs_code region"
    )

    name = models.CharField(max_length=100, unique=True)
    cbs_code = models.CharField(max_length=6, unique=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name
