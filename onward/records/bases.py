"""What other apps' tables are built on."""

from onward.records.models.cases import OnCase

__all__ = ["OnCase"]
