"""The names that an earlier generation published, as the manifest in the output folder records them.

An operation keeps its call, its arguments keep their names and their order, and a schema keeps its class and its
attributes, whatever the rules of today would choose. An operation is recognised by its version, its document's
resource, its method and its path; a schema by its version, its document's resource and its JSON pointer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NoReturn, cast

from msgspec import Struct, field

from specloom.diagnostics import Location, SpecloomError

MANIFEST = ".specloom.json"
"""Lists the files that are ours in an output folder, and the names that were published."""

MADE_OF = "made-of"
"""The member of a manifest that records what the output was made of; see `records`."""

_LISTS = ("calls", "models")

ENUMERATION = "enumeration"
"""The kind of a model that is an alias of an enumeration."""

FRESH = "restore the file, or pass --fresh-names to choose all names again"


class PublishedCall(Struct, frozen=True):
    """The call of an operation.

    `version` and `resource` are those of its document, "" for none. `operation` is its method and path,
    ``GET /pets/{id}``; `call` is what callers write, ``pets.get``. `words` are those that the call is made of,
    () where the call has them as they are. `arguments` maps places and wire names to Python names, in order:
    ``{"path id": "pet_id"}``. `gone` says that the operation is no longer in the documents.
    """

    operation: str
    call: str
    version: str = ""
    resource: str = ""
    words: tuple[str, ...] = ()
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    gone: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What the operation is recognised by."""
        return self.version, self.resource, self.operation


