"""What was shown, and what became of it. Nothing here names anybody: a showing is told of by features alone."""

from django.db import models

from onward.vocabulary.using import HIGHEST, LOWEST


class Showing(models.Model):
    """One list that somebody was shown. Of them it says the needs and the decade of age, never a case or a place."""

    id = models.UUIDField(primary_key=True, editable=False)
    where = models.CharField(max_length=10)  # a Where
    needs = models.JSONField(default=list)
    age_decade = models.PositiveSmallIntegerField(null=True)
    lead = models.CharField(max_length=5)  # what counted most: needs or words
    ranking = models.TextField()  # the version that ordered it
    learned = models.ForeignKey("directory.LearnedRanking", on_delete=models.SET_NULL, null=True)
    shown_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["shown_on"], name="directory_shown_on")]


class Shown(models.Model):
    """A service at its place of a list, from 1: by what chance it came there, and what ranking was told of it."""

    showing = models.ForeignKey(Showing, on_delete=models.CASCADE, related_name="services")
    service = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    chance = models.FloatField()
    km = models.FloatField(null=True)
    told = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["showing", "service"], name="directory_shown_once"),
            models.UniqueConstraint(fields=["showing", "place"], name="directory_one_at_a_place"),
        ]


class UseResult(models.Model):
    """What became of a service that was shown, as one of those concerned says; a later word stands."""

    shown = models.ForeignKey(Shown, on_delete=models.CASCADE, related_name="results")
    became = models.CharField(max_length=10)  # a Became
    by_whom = models.CharField(max_length=10)  # a Rater
    rating = models.PositiveSmallIntegerField(null=True)
    said_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shown", "became", "by_whom"], name="directory_one_word_each"),
            models.CheckConstraint(
                condition=models.Q(became="rated", rating__gte=LOWEST, rating__lte=HIGHEST)
                | (~models.Q(became="rated") & models.Q(rating=None)),
                name="directory_rated_from_0_to_3",
            ),
        ]
