"""`onward charge --many IN.parquet --out OUT.parquet` and `--schema`: one row a case in, one row an answer out."""

import json
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from onward.config.charging.table import ARROW, NoTable, batches
from onward.policy.charging_councils import policy
from onward.rules.charging import Outcome, Policy, Refused
from onward.rules.charging.population import COLUMNS, Charges, Why, charge_many, outcomes

DONE, INVALID, CANNOT_RUN = 0, 1, 2
# Why a case has no charge, in the words of the column `refused`.
REFUSALS = {
    Why.NO_YEAR: "no amounts are known for that day",
    Why.TOO_YOUNG: "younger than 18",
    Why.AGE_UNCLEAR: "between 60 and 68 the birth date is needed",
    Why.AMOUNT_MISSING: "an amount of that year has no source",
    Why.GUARANTEE_TOO_LOW: "the minimum income guarantee that was given is less than the national one",
}
WRITTEN = pa.schema(
    [
        ("weekly_charge", pa.int64()),
        ("council_pays", pa.int64()),
        ("assessed_income", pa.int64()),
        ("tariff_income", pa.int64()),
        ("outcome", pa.string()),
        ("refused", pa.string()),
    ]
)


def many(path: Path, out: Path, council: str) -> int:
    """Write an answer for each row, in the same order; 1 where some were refused, 2 where the file cannot be read."""
    try:
        refused, count = _write(path, out, policy(council))
    except Refused as problem:
        sys.stderr.write(f"onward charge: {path}: {problem} Nothing was worked out.\n")
        return INVALID
    except NoTable as problem:
        sys.stderr.write(f"onward charge: {problem}\n")
        return CANNOT_RUN
    sys.stdout.write(f"{count - refused} of {count} cases were worked out, into {out}.\n")
    if refused:
        sys.stderr.write(f"onward charge: {refused} cases were refused; the column “refused” says why.\n")
    return INVALID if refused else DONE


def schema(*, as_json: bool) -> int:
    """Print the columns that are read, and those that are written."""
    read = [
        {
            "name": each.name,
            "type": str(ARROW[each.type]),
            "needed": each.needed,
            "null": each.optional,
            "means": each.means,
        }
        for each in COLUMNS
    ]
    written = [{"name": each.name, "type": str(each.type)} for each in WRITTEN]
    if as_json:
        sys.stdout.write(f"{json.dumps({'read': read, 'written': written}, indent=2, ensure_ascii=False)}\n")
        return DONE
    sys.stdout.write("Read (amounts in pence; a column that is left out counts as nothing):\n")
    for each in read:
        needed = ", needed" if each["needed"] else ", may be null" if each["null"] else ""
        sys.stdout.write(f"  {each['name']} {each['type']}{needed}: {each['means']}\n")
    sys.stdout.write("Written:\n")
    sys.stdout.writelines(f"  {each['name']} {each['type']}\n" for each in written)
    return DONE


def _write(path: Path, out: Path, in_force: Policy) -> tuple[int, int]:
    """How many were refused, and how many there were. Of the columns that were read only `id` is written again."""
    refused = count = 0
    writer: pq.ParquetWriter | None = None
    for batch, columns in batches(path):
        charges = charge_many(columns, in_force)
        table = _answers(charges)
        if "id" in batch.schema.names:
            table = table.add_column(0, "id", batch.column("id"))
        writer = writer or pq.ParquetWriter(out, table.schema)
        writer.write_table(table)
        refused, count = refused + int(np.count_nonzero(charges.refused)), count + len(batch)
    if writer is None:
        pq.write_table(WRITTEN.empty_table(), out)
    else:
        writer.close()
    return refused, count


def _answers(charges: Charges) -> pa.Table:
    missing = charges.refused != Why.NOTHING
    amounts = [
        pa.array(each, mask=missing)
        for each in (
            charges.weekly_charge,
            charges.council_pays,
            charges.assessed_income,
            charges.tariff_income,
        )
    ]
    words = pa.array([each.value for each in Outcome])
    kinds = pa.DictionaryArray.from_arrays(pa.array(outcomes(charges), mask=missing), words)
    why = pa.DictionaryArray.from_arrays(
        pa.array(charges.refused - 1, mask=~missing), pa.array([REFUSALS[each] for each in list(Why)[1:]])
    )
    return pa.table([*amounts, kinds.dictionary_decode(), why.dictionary_decode()], schema=WRITTEN)
