"""Read the files to which a document refers, and find the targets of `$id`s and anchors in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from msgspec import Struct, field

from specloom.diagnostics import Diagnostic, Pointer, SpecloomError
from specloom.documents.document import Document, Json, Node
from specloom.documents.pointers import parse_fragment
from specloom.documents.reading.load import MOST_BYTES, load_source, parse_source
from specloom.project.sources import local_path

MOST_FILES = 1000
"""The default maximum number of other files of one document."""

SECONDS = 30.0
"""The default maximum of seconds for a URL, up to the last byte of its response."""

_DATA = frozenset(("example", "examples", "default", "enum", "const"))


class Allowed(Struct, frozen=True):
    """What a document may refer to besides the files in its own folder and its subfolders.

    `folders` are other folders, including their subfolders. `urls` allows downloads, and `offline`
    forbids them in any case. `most_files`, `most_bytes` of one file and `seconds` for one URL are
    limits. `requested` collects the addresses of all other files that were requested, found or not.
    """

    folders: tuple[Path, ...] = ()
    urls: bool = False
    requested: set[str] = field(default_factory=set[str])
    offline: bool = False
    most_files: int = MOST_FILES
    most_bytes: int = MOST_BYTES
    seconds: float = SECONDS


class File(Struct):
    """A file, with the address to which its references are relative, and the targets in it."""

    address: str
    document: Document
    scopes: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    ids: dict[str, Pointer] = field(default_factory=dict[str, Pointer])
    anchors: dict[tuple[str, str], Pointer] = field(default_factory=dict[tuple[str, str], Pointer])

    def base(self, pointer: Pointer) -> str:
        """Return the address to which a reference at a location is relative."""
        for length in range(len(pointer), 0, -1) if self.scopes else ():
            found = self.scopes.get(pointer[:length])
            if found is not None:
                return found
        return self.scopes.get((), self.address)


class Files:
    """The files of one document, each read once."""

    def __init__(self, document: Document, path: Path, allowed: Allowed, address: str = "") -> None:
        resolved = Path(os.path.realpath(path))
        self._folders = (
            resolved.parent,
            *(Path(os.path.realpath(each)) for each in allowed.folders),
        )
        self._urls = allowed.urls
        self._requested = allowed.requested
        self._limits = allowed
        self._shown_folder = Path(document.path).parent
        self._folder = resolved.parent
        # A document from a URL may refer to files next to it, like one in a folder.
        self._url_folder = "" if allowed.offline else address.rpartition("/")[0]
        self.main = File(address or resolved.as_uri(), document)
        self._files: dict[str, File] = {}
        self._ids: dict[str, tuple[File, Pointer]] = {}
        self.findings: list[Diagnostic] = []
        self._add(self.main)

    def target(self, node: Node, file: File, text: str) -> tuple[File, Pointer]:
        """Return the file and the pointer in it that a reference names.

        Raises:
            SpecloomError: the file cannot be read, or the reference is malformed.
        """
        try:
            address, fragment = urldefrag(urljoin(file.base(node.pointer), text))
            found, root = self._resource(node, address)
            if fragment and not fragment.startswith("/"):
                anchor = found.anchors.get((address, unquote(fragment)))
                if anchor is None:
                    anchor = found.anchors.get((found.base(root), unquote(fragment)))
                if anchor is None:
                    raise ValueError("no '$anchor' has that name")
                return found, anchor
            return found, (*root, *parse_fragment(fragment))
        except ValueError as error:
            raise node.error(
                "invalid-reference",
                f"the reference {text!r} is invalid: {error}",
                hint="write a reference like '#/components/schemas/Name' or 'file.yaml#/Name'",
            ) from None

    def _resource(self, node: Node, address: str) -> tuple[File, Pointer]:
        known = self._ids.get(address)
        if known is not None:
            return known
        file = self._files.get(address)
        if file is None:
            if len(self._files) > self._limits.most_files:
                raise node.error(
                    "too-many-files",
                    f"the document refers to more than {self._limits.most_files:,} files",
                    hint="bundle the files into one, or set [limits] files in the project file",
                )
            file = File(address, self._load(node, address))
            self._add(file)
        return file, ()

    def _add(self, file: File) -> None:
        self._files[file.address] = file
        for pointer, members, base in _resources(file.document.root, file.address):
            own = members.get("$id") if pointer else members.get("$id", members.get("$self"))
            if isinstance(own, str) and not own.startswith("#"):
                base = urldefrag(urljoin(base, own))[0]
                file.scopes[pointer] = base
                self._ids.setdefault(base, (file, pointer))
            for key in ("$anchor", "$dynamicAnchor"):
                name = members.get(key)
                if isinstance(name, str):
                    file.anchors.setdefault((base, name), pointer)

    def _load(self, node: Node, address: str) -> Document:
        self._requested.add(address)
        parts = urlsplit(address)
        if parts.scheme in ("http", "https"):
            return self._fetch(node, address)
        target = local_path(address)
        if target is None:
            raise node.error(
                "external-reference",
                f"{address!r} is neither a file nor an HTTP URL",
                hint="refer to a file in the folder of the document",
            )
        path = Path(os.path.realpath(target))
        if not any(path.is_relative_to(folder) for folder in self._folders):
            raise node.error(
                "reference-outside-folder",
                "the reference leads out of the folder of the document",
                hint="allow the folder with --allow-folder, or with [documents] folders in the "
                "project file",
            )
        shown = Path(os.path.relpath(path, self._folder))
        name = Path(os.path.normpath(self._shown_folder / shown)).as_posix()
        try:
            source = load_source(path, name, repairing=True, most=self._limits.most_bytes)
        except SpecloomError as error:
            raise node.error(
                "unreadable-reference",
                f"{name!r} cannot be read: {error.diagnostics[0].message}",
                hint="correct the reference, or the file",
            ) from None
        return self._document(name, source.value, source.findings)

    def _fetch(self, node: Node, address: str) -> Document:
        is_beside = self._url_folder != "" and address.startswith(f"{self._url_folder}/")
        if self._limits.offline or not (self._urls or is_beside):
            raise node.error(
                "url-not-allowed",
                f"{address!r} is a URL, and references to URLs are not allowed",
                hint="allow them with --allow-urls, or save the file next to the document",
            )
        from specloom.documents.reading.download import download

        try:
            content = download(address, self._limits.most_bytes, self._limits.seconds)
            source = parse_source(content, address, is_json=False, repairing=True)
        except (URLError, OSError, ValueError, SpecloomError) as error:
            if isinstance(error, HTTPError):
                error.close()
            reason = error.diagnostics[0].message if isinstance(error, SpecloomError) else error
            raise node.error(
                "unreadable-reference",
                f"{address!r} cannot be read: {reason}",
                hint="correct the reference, or save the file next to the document",
            ) from None
        return self._document(address, source.value, source.findings)

    def _document(self, shown: str, value: Json, findings: tuple[Diagnostic, ...]) -> Document:
        self.findings.extend(findings)
        return Document(shown, value if isinstance(value, dict) else {"": value})


def _resources(
    root: dict[str, Json], address: str
) -> Iterator[tuple[Pointer, dict[str, Json], str]]:
    """Yield every object that may have an `$id` or an anchor, with the base address there."""
    stack: list[tuple[Pointer, Json, str]] = [((), root, address)]
    while stack:
        pointer, value, base = stack.pop()
        if isinstance(value, dict):
            yield pointer, value, base
            own = value.get("$id", value.get("$self") if not pointer else None)
            if isinstance(own, str) and not own.startswith("#"):
                base = urldefrag(urljoin(base, own))[0]
            stack.extend(
                ((*pointer, key), each, base)
                for key, each in value.items()
                if isinstance(each, (dict, list)) and key not in _DATA and not key.startswith("x-")
            )
        elif isinstance(value, list):
            stack.extend(
                ((*pointer, str(index)), each, base)
                for index, each in enumerate(value)
                if isinstance(each, (dict, list))
            )


_A_FILE = re.compile(r"^[^#]*(?:/|\.json|\.ya?ml)")
_SPECIAL = re.compile(r"\$(?:id|self|anchor|dynamicRef|dynamicAnchor|recursiveRef)$")


def needs_bundling(root: dict[str, Json]) -> bool:
    """Return whether a document refers to anything but its own parts by JSON pointer."""
    stack: list[Json] = [root]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            for key, each in value.items():
                if isinstance(each, (dict, list)):
                    stack.append(each)
                    if key == "mapping" and isinstance(each, dict):
                        if any(isinstance(x, str) and _A_FILE.search(x) for x in each.values()):
                            return True
                elif key[:1] == "$" and isinstance(each, str):
                    if key == "$ref" and not each.startswith(_PLACES):
                        return True
                    if _SPECIAL.match(key):
                        return True
        elif isinstance(value, list):
            stack.extend(each for each in value if isinstance(each, (dict, list)))
    return False


_PLACES = ("#/components/", "#/definitions/", "#/parameters/", "#/responses/")
