"""Many cases in a Parquet file: read into the columns that the rules take, and their answers written."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from onward.rules.charging import Refused
from onward.rules.charging.population import COLUMNS, SETTINGS, Column, Type
from onward.rules.charging.population.columns import BY_NAME, NOT_SAID

BATCH = 1 << 17  # rows at once, so that a million cases need little memory
ARROW = {
    Type.PENCE: pa.int64(),
    Type.NUMBER: pa.int64(),
    Type.DAY: pa.date32(),
    Type.FLAG: pa.bool_(),
    Type.SETTING: pa.string(),
}
Columns = Mapping[str, NDArray[np.generic]]


class NoTable(Exception):
    """A file is no Parquet file."""


def batches(path: Path) -> Iterator[tuple[pa.RecordBatch, Columns]]:
    """Some rows after others, as they were and as the rules take them. Refused where a column is not as agreed."""
    with _opened(path) as file:
        check(file.schema_arrow)
        for batch in file.iter_batches(batch_size=BATCH):
            yield batch, columns(batch)


def check(schema: pa.Schema) -> None:
    """Refused where a column is missing, not known or of another type. `id` and `group_…` are whoever's own."""
    for name in schema.names:
        if name not in BY_NAME and not own(name):
            raise Refused(f"The column “{name}” is not known. `onward charge --schema` lists those that are.")
    for column in COLUMNS:
        if column.name in schema.names:
            _check_type(column, schema.field(column.name).type)
        elif column.needed:
            raise Refused(f"The column “{column.name}” is missing: {column.means}.")
    if not {"born", "age"} & set(schema.names):
        raise Refused("The columns “born” and “age” are both missing. One of them is needed.")


def own(name: str) -> bool:
    """Whether a column is not for the rules: it is handed on, or groups people."""
    return name == "id" or name.startswith("group_")


def columns(batch: pa.RecordBatch) -> dict[str, NDArray[np.generic]]:
    """The columns for the rules. Refused where one has a null or an amount below nothing that it may not have."""
    return {name: _array(BY_NAME[name], batch.column(name)) for name in batch.schema.names if name in BY_NAME}


def _opened(path: Path) -> Any:
    try:
        return pq.ParquetFile(path, memory_map=True)
    except pa.ArrowInvalid as problem:
        raise NoTable(f"{path} is no Parquet file: {problem}") from None


def _check_type(column: Column, given: pa.DataType) -> None:
    fits = given == ARROW[column.type] or (column.type is Type.SETTING and pa.types.is_dictionary(given))
    if not fits:
        raise Refused(
            f"The column “{column.name}” is {given}, and must be {ARROW[column.type]} ({column.type})."
        )


def _array(column: Column, given: pa.Array) -> NDArray[np.generic]:
    if given.null_count and not column.optional:
        raise Refused(f"The column “{column.name}” has nulls. Write 0 where there is nothing.")
    if column.type is Type.SETTING:
        return _settings(given)
    if column.type is Type.FLAG:
        return np.asarray(given.to_numpy(zero_copy_only=False))
    numbers = given.cast(pa.int32()).cast(pa.int64()) if column.type is Type.DAY else given
    found = np.asarray(numbers.fill_null(int(NOT_SAID)).to_numpy(zero_copy_only=False))
    if column.type is not Type.DAY:
        _check_amounts(column, found)
    return found


def _check_amounts(column: Column, found: NDArray[np.generic]) -> None:
    least = found[found != NOT_SAID] if column.optional else found
    if least.size and least.min() < 0:
        raise Refused(f"The column “{column.name}” has amounts below nothing.")


def _settings(given: pa.Array) -> NDArray[np.generic]:
    plain = given.dictionary_decode() if pa.types.is_dictionary(given.type) else given
    places = pc.index_in(plain, value_set=pa.array([each.value for each in SETTINGS]))
    if places.null_count:
        raise Refused(f"The column “setting” has others than {', '.join(SETTINGS)}.")
    return np.asarray(places.to_numpy(zero_copy_only=False))
