"""Generate the documents from the tables, or with `--check` report which differ."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from specs.authoring.cells import TableError
from specs.authoring.compose import compose_document
from specs.authoring.drift import document_text, find_drift, repair_drift
from specs.authoring.plan import plan_documents
from specs.authoring.tables import load_tables

SPECS = Path(__file__).resolve().parent.parent


def wanted_documents(tables: Path) -> dict[str, str]:
    """Return the contents of all documents by their paths under `documents/`. Raises TableError."""
    loaded = load_tables(tables)
    wanted: dict[str, str] = {}
    problems: list[str] = []
    for plan in plan_documents(loaded):
        try:
            wanted[plan.path] = document_text(compose_document(plan, loaded.texts))
        except TableError as error:
            problems += error.problems
    if problems:
        raise TableError(*problems)
    return wanted


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 1 for an error in a table and, with `--check`, for any difference."""
    parser = argparse.ArgumentParser(prog="python -m specs.authoring", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if a document differs"
    )
    parser.add_argument(
        "--specs", type=Path, default=SPECS, help="the folder that contains tables/ and documents/"
    )
    options = parser.parse_args(arguments)
    try:
        wanted = wanted_documents(options.specs / "tables")
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    drift = find_drift(wanted, options.specs / "documents")
    for line in drift.lines():
        print(line)
    if options.check:
        if drift.lines():
            print("hint: run `make documents`", file=sys.stderr)
        return 1 if drift.lines() else 0
    repair_drift(drift, wanted, options.specs / "documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())
