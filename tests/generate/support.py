"""Generate documents and import the packages: the base of the tests of the whole generator."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from click.testing import CliRunner
from msgspec.structs import astuple, replace
from specloom.cli import main
from specloom.coverage.reached import among
from specloom.coverage.walk import walk
from specloom.diagnostics import Diagnostic, format_diagnostic
from specloom.emit.write import write
from specloom.pipeline import call_map, compile_project, generate
from specloom.project.file import load_project
from specloom.project.model import Project, plain_project
from specloom.python.operations.calls import OperationCall

HEAD = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
"""


@dataclass(frozen=True, slots=True)
class Package:
    """A generated package that can be imported."""

    name: str
    folder: Path
    warnings: tuple[Diagnostic, ...]

    def module(self, name: str = "") -> ModuleType:
        """Return the module `name` of the package, or the package."""
        return importlib.import_module(f"{self.name}.{name}" if name else self.name)

    @property
    def models(self) -> Any:
        """Return the module of the models."""
        return self.module("models")

    @property
    def client(self) -> Any:
        """Return the client class."""
        return getattr(self.module(), client_name(self.name))

    @property
    def async_client(self) -> Any:
        """Return the async client class."""
        return getattr(self.module(), f"Async{client_name(self.name)}")

    @property
    def messages(self) -> list[str]:
        """Return the warnings as one line each, without their hints."""
        return [format_diagnostic(each).partition("\n")[0] for each in self.warnings]

    def text(self, path: str) -> str:
        """Return the content of a generated file."""
        return (self.folder / path).read_text("utf-8")


def client_name(package: str) -> str:
    """Return the name that a client has without a project file."""
    return "".join(word.capitalize() for word in package.split("_"))


@contextmanager
def importable(folder: Path, package: str) -> Iterator[None]:
    """Allow a package to be imported from a folder, and remove it from sys.modules afterwards.

    Its bytecode is not written: nobody imports it again.
    """
    writes_nothing, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.dont_write_bytecode = writes_nothing
        sys.path.remove(str(folder))
        for name in [each for each in sys.modules if each.partition(".")[0] == package]:
            del sys.modules[name]


def made_of(project: Project) -> Package:
    """Generate a project into its output folder."""
    made = generate(project)
    write(made.files, project.output)
    return Package(project.package.module, project.output, made.warnings)


def project_of(
    text: str,
    folder: Path,
    package: str,
    settings: str | None = None,
    features: tuple[str, ...] = (),
) -> Project:
    """Return the project of one document, with a project file if it has settings.

    `features` are those that the project requests in addition to those that its document needs.
    """
    document = folder / "api.yaml"
    document.write_text(text, encoding="utf-8")
    if settings is None:
        plain = plain_project((document,), package=package, output=folder / "out")
        return replace(plain, package=replace(plain.package, features=features))
    file = folder / "specloom.toml"
    client = client_name(package)
    file.write_text(
        f'{settings}\n[package]\nname = "{package}"\nclient = "{client}"\noutput = "out"\n'
        f'features = {list(features)}\n[documents]\nfiles = "api.yaml"\n',
        encoding="utf-8",
    )
    return load_project(file)


def unreached(project: Project, package: Package) -> list[OperationCall]:
    """Return the operations that no attribute of the sync or of the async client reaches."""
    calls = call_map(compile_project(project))
    both = (package.client, package.async_client)
    ways = [list(among(calls, map(astuple, walk(each, package.name)))) for each in both]
    return [each for each in calls if not all(each in way for way in ways)]


@dataclass(frozen=True, slots=True)
class Run:
    """The exit code of the command line, and what it wrote: `shown` is both, as a terminal shows it."""

    exit_code: int
    output: str
    errors: str
    shown: str


def specloom(*arguments: object) -> Run:
    """Run the command line in this process."""
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Run(result.exit_code, result.stdout, result.stderr, result.output)


Snapshot = dict[str, tuple[bytes | None, int]]


def snapshot(folder: Path) -> Snapshot:
    """Return everything in a folder: the content (None for a folder) and the modification time by
    path."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() else None,
            path.stat().st_mtime_ns if path.is_file() else 0,
        )
        for path in sorted(folder.rglob("*"))
        if "__pycache__" not in path.parts
    }
