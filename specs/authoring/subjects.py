"""Read the columns of a row that describe the subject of a document."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from specs.authoring.cells import Cell, Columns, Json, parse_each
from specs.authoring.rows import Scopes, Subject, Texts

SUBJECT = ("label", "about", "use_case", "documentation", "tiers", "scopes", "sample")


def read_subject(
    name: str,
    row: Columns,
    texts: Texts,
    note: str,
    sample: Mapping[str, Json],
    versions: Collection[str],
) -> Subject:
    """Read the columns in `SUBJECT`.

    `note` receives what the row says; `sample` has the values that the row does not give. `versions` are the
    names that `all_in` and `none_in` may contain.

    Raises:
        TableError: a column has the wrong form.
    """
    documentation, tiers = row.get("documentation"), row.get("tiers")
    scopes = dict(row.rows("scopes"))
    all_in, none_in = (
        _versions(scopes.pop(column, None), versions) for column in ("all_in", "none_in")
    )
    keys = {access: cell for access, cell in scopes.items() if isinstance(cell.value, str)}
    scopes = {access: cell for access, cell in scopes.items() if access not in keys}
    return Subject(
        name=name,
        label=row["label"].text(),
        about=tuple(part for part in (row["about"].text(), note) if part),
        use_case=row["use_case"].text(),
        documentation=(
            texts.documentation if documentation is None else read_documentation(documentation)
        ),
        tiers=texts.tiers if tiers is None else tiers.plain(),
        scopes=parse_each(scopes, lambda _, cell: read_scopes(cell, texts)),
        keys=parse_each(keys, lambda _, cell: cell.one_of("API key", texts.keys)),
        all_in=all_in,
        none_in=none_in,
        sample={
            **texts.sample,
            **sample,
            **{key: value.plain() for key, value in row.rows("sample").items()},
        },
    )


def read_documentation(cell: Cell) -> Json:
    """Read {name, url}. Raises TableError."""
    row = cell.columns("name", "url")
    return [{"name": row["name"].text(), "url": row["url"].text()}]


def read_scopes(cell: Cell, texts: Texts) -> Scopes:
    """Read [a, b + c]: scope `a`, or `b` and `c` together. Raises TableError."""
    return tuple(_together(element, texts) for element in cell.elements())


def _versions(cell: Cell | None, known: Collection[str]) -> tuple[str, ...]:
    return () if cell is None else tuple(each.one_of("version", known) for each in cell.elements())


def _together(cell: Cell, texts: Texts) -> tuple[str, ...]:
    names = cell.text().split(" + ")
    return tuple(
        Cell(cell.table, cell.line, cell.row, name).one_of("scope", texts.scopes) for name in names
    )
