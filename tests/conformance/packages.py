"""Generate a package from each document of the test server."""

from __future__ import annotations

import hashlib
import os
import re
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any

import msgspec
from specloom.diagnostics import SpecloomError, format_diagnostic
from specloom.documents.document import Document
from specloom.emit.render import render, template_root
from specloom.emit.write import write
from specloom.pipeline import call_map, check_documents, compile_documents
from specloom.project.model import plain_project
from specloom.python.operations.calls import OperationCall
from specloom.python.plan import plan

from tests.conformance.npm_package import BUILD

GENERATOR = Path(__file__).parent.parent.parent / "generator"


class Argument(msgspec.Struct, frozen=True):
    """An argument of a call; `only` contains its only allowed value, if it has one."""

    python_name: str
    wire_name: str
    place: str
    required: bool
    only: tuple[Any, ...] = ()


class Operation(msgspec.Struct, frozen=True):
    """An operation, and how a package calls it."""

    method: str
    path: str
    operation_id: str
    call: str
    arguments: tuple[Argument, ...]
    opened: tuple[Argument, ...] = ()
    pages: bool = False


class Package(msgspec.Struct, frozen=True):
    """The package of a document; `refused` is the reason if there is none."""

    document: str
    module: str = ""
    client: str = ""
    folder: str = ""
    operations: tuple[Operation, ...] = ()
    warnings: tuple[str, ...] = ()
    refused: str = ""


def generate_all(documents: list[Path]) -> list[Package]:
    """Generate a package from each document; reuse those of the same generator."""
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        return list(pool.map(partial(_generate, _generator_key()), documents))


def _generate(generator: str, document: Path) -> Package:
    folder = BUILD / "packages" / document.stem
    made = folder / "package.json"
    key = hashlib.sha256(generator.encode() + document.read_bytes()).hexdigest()
    mark = folder / "key.txt"
    if not (mark.exists() and mark.read_text() == key):
        folder.mkdir(parents=True, exist_ok=True)
        made.write_bytes(msgspec.json.encode(_make(document, folder / "package")))
        mark.write_text(key)
    return msgspec.json.decode(made.read_bytes(), type=Package)


def _make(document: Path, output: Path) -> Package:
    words = "_".join(re.findall(r"[0-9A-Za-z]+", document.stem)).lower()
    project = plain_project((document,), package=f"at_{words}", output=output)
    package = msgspec.structs.replace(project.package, features=("hooks",))  # for cookies
    project = msgspec.structs.replace(project, package=package)
    try:
        documents = check_documents(project)
        compiled = compile_documents(documents, project)
        planned = plan(compiled.interned, compiled.names, project)
        write(render(planned, template_root()), output)
    except SpecloomError as error:
        reasons = "\n".join(format_diagnostic(each) for each in error.diagnostics)
        return Package(document.stem, refused=reasons)
    operations = tuple(_operation(each, documents[0]) for each in call_map(compiled))
    return Package(
        document.stem,
        project.package.module,
        project.package.client,
        str(output),
        operations,
        tuple(format_diagnostic(each) for each in planned.warnings),
    )


def _operation(call: OperationCall, document: Document) -> Operation:
    only = _only(call, document.root)

    def arguments(found: Any) -> tuple[Argument, ...]:
        return tuple(
            Argument(
                each.python_name,
                each.wire_name,
                each.place,
                each.required,
                only.get((each.place, each.wire_name), ()),
            )
            for each in found
        )

    return Operation(
        call.method,
        call.path,
        call.operation_id or "",
        call.call,
        arguments(call.arguments),
        arguments(call.resource_arguments),
        call.pages,
    )


def _only(call: OperationCall, root: Any) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return the parameters and body properties for which the document allows only one value."""
    item = root["paths"][call.path]
    operation = item[call.method.lower()]
    found: dict[tuple[str, str], tuple[Any, ...]] = {}
    for each in [*item.get("parameters", []), *operation.get("parameters", [])]:
        parameter = _follow(each, root)
        found[parameter["in"], parameter["name"]] = _choice(parameter.get("schema", {}), root)
    body = _follow(operation.get("requestBody", {}), root)
    for media in body.get("content", {}).values():
        schema = _follow(media.get("schema", {}), root)
        for name, member in schema.get("properties", {}).items():
            found["body", name] = _choice(member, root)
    return found


def _choice(schema: Any, root: Any) -> tuple[Any, ...]:
    schema = _follow(schema, root)
    if "const" in schema:
        return (schema["const"],)
    values = schema.get("enum", ())
    return tuple(values) if len(values) == 1 else ()


def _follow(value: Any, root: Any) -> Any:
    while isinstance(value, dict) and "$ref" in value:
        found = root
        for token in value["$ref"].removeprefix("#/").split("/"):
            found = found[token.replace("~1", "/").replace("~0", "~")]
        value = found
    return value


@cache
def _generator_key() -> str:
    """Return a key that changes with every file of the generator and its templates."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for folder in (GENERATOR, template_root()):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    return digest.hexdigest()
