"""Split what comes in portions into lines or records, in time linear in the number of bytes."""

from __future__ import annotations


class Splitter:
    """The parts between separators.

    What waits for its end stays in portions, and is joined once.
    """

    def __init__(self, separator: bytes) -> None:
        self._separator = separator
        self._waiting: list[bytes] = []

    def split(self, portion: bytes) -> list[bytes]:
        """The parts that end within this portion."""
        first, *others = portion.split(self._separator)
        if first:
            self._waiting.append(first)
        if not others:
            return []
        parts = [b"".join(self._waiting), *others]
        last = parts.pop()
        self._waiting = [last] if last else []
        return parts

    def rest(self) -> bytes:
        """What no separator ended."""
        rest = b"".join(self._waiting)
        self._waiting = []
        return rest


class LineSplitter(Splitter):
    """Whole lines; CR, LF and both of them end a line."""

    def __init__(self) -> None:
        super().__init__(b"\n")
        self._after_cr = False

    def split(self, portion: bytes) -> list[bytes]:
        if not portion:
            return []
        if self._after_cr and portion.startswith(b"\n"):
            portion = portion[1:]  # it belongs to the CR before it
        self._after_cr = portion.endswith(b"\r")
        if b"\r" in portion:
            portion = portion.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return super().split(portion)


class RecordSplitter:
    """JSON texts, one a line, or each after a record separator as in RFC 7464, where the first one
    has it.
    """

    def __init__(self) -> None:
        self._splitter: Splitter | None = None

    def split(self, portion: bytes) -> list[bytes]:
        """The texts that end within this portion."""
        if self._splitter is None:
            start = portion.lstrip(b" \t\r\n")
            if not start:
                return []
            self._splitter = Splitter(b"\x1e" if start.startswith(b"\x1e") else b"\n")
        return [each for each in self._splitter.split(portion) if each.strip()]

    def rest(self) -> list[bytes]:
        """The last text, where nothing ended it."""
        rest = b"" if self._splitter is None else self._splitter.rest()
        return [rest] if rest.strip() else []