class PublishedModel(Struct, frozen=True):
    """The class of a schema.

    `version` and `resource` are those of its document, "" for none. `schema` is the JSON pointer of the schema,
    ``#/components/schemas/Pet``; `name` is the class. `attributes` maps wire names to Python names. Of an
    enumeration that only has an alias, `kind` is ``enumeration``, and `schema` is a property or parameter that has it.
    """

    schema: str
    name: str
    version: str = ""
    resource: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])
    kind: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What the schema is recognized by."""
        return self.version, self.resource, self.schema


class Published(Struct, frozen=True):
    """All names that were published. `file` is the manifest, as it is shown, "" for none."""

    calls: tuple[PublishedCall, ...] = ()
    file: str = ""
    models: tuple[PublishedModel, ...] = ()

    def location(self, named: PublishedCall | PublishedModel) -> Location:
        """Where the manifest records a call or a model."""
        line = None
        path = Path(self.file)
        if self.file and path.is_file():
            wanted = _line(named).strip()
            lines = path.read_text("utf-8", "replace").splitlines()
            found = (number for number, each in enumerate(lines, 1) if wanted in each)
            line = next(found, None)
        return Location(self.file, (), line, 1 if line else None)


def names_section(
    module: str, calls: Iterable[PublishedCall], models: Iterable[PublishedModel] = ()
) -> dict[str, object]:
    """The section of a manifest that records names."""
    section: dict[str, object] = {"module": module, "calls": [_written(each) for each in calls]}
    if written := [_written_model(each) for each in models]:
        section["models"] = written
    return section


def dump_manifest(
    files: Iterable[str],
    names: Mapping[str, object] | None,
    record: Mapping[str, object] | None = None,
    others: Mapping[str, object] | None = None,
) -> bytes:
    """Serialize a manifest: a file, a call and a model each have a line, so that diffs are short.

    Args:
        files: the paths of the generated files.
        names: the public names.
        record: what the files were made of.
        others: further keys of the manifest and their values.
    """
    listing: dict[str, object] = {"made-by": "specloom"}
    if record is not None:
        listing[MADE_OF] = record
    listing["files"] = sorted(files)
    text = json.dumps(listing, indent=1, ensure_ascii=False)
    if names is not None:
        rest = {key: value for key, value in names.items() if key not in _LISTS}
        head = json.dumps(rest, indent=1, ensure_ascii=False)[1:-2].replace("\n", "\n ")
        lists = "".join(f',\n  "{key}": {_lines(names[key])}' for key in _LISTS if key in names)
        text = f'{text[:-2]},\n "names": {{{head}{lists}\n }}\n}}'
    for key, value in (others or {}).items():
        shown = json.dumps(value, indent=1, ensure_ascii=False).replace("\n", "\n ")
        text = f"{text[:-2]},\n {json.dumps(key)}: {shown}\n}}"
    return f"{text}\n".encode()


def load_records(output: Path) -> Mapping[str, object]:
    """Return the keys and values of the manifest of an output folder; none if it cannot be read."""
    try:
        listing = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return cast(Mapping[str, object], listing) if _is_table(listing) else {}


def load_published(output: Path, module: str) -> Published:
    """Read the names that the manifest of an output folder records for a package.

    A manifest that cannot be read is left to writing, which reports it.

    Raises:
        SpecloomError: the record of names is not as specloom writes it.
    """
    path = output / MANIFEST
    try:
        listing = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Published()
    names: object = cast(dict[str, object], listing).get("names") if _is_table(listing) else None
    if names is None:
        return Published()
    shown = path.as_posix()
    if not _is_table(names):
        _refuse(shown, "'names' must be an object")
    table = cast(dict[str, object], names)
    if table.get("module") != module:
        return Published()  # those of another package
    calls = table.get("calls")
    if not isinstance(calls, list):
        _refuse(shown, "'names' has no list of calls")
    models = table.get("models", [])
    if not isinstance(models, list):
        _refuse(shown, "'names' has no list of models")
    return Published(
        tuple(_read(each, shown) for each in cast(list[object], calls)),
        shown,
        tuple(_read_model(each, shown) for each in cast(list[object], models)),
    )


def _read(value: object, shown: str) -> PublishedCall:
    table = cast(dict[str, object], value) if _is_table(value) else {}
    words, arguments = table.get("words", []), table.get("arguments", {})
    texts = [table.get(key, "") for key in ("operation", "call", "version", "resource")]
    if _is_table(arguments) and isinstance(words, list):
        named = cast(dict[str, object], arguments)
        texts += [*cast(list[object], words), *named.values()]
    else:
        texts = []
    if not texts or not all(isinstance(each, str) for each in texts) or not all(texts[:2]):
        _refuse(shown, f"invalid record of a call: {json.dumps(value)[:200]}")
    operation, call, version, resource, *_ = cast(list[str], texts)
    return PublishedCall(
        operation,
        call,
        version,
        resource,
        tuple(cast(list[str], words)),
        cast(dict[str, str], arguments),
        table.get("gone") is True,
    )


def _read_model(value: object, shown: str) -> PublishedModel:
    table = cast(dict[str, object], value) if _is_table(value) else {}
    attributes = table.get("attributes", {})
    texts = [table.get(key, "") for key in ("schema", "name", "version", "resource", "kind")]
    named = cast(dict[str, object], attributes) if _is_table(attributes) else {"": None}
    are_strings = all(isinstance(each, str) for each in (*texts, *named.values()))
    if not are_strings or not texts[0] or not texts[1]:
        _refuse(shown, f"invalid record of a model: {json.dumps(value)[:200]}")
    schema, name, version, resource, kind = cast(list[str], texts)
    return PublishedModel(schema, name, version, resource, cast(dict[str, str], named), kind)


def _written_model(model: PublishedModel) -> dict[str, object]:
    found: dict[str, object] = {}
    if model.version:
        found["version"] = model.version
    if model.resource:
        found["resource"] = model.resource
    found |= {"schema": model.schema, "name": model.name}
    if model.kind:
        found["kind"] = model.kind
    if model.attributes:
        found["attributes"] = dict(model.attributes)
    return found


def _written(call: PublishedCall) -> dict[str, object]:
    found: dict[str, object] = {}
    if call.version:
        found["version"] = call.version
    if call.resource:
        found["resource"] = call.resource
    found |= {"operation": call.operation, "call": call.call}
    if call.words:
        found["words"] = list(call.words)
    if call.arguments:
        found["arguments"] = dict(call.arguments)
    if call.gone:
        found["gone"] = True
    return found


def _line(named: PublishedCall | PublishedModel) -> str:
    written = _written(named) if isinstance(named, PublishedCall) else _written_model(named)
    return json.dumps(written, ensure_ascii=False)


def _lines(records: object) -> str:
    lines = ",\n".join(f"   {json.dumps(each, ensure_ascii=False)}" for each in _list(records))
    return f"[\n{lines}\n  ]"


def _list(value: object) -> list[object]:
    return cast(list[object], value) if isinstance(value, list) else []


def _is_table(value: object) -> bool:
    return isinstance(value, dict)


def _refuse(shown: str, message: str) -> NoReturn:
    raise SpecloomError.of("invalid-record", message, hint=FRESH, location=Location(shown))
