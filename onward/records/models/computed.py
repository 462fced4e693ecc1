"""Every computed answer, kept with what it was computed from and by what, so that it can be explained years later."""

from typing import Any

from django.db import models

from onward.records.models.cases import OnCase


class ComputedAnswer(OnCase):
    """`versions` names the version of each rule, policy file and questionnaire that took part."""

    kind = models.CharField(max_length=60)
    inputs: "models.JSONField[Any, Any]" = models.JSONField()
    answer: "models.JSONField[Any, Any]" = models.JSONField()
    versions: "models.JSONField[Any, Any]" = models.JSONField()
    computed_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["case", "kind"])]
