"""The search index: what searches find is older than the records by some seconds."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from ._store import Row, Table


class Index:
    """The records of a table as they were `lag` seconds ago, without archived ones."""

    def __init__(self, table: Table, clock: Callable[[], float], lag: float) -> None:
        self._table, self._clock, self._lag = table, clock, lag
        self._rows: dict[int, Row] = {}
        self._pending: deque[tuple[float, int, Row | None]] = deque()
        self._version = 0
        table.listeners.append(self._note)

    @property
    def version(self) -> int:
        """The number of changes that searches find."""
        while self._pending and self._pending[0][0] <= self._clock() - self._lag:
            _, index, row = self._pending.popleft()
            self._version += 1
            self._rows.pop(index, None)
            if row is not None:
                self._rows[index] = row
        return self._version

    def row(self, index: int) -> Row:
        """Return the record at an index, as `rows` yields it."""
        return self._rows[index]

    def rows(self, first: int = 0) -> Iterator[tuple[int, Row]]:
        """Yield the records from an index on."""
        return ((index, self._rows[index]) for index in sorted(self._rows) if index >= first)

    def _note(self, index: int, row: Row | None) -> None:
        gone = row is None or row.archived is not None
        self._pending.append((self._clock(), index, None if gone else row))
