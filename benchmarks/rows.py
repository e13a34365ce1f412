"""All rows by name, in the order in which they are measured and shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from benchmarks import rows_generate, rows_growth, rows_runtime
from benchmarks.measure import Row
from benchmarks.options import Options

ROWS: dict[str, Callable[[Options], AbstractContextManager[Row]]] = {
    "document": rows_generate.document,
    "documents": rows_generate.documents,
    "github": rows_generate.github,
    "decode": rows_runtime.decode,
    "encode": rows_runtime.encode,
    "batch": rows_runtime.batch,
    "get": rows_runtime.get,
    "import": rows_runtime.imports,
    "first-call": rows_runtime.first_call,
    "size": rows_runtime.size,
    "grow-documents": rows_growth.documents,
    "grow-schemas": rows_growth.schemas,
    "grow-calls": rows_growth.calls,
    "grow-records": rows_growth.records,
}
