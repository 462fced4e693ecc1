"""An area folder: `area.toml`, and the files it names. Faults are sentences: what, where, what to do."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REQUIRED = {
    "directory": ("id", "name"),
    "postcodes": ("postcode", "latitude", "longitude"),
}


class AreaProblem(Exception):
    """The folder cannot be loaded as it is; the message says what is wrong, where, and what to do."""


class AreaMissing(AreaProblem):
    """There is no folder, or no `area.toml` in it."""


@dataclass(frozen=True)
class Row:
    """One row in our own headings, and the line of the file on which it ends."""

    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")


@dataclass(frozen=True)
class Source:
    """One file of the folder, and how its headings map to ours."""

    path: Path
    columns: Mapping[str, str]
    needed: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """Every row that is not blank; AreaProblem where the file is empty or a needed column lacks."""
        reader = csv.reader(_text(self.path).splitlines(keepends=True))
        try:
            headings = [heading.strip() for heading in next(reader, [])]
            places = self._places(headings)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield Row(reader.line_num, {ours: _cell(cells, at) for ours, at in places.items()})
        except csv.Error as problem:
            raise AreaProblem(
                f"{self.path}, line {reader.line_num}, is not comma-separated values ({problem}). "
                "Look for a quotation mark that is never closed, or save the file as CSV again."
            ) from problem

    def _places(self, headings: list[str]) -> dict[str, int]:
        if not any(headings):
            raise AreaProblem(
                f"{self.path} is empty. Its first line must be headings, with a row for each after it."
            )
        mapped = {heading: heading for heading in headings if heading} | dict(self.columns)
        for ours in self.needed:
            if mapped.get(ours) not in headings:
                raise AreaProblem(
                    f"{self.path} has no column {mapped.get(ours, ours)!r}, which is our {ours!r}. "
                    f"Its columns are: {', '.join(headings)}. "
                    "Add it, or name the right one under `columns` in area.toml."
                )
        return {ours: headings.index(theirs) for ours, theirs in mapped.items() if theirs in headings}


@dataclass(frozen=True)
class AreaFolder:
    """What `area.toml` says of the place."""

    code: str
    name: str
    attribution: tuple[str, ...]
    files: Mapping[str, Source]
    boundaries: Path | None = None


def read_area(folder: Path) -> AreaFolder:
    """The area in `folder`; AreaProblem where a required part is missing. No row is read yet."""
    where = folder / "area.toml"
    if not where.is_file():
        raise AreaMissing(f"There is no {where}. Give the folder of an area: the one with area.toml in it.")
    try:
        said = tomllib.loads(_text(where))
    except tomllib.TOMLDecodeError as problem:
        raise AreaProblem(f"{where} is not TOML: {problem}. Correct that line.") from problem
    for part in ("name", "code"):
        if not isinstance(said.get(part), str) or not said[part].strip():
            raise AreaProblem(f'{where} does not say the area\'s {part}. Add a line such as: {part} = "…"')
    return AreaFolder(
        code=said["code"].strip(),
        name=said["name"].strip(),
        attribution=_attribution(said.get("attribution", []), where),
        files={role: _source(folder, role, said.get("files"), needed) for role, needed in REQUIRED.items()},
        boundaries=_boundaries(folder, said["files"]),
    )


def _boundaries(folder: Path, files: Mapping[str, Any]) -> Path | None:
    """The file of outlines, where one is named; whether it can be read is seen when it is."""
    table = files.get("boundaries")
    path = table.get("path") if isinstance(table, dict) else None
    return folder / path if isinstance(path, str) else None


def _source(folder: Path, role: str, files: Any, needed: tuple[str, ...]) -> Source:
    where = folder / "area.toml"
    table = files.get(role) if isinstance(files, dict) else None
    if not isinstance(table, dict) or not isinstance(table.get("path"), str):
        raise AreaProblem(
            f"{where} does not name the {role} file. Add a table [files.{role}] with a line such as: "
            f'path = "{role}.csv"'
        )
    columns = table.get("columns", {})
    if not isinstance(columns, dict) or not all(isinstance(theirs, str) for theirs in columns.values()):
        raise AreaProblem(
            f'{where}: `columns` of [files.{role}] must be pairs such as: {{ name = "Service name" }}'
        )
    path = folder / table["path"]
    if not path.is_file():
        raise AreaProblem(
            f"{where} names {path} as the {role} file, and there is no such file. Correct its path."
        )
    return Source(path, columns, needed)


def _attribution(said: Any, where: Path) -> tuple[str, ...]:
    lines = [said] if isinstance(said, str) else said
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise AreaProblem(f"{where}: `attribution` must be a list of lines of text, each in quotation marks.")
    return tuple(lines)


def _text(path: Path) -> str:
    """The text of a file in UTF-8, with or without its mark, or else as Windows writes it."""
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise AreaProblem(
            f"{path} cannot be read: {problem.strerror}. Check that you may open it."
        ) from problem
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""
