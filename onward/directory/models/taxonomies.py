"""What kinds of service there are."""

from django.db import models


class Taxonomy(models.Model):
    """A list of kinds, by whoever made it."""

    uuid = models.UUIDField(unique=True)
    name = models.TextField()
    description = models.TextField(blank=True)
    uri = models.TextField(blank=True)
    version = models.TextField(blank=True)


class TaxonomyTerm(models.Model):
    """One kind. `parent_id` is the id of a wider one, which need not be here."""

    uuid = models.UUIDField(unique=True)
    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.CASCADE, related_name="terms")
    name = models.TextField()
    description = models.TextField(blank=True)
    parent_id = models.UUIDField(null=True)
    term = models.TextField(blank=True)
    term_uri = models.TextField(blank=True)


class Attribute(models.Model):
    """That a service is of a kind."""

    uuid = models.UUIDField()
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="attributes")
    term = models.ForeignKey(TaxonomyTerm, on_delete=models.PROTECT, related_name="attributes")
    link_type = models.TextField(blank=True)
