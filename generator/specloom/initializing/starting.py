"""Write the first project file from documents, with proposals for settings that they do not contain."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct, field

from specloom.documents.document import Document
from specloom.documents.specification import declared_operations
from specloom.initializing.errors import Errors, recognise_errors
from specloom.initializing.recognizing import Paging, recognise_paging
from specloom.initializing.settings import Settings, at
from specloom.initializing.writing import comment, overlay_text, quoted
from specloom.naming.words import pascal_case, snake_case
from specloom.project.model import Source, conflict_of_module, module_name
from specloom.project.packaging import canonical_license

OVERLAY = "specloom-overlay.yaml"
SCHEMA = "specloom.schema.json"

_VERSION = re.compile(r"v\d+([._-]?\d+)*(alpha\d*|beta\d*)?|\d{4}-\d{2}(-\d{2})?|\d+(\.\d+)+")


class Names(Struct, frozen=True):
    """The names of a new package. Empty names are derived from the documents."""

    package: str = ""
    client: str = ""
    output: str = ""


class Start(Struct):
    """The settings of a new project."""

    names: Names
    files: list[str]
    order: list[str]
    servers: list[str] = field(default_factory=list[str])
    licence: str = ""
    version: str = ""
    credentials: Mapping[str, bool] = field(default_factory=dict[str, bool])
    environment: dict[str, str] = field(default_factory=dict[str, str])
    paging: list[Paging] = field(default_factory=list[Paging])
    errors: Errors | None = None
    path_versions: dict[str, int] = field(default_factory=dict[str, int])
    operations: int = 0

    def undecided(self) -> list[str]:
        """Return the operations that page differently in several documents.

        An action of an overlay applies to all documents, so that none can be right for them.
        """
        found: dict[str, list[object]] = {}
        for each in self.paging:
            ways = found.setdefault(f"{each.method} {each.path}", [])
            if each.extension not in ways:
                ways.append(each.extension)
        return [operation for operation, ways in found.items() if len(ways) > 1]


def examine(
    sources: Sequence[Source],
    documents: Sequence[Document],
    folder: Path,
    names: Names,
    credentials: Mapping[str, bool],
) -> Start:
    """Determine the settings of a project from validated documents.

    Args:
        sources: the sources of the documents.
        documents: the documents, in the same order.
        folder: the folder of the project file.
        names: the requested names.
        credentials: the arguments of the client for credentials, and whether each is one string.
    """
    title = next(filter(None, (_info(each, "title") for each in documents)), "client")
    package = names.package or _package_name(title)
    names = Names(
        package,
        names.client or pascal_case(package.replace("-", "_").split("_")),
        names.output or f"{package.removesuffix('-client')}-client",
    )
    files, order = arrange(sources, folder)
    found = Start(names, files, order)
    prefix = re.sub(r"[^A-Z0-9]+", "_", package.upper()).strip("_")
    prefix = prefix if not prefix[:1].isdigit() else f"API_{prefix}"
    found.credentials = credentials
    found.environment = {
        each: f"{prefix}_{each.upper()}" for each, is_string in credentials.items() if is_string
    }
    found.environment["base_url"] = f"{prefix}_BASE_URL"
    found.version = _info(documents[0], "version") if documents else ""
    for each in documents:
        _add(found, each)
    return found


def _add(found: Start, document: Document) -> None:
    servers = document.root.get("servers")
    for each in servers if isinstance(servers, list) else ():
        url = each.get("url") if isinstance(each, dict) else None
        if isinstance(url, str) and url not in found.servers:
            found.servers.append(url)
    info = document.root.get("info")
    licence = info.get("license") if isinstance(info, dict) else None
    for key in ("identifier", "name") if isinstance(licence, dict) else ():
        value = licence.get(key) if isinstance(licence, dict) else None
        if isinstance(value, str) and not found.licence:
            found.licence = canonical_license(value) or ""
    found.paging += recognise_paging(document)
    errors = recognise_errors(document)
    if errors is not None and (found.errors is None or errors.count > found.errors.count):
        found.errors = errors
    for path, *_ in declared_operations(document):
        found.operations += 1
        for segment in path.split("/"):
            if _VERSION.fullmatch(segment):
                found.path_versions[segment] = found.path_versions.get(segment, 0) + 1


def _info(document: Document, key: str) -> str:
    info = document.root.get("info")
    value = info.get(key) if isinstance(info, dict) else None
    return value if isinstance(value, str) else ""


def _package_name(title: str) -> str:
    title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode() or title
    words = [each for each in re.split(r"[^0-9a-z]+", snake_case(title)) if each]
    words = [
        each for each in words if each not in ("api", "openapi", "swagger", "rest", "the")
    ] or words
    name = "-".join(words[:4])
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        return f"client-{module_name(title)}".strip("-_")
    return f"{name}-client" if conflict_of_module(module_name(name)) else name


def arrange(sources: Sequence[Source], folder: Path) -> tuple[list[str], list[str]]:
    """Return the setting `files` for some documents, and their versions in order.

    A folder or a part of a file's name that is a version becomes `{version}`. If there are several
    files of one version, their names become `{resource}`.
    """
    names = [
        each.address or Path(os.path.relpath(each.path, folder)).as_posix() for each in sources
    ]
    local = [name for name, each in zip(names, sources, strict=True) if not each.address]
    patterns = {_pattern(name): name for name in local}
    if len(local) > 1 and len(patterns) < len(local):
        versions = sorted({_version_in(name) for name in local} - {""}, key=_order)
        files = sorted({_with_resource(name, local) for name in local})
        others = [name for name, each in zip(names, sources, strict=True) if each.address]
        return [*files, *others], versions
    versions = sorted({_version_in(name) for name in local} - {""}, key=_order)
    if len(versions) > 1:
        others = [name for name, each in zip(names, sources, strict=True) if each.address]
        return [*sorted(patterns), *others], versions
    return names, []


def _version_in(name: str) -> str:
    parts = name.split("/")
    return next((each for each in parts[:-1] if _VERSION.fullmatch(each)), "")


def _pattern(name: str) -> str:
    version = _version_in(name)
    parts = name.split("/")
    return "/".join("{version}" if each == version and version else each for each in parts)


def _with_resource(name: str, all_names: Sequence[str]) -> str:
    """Return a pattern with `{version}`.

    If a folder has several documents, it also contains `{resource}`.
    """
    pattern = _pattern(name)
    folder, _, file = pattern.rpartition("/")
    _, dot, suffix = file.rpartition(".")
    stems = {
        _pattern(each).rpartition("/")[2].rpartition(".")[0]
        for each in all_names
        if _pattern(each).rpartition("/")[0] == folder
    }
    if len(stems) > 1:
        file = f"{{resource}}{dot}{suffix}" if dot else file
    return f"{folder}/{file}" if folder else file


def _order(version: str) -> tuple[list[int], str]:
    return [int(each) for each in re.findall(r"\d+", version)], version


def files_of(start: Start, *, in_pyproject: bool = False) -> Mapping[str, str]:
    """Return the files of a new project by their names.

    These are the project file, and an overlay if one is needed.
    """
    settings = Settings(
        start.names.package, module_name(start.names.package), start.names.client, ""
    )
    undecided = set(start.undecided())
    for each in start.paging:
        if each.extension is not None and f"{each.method} {each.path}" not in undecided:
            description = f"It pages by {_with_article(each.kind)}: {each.evidence}."
            target = at("paths", each.path, each.method.lower())
            settings.change(target, description, {"x-specloom-pagination": each.extension})
    if start.errors is not None:
        errors = start.errors
        description = (
            f"The error body of {errors.count} of the {errors.total} operations that have one."
        )
        target = at("components", "schemas", errors.schema)
        settings.change(target, description, {"x-specloom-error": errors.extension})
    overlay = OVERLAY if settings.changes else ""
    lines = list(_lines(start, overlay))
    if in_pyproject:
        lines = [re.sub(r"^(# )?\[(\w)", r"\1[tool.specloom.\2", each) for each in lines]
    text = "\n".join(lines) + "\n"
    files = {"pyproject.toml": text} if in_pyproject else {"specloom.toml": text}
    if overlay:
        files[overlay] = overlay_text(
            settings, "What the documents do not describe: proposals, to be checked"
        )
    return files


def _with_article(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


def _lines(start: Start, overlay: str) -> Iterator[str]:
    names = start.names
    yield f"#:schema {SCHEMA}"
    yield "# The project file of specloom. docs/project-file.md describes all settings."
    yield from ("", "[package]")
    yield f"name = {quoted(names.package)}"
    yield f"client = {quoted(names.client)}"
    yield f"output = {quoted(names.output)}"
    yield (
        '# version = "1.0.0"  # by default that of the documents: '
        f"{comment(start.version) or 'none'}"
    )
    if start.licence:
        yield f"license = {quoted(start.licence)}  # from the documents"
    else:
        yield '# license = "MIT"  # the documents have no license that is an SPDX expression'
    yield from ("", "[documents]")
    files = [quoted(each) for each in start.files]
    yield f"files = {files[0]}" if len(files) == 1 else f"files = [{', '.join(files)}]"
    if overlay:
        yield (
            f"overlays = [{quoted(overlay)}]  # proposals: how calls page, and where errors "
            "have their message"
        )
    if start.order:
        yield from (
            "",
            "[versions]",
            "# From the oldest to the newest; the last one is the default.",
        )
        yield f"order = [{', '.join(map(quoted, start.order))}]"
    yield ""
    for url in start.servers:
        yield f"# A server of the documents: {comment(url)}"
    if not start.servers:
        yield "# The documents have no server, so the client requires a base_url."
    yield "# Environment variables for client arguments that are not passed."
    yield "[client.environment]"
    for argument, variable in start.environment.items():
        yield f"{argument} = {quoted(variable)}"
    for argument, is_string in start.credentials.items():
        if not is_string:
            yield f"# {argument}: a user name and a password, which only the argument can have."
    yield from _hints(start)


def _hints(start: Start) -> Iterator[str]:
    if len(start.path_versions) > 1:
        counts = ", ".join(f"{key} ({count})" for key, count in start.path_versions.items())
        yield ""
        yield (
            f"# The paths have several versions: {comment(counts)}. To generate only one of "
            "them:"
        )
        yield "# [select]"
        newest = max(start.path_versions, key=_order)
        yield f'# include = [{{ path = "/{comment(newest)}/**" }}]'
    others = sorted(
        (each for each in start.paging if each.extension is None), key=lambda each: each.kind
    )
    if others:
        yield ""
        yield (
            "# These calls return pages, but the documents do not describe how to follow them; "
            "pass the argument for the next page:"
        )
        for kind, group in groupby(others, key=lambda each: each.kind):
            found = list(group)
            first = found[0]
            yield f"#   {kind}: {len(found)} calls, such as {comment(f'{first.method} {first.path}: {first.evidence}')}"
    yield from (
        "",
        "# To omit operations, and the models that only they use:",
        "# [select]",
        '# exclude = [{ deprecated = true }, { tag = "internal" }]',
        "",
        "# To prevent changes of public names:",
        "# [pins]",
        '# file = "public-names.txt"',
    )
