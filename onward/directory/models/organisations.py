"""Who runs services."""

from django.db import models


class Organisation(models.Model):
    """An organisation; `key` is its name without case and punctuation, the same wherever it is named."""

    key = models.TextField(unique=True)
    uuid = models.UUIDField(unique=True)
    name = models.TextField()
    description = models.TextField(blank=True)
    email = models.TextField(blank=True)
    website = models.TextField(blank=True)
    logo = models.TextField(blank=True)
    uri = models.TextField(blank=True)


class OrganisationIdentifier(models.Model):
    """A number by which others know an organisation, such as that of a charity."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="identifiers")
    uuid = models.UUIDField()
    identifier_scheme = models.TextField(blank=True)
    identifier_type = models.TextField()
    identifier = models.TextField()
