"""Load a JSON or YAML 1.2 file as a document."""

from __future__ import annotations

import contextlib
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Location, Severity, SpecloomError
from specloom.documents.document import Document, Json, kind_of
from specloom.documents.reading.dialects import dialect_of, quoted_version
from specloom.documents.reading.json_text import looks_like_json, parse_json
from specloom.documents.reading.others import refuse_conflict, refuse_page

MOST_BYTES = 100_000_000
"""The default maximum size of a file; the largest public documents are below half of it."""


class Source(Struct, frozen=True):
    """A file that was read and parsed, of any format."""

    path: str
    value: Json
    findings: tuple[Diagnostic, ...] = ()

    def as_document(self, wanted: str) -> Document:
        """Return the document of a file that contains an object; `wanted` is what it should contain.

        Raises `not-an-object`.
        """
        if isinstance(self.value, dict):
            return Document(self.path, self.value, findings=self.findings)
        if self.value is None:
            raise SpecloomError.of(
                "not-an-object",
                "the file is empty",
                hint=f"write {wanted} to the file, or name another file",
                location=Location(self.path),
            )
        found = kind_of(self.value)
        raise SpecloomError.of(
            "not-an-object",
            f"the file contains {found} instead of {wanted}",
            hint=f"name a file that contains {wanted}",
            location=Location(self.path),
        )


def load_document(path: Path, shown: str, most: int = MOST_BYTES) -> Document:
    """Load the OpenAPI document at `path`; `shown` is its name in diagnostics.

    Errors with one plausible interpretation are repaired, see `load_source`. Raises what that
    raises, and `not-an-object`, `not-openapi` or `unsupported-dialect`.
    """
    source = load_source(path, shown, repairing=True, most=most)
    document = source.as_document("an OpenAPI document")
    document = quoted_version(document)
    dialect_of(document)
    return document


def load_source(
    path: Path, shown: str, *, repairing: bool = False, most: int = MOST_BYTES
) -> Source:
    """Read and parse the file at `path`, of any format.

    The file is UTF-8, with or without a byte order mark. It is JSON if its name ends in `.json` or
    if it begins like JSON and parses as such, otherwise YAML 1.2 (core schema). With `repairing`,
    equal keys, tabs, YAML in a file called `.json` and similar errors are warnings.

    Raises `file-not-found`, `not-a-file`, `unreadable-file`, `too-large`, `not-utf-8`,
    `merge-conflict`, `not-openapi` for a page of HTML, `invalid-json`, `invalid-yaml`, `duplicate-key`,
    `invalid-number` or `too-deep`.
    """
    content = read_bytes(path, shown, most)
    return parse_source(content, shown, is_json=is_json_file(path), repairing=repairing)


def parse_source(content: bytes, shown: str, *, is_json: bool, repairing: bool) -> Source:
    """Parse the content of a file, like `load_source`."""
    text = decode(content, shown)
    try:
        return _parsed(text, shown, is_json=is_json, repairing=repairing)
    except SpecloomError as error:
        if any(each.code in ("invalid-json", "invalid-yaml") for each in error.diagnostics):
            refuse_page(text, shown)
            refuse_conflict(text, shown)
        raise


def _parsed(text: str, shown: str, *, is_json: bool, repairing: bool) -> Source:
    if not repairing:
        return Source(shown, _parse(text, shown, is_json=is_json))
    repaired: list[Diagnostic] = []
    try:
        return Source(
            shown, _parse(text, shown, is_json=is_json, repaired=repaired), tuple(repaired)
        )
    except SpecloomError as error:
        if not is_json or any(each.code != "invalid-json" for each in error.diagnostics):
            raise
        from specloom.documents.reading.yaml_text import parse_yaml

        try:
            value = parse_yaml(text, shown, repaired)
        except SpecloomError:
            value = None
        if not isinstance(value, dict):
            raise
        why = [replace(each, severity=Severity.WARNING) for each in error.diagnostics]
        return Source(shown, value, (*why, *repaired))


def too_large(location: Location, most: int) -> SpecloomError:
    """Return the error for a file that is too large."""
    return SpecloomError.of(
        "too-large",
        f"the file is larger than {most:,} bytes",
        hint="split the document, or set [limits] bytes in the project file",
        location=location,
    )


def is_json_file(path: Path) -> bool:
    """Return whether a file is JSON according to its name."""
    return path.suffix.lower() == ".json"


def decode(content: bytes, shown: str) -> str:
    """Return the content of a UTF-8 file without its byte order mark. Raises `not-utf-8`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]:
        raise SpecloomError.of(
            "not-utf-8",
            "the file is not encoded in UTF-8; it looks like UTF-16 or UTF-32",
            hint="save the file as UTF-8",
            location=Location(shown),
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The decoder counts from after the byte order mark.
        start = error.start + (3 if content.startswith(b"\xef\xbb\xbf") else 0)
        before = content[:start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        raise SpecloomError.of(
            "not-utf-8",
            f"the byte {content[start]:#04x} is not valid UTF-8",
            hint="save the file as UTF-8",
            location=Location(shown, (), line, column),
        ) from None


def _parse(
    text: str, shown: str, *, is_json: bool, repaired: list[Diagnostic] | None = None
) -> Json:
    if not is_json and looks_like_json(text):
        try:
            return parse_json(text, shown, repaired)
        except SpecloomError as error:
            # A brace also begins the flow style of YAML, so other content may be that.
            if any(each.code != "invalid-json" for each in error.diagnostics):
                raise
    if is_json:
        return parse_json(text, shown, repaired)
    from specloom.documents.reading.yaml_text import parse_yaml

    return parse_yaml(text, shown, repaired)


def _nearest(path: Path, shown: str) -> str:
    """Return a hint with the name of a file that is similar to one that does not exist."""
    from difflib import get_close_matches

    names: list[str] = []
    with contextlib.suppress(OSError, ValueError):
        names = sorted(each.name for each in path.parent.iterdir())
    close = get_close_matches(path.name, names, n=1, cutoff=0.8)
    if close:
        return f"did you mean {shown.removesuffix(path.name)}{close[0]}?"
    return "check the path; a relative path is relative to the current folder"


def read_bytes(path: Path, shown: str, most: int = MOST_BYTES) -> bytes:
    """Read a regular file of at most so many bytes. Raises errors like `load_source`."""
    location = Location(shown)
    try:
        if path.exists() and not path.is_file():
            raise SpecloomError.of(
                "not-a-file",
                "the path is a folder" if path.is_dir() else "the path is not a regular file",
                hint="write the path of the document itself",
                location=location,
            )
        if path.stat().st_size > most:
            raise too_large(location, most)
        return path.read_bytes()
    except FileNotFoundError:
        raise SpecloomError.of(
            "file-not-found",
            "the file does not exist",
            hint=_nearest(path, shown),
            location=location,
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SpecloomError.of(
            "unreadable-file",
            f"the file cannot be read: {reason}",
            hint="check the path and the permissions of the file",
            location=location,
        ) from None
