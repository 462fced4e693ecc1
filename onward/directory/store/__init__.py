"""Writing entries: only those that changed, table by table, in few statements however many there are."""

from onward.directory.store.writing import Written, write

__all__ = ["Written", "write"]
