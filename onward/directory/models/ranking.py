"""What ranking keeps in the database: vectors of texts, and what ratings taught. Nothing here is about a person."""

from django.db import models


class TextVector(models.Model):
    """What a text means, by the key of text and model (`meaning.texts.key_of`): 384 numbers of two bytes."""

    key = models.CharField(max_length=64, primary_key=True)
    vector = models.BinaryField()


class LearnedRanking(models.Model):
    """What was learned from ratings at one time: the latest in force is used, and going back takes it out of force."""

    version = models.TextField()  # of ranking: what another version learned is not used
    learned = models.JSONField()
    judged = models.JSONField()  # how it compared with the plain ranking
    in_force = models.BooleanField(default=False)
    learned_at = models.DateTimeField(auto_now_add=True)
    taken_back_on = models.DateField(null=True)  # by an editor, after whom no job puts one in force
