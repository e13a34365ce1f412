"""What a run is about: which documents become which package. Types, and the project of plain documents."""

from __future__ import annotations

import keyword
import re
import shlex
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Location
from specloom.published import Published

FORMATTERS = ("black", "ruff", "none")
"""What formats the modules that users add or whose templates they replace; the first one by default."""

BUILD_BACKENDS = ("hatchling", "uv_build", "poetry-core", "setuptools")
"""What may build a package; the first one does by default."""

VERBS = ("get", "list", "create", "update", "replace", "delete")
"""The plain verbs of methods, which a project may call otherwise; each is also there for all: `delete_all`."""


NAMING = ("paths", "tags", "operation-ids")
"""Where the names of calls can come from; the first one is the default."""


class Package(Struct, frozen=True):
    """The package to publish: the distribution, its import name, its client class and its metadata.

    `version`, `description`, `license` (an SPDX expression), `authors` (pairs of a name and an e-mail
    address) and `urls` (pairs of a label and a URL) are empty if the documents decide. `documentation`
    is the URL of a guide to the client, `guide` is Markdown for the README. `additions` are modules
    written by hand that ship with the package, by their path in it. `extras` are optional dependencies
    by the name of the extra, and `entry_points` are objects by group and name. `operations` is the path
    in the package of a digest of all operations, for use at run time. `formatter` is one of
    `FORMATTERS`. `features` are parts of the client core that the package has even if its documents do
    not need them. `build_backend` is one of `BUILD_BACKENDS`.
    """

    distribution: str
    module: str
    client: str
    version: str = ""
    description: str = ""
    license: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    documentation: str = ""
    license_text: str = ""
    guide: str = ""
    additions: Mapping[str, str] = field(default_factory=dict[str, str])
    extras: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    entry_points: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    operations: str = ""
    formatter: str = "black"
    features: tuple[str, ...] = ()
    build_backend: str = BUILD_BACKENDS[0]


CORES = ("vendored", "shared")
"""Where a package has the client core: in itself, which is the default, or in a package that several share."""


class SharedCore(Struct, frozen=True):
    """The client core as a package of its own, for several packages: `[core]`.

    Attributes:
        distribution: its name.
        module: its import name.
        output: the folder to write.
        version: its version.
        packages: the names of the packages that share it, in this project file.
        license: an SPDX expression, or "".
        authors: pairs of a name and an e-mail address.
        build_backend: one of `BUILD_BACKENDS`.
    """

    distribution: str
    module: str
    output: Path
    version: str
    packages: tuple[str, ...] = ()
    license: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    build_backend: str = BUILD_BACKENDS[0]


class Overrides(Struct, frozen=True):
    """The user's files in place of files of the template tree, by their paths in it: `[templates]`.

    `folder` is the path by which messages name the folder that has them.
    """

    folder: str = ""
    files: Mapping[str, str] = field(default_factory=dict[str, str])

    def shown(self, name: str) -> str:
        """Return the path by which messages name a file."""
        return f"{self.folder}/{name}"


class Hook(Struct, frozen=True):
    """A function of the user's that a run calls: `[hooks]`.

    Attributes:
        module: the module that has it.
        function: its name.
        path: the file of the module.
        folder: the folder of the project file, from which the module is imported.
        sources: a digest of the Python files that decide what it does.
    """

    module: str
    function: str
    path: Path
    folder: Path
    sources: str


class PostHook(Struct, frozen=True):
    """A command that runs after files were written: `[package] post_hooks`.

    Attributes:
        arguments: the program and its arguments; empty if `shell` is set.
        shell: a command line for the system's shell, or "".
    """

    arguments: tuple[str, ...] = ()
    shell: str = ""

    @property
    def shown(self) -> str:
        """The command as messages show it."""
        return self.shell or shlex.join(self.arguments)


class Source(Struct, frozen=True):
    """One OpenAPI document to read.

    `version` and `resource` are what its path or its entry in the project file says, or ``""``. `address` is
    where it comes from if that is no file: a URL, a revision of git or ``-``; `path` is then its local copy, once
    it has been fetched.
    """

    path: Path
    shown: str
    version: str = ""
    resource: str = ""
    address: str = ""


class Mounts(Struct, frozen=True):
    """Where resources begin in the paths of the documents.

    roots: path prefixes, ``*`` standing for any one segment; what follows is relative to the resource.
    item: the Python name of a path parameter directly below a root; None keeps the document's.
    shared: the name of an implementation that several resources share; None takes the first one's.
    open: the resources whose root keeps its path parameters, given by the caller.
    at: the roots of single resources, in place of `roots`; there ``{}`` stands for a path parameter
        that stays an argument of the calls.
    names: where the names of calls come from, one of `NAMING`.
    """

    roots: tuple[str, ...] = ()
    item: str | None = None
    shared: str | None = None
    open: frozenset[str] = frozenset()
    at: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    names: str = NAMING[0]


class Support(Struct, frozen=True):
    """How long a version of an API is supported, and what to do then, a sentence."""

    until: date
    advice: str


class RetryTable(Struct, frozen=True):
    """Which answers of the API pass with time, beyond what HTTP says: `[retries]`.

    never: statuses that are not retried, whatever their class. wait: the least seconds to wait after
    a status. policy: a JSON pointer to the name of the limit in the body of a 429. lasting: the
    limits that are not worth waiting for.
    """

    never: tuple[int, ...] = ()
    wait: Mapping[int, float] = field(default_factory=dict[int, float])
    policy: str = ""
    lasting: tuple[str, ...] = ()


class ErrorClass(Struct, frozen=True):
    """An exception that only this API has: the name of its base, and what it stands for."""

    base: str
    description: str = ""


class ErrorTable(Struct, frozen=True):
    """Which exception stands for a status, for a category in an error's body, or for a limit: `[errors]`.

    classes: the exceptions that only this API has, by name.
    """

    classes: Mapping[str, ErrorClass] = field(default_factory=dict[str, ErrorClass])
    statuses: Mapping[int, str] = field(default_factory=dict[int, str])
    categories: Mapping[str, str] = field(default_factory=dict[str, str])
    policies: Mapping[str, str] = field(default_factory=dict[str, str])


class RateLimitTable(Struct, frozen=True):
    """How many requests the API takes in how many seconds, by bucket: `[rate_limits]`.

    headers: the header field that reports each value of the default bucket (`limit`, `remaining`, ...).
    """

    buckets: Mapping[str, tuple[int, float]] = field(default_factory=dict[str, tuple[int, float]])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Match(Struct, frozen=True):
    """One value that a rule of `[select]` compares with an operation, and its line in the project file."""

    value: str
    line: int


class Rule(Struct, frozen=True):
    """A rule of `[select]`: it matches an operation that every condition matches.

    `conditions` has the values of each condition by its key (`path`, `tag`, `operation`, `method`, `version`,
    `deprecated`); one of them has to match. `reason` says why, for reports.
    """

    conditions: Mapping[str, tuple[Match, ...]]
    line: int
    reason: str = ""


class Selection(Struct, frozen=True):
    """Which operations are generated: those that a rule includes, or all, without those that a rule excludes."""

    include: tuple[Rule, ...] = ()
    exclude: tuple[Rule, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.include or self.exclude)


class LeftOut(Struct, frozen=True):
    """A document that is not generated because its whole version is not selected, and why."""

    document: str
    version: str
    reason: str


class Limits(Struct, frozen=True):
    """What reading a document may take: `[limits]`.

    files: how many other files one document may be made of. bytes: how large one file may be.
    seconds: how long one URL may take, to the last byte of its answer.
    """

    files: int = 1000
    bytes: int = 100_000_000
    seconds: float = 30.0


class Docs(Struct, frozen=True):
    """The reference pages of an API: `[docs]`.

    Attributes:
        title: the title of the pages; "" if the documents decide.
        language: the language of the documents.
        languages: the languages of the pages, that of the documents first.
        translations: the folder with a catalogue for each other language, None if there is none.
        output: the folder to write.
        guides: Markdown files that become pages. A translation is next to the file: `start.de.md`.
    """

    title: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    translations: Path | None = None
    output: Path = Path("reference")
    guides: tuple[Path, ...] = ()


class Project(Struct, frozen=True):
    """One run's settings. Paths are as the project file's folder resolves them.

    `reference_folders` are those that documents may refer to besides their own; `reference_urls` says
    whether they may refer to URLs. `joined` maps versions to those that they are used together with, in one client.
    `notes` are about files that are no document of the project.
    `published` are the names that an earlier generation gave to callers, which they keep.
    `overrides` are the user's templates, `hooks` the functions that a run calls, by their settings.
    `post_hooks` are the commands that run after files were written.
    `methods` maps generated classes to handwritten classes whose methods they inherit, as `.module:Class`.
    `core` is the package that has the client core, None if the package itself has it.
    `folders` are those with files of the user that become part of the package.
    `environment` maps arguments of the client to the environment variables that stand for them.
    `docs` describes the reference pages.
    """

    package: Package
    output: Path
    sources: tuple[Source, ...]
    overlays: tuple[Source, ...] = ()
    reference_folders: tuple[Path, ...] = ()
    reference_urls: bool = False
    versions: tuple[str, ...] = ("",)
    default_version: str = ""
    joined: Mapping[str, str] = field(default_factory=dict[str, str])
    support: Mapping[str, Support] = field(default_factory=dict[str, Support])
    mounts: Mounts = Mounts()
    calls: Mapping[str, str] = field(default_factory=dict[str, str])
    verbs: Mapping[str, str] = field(default_factory=dict[str, str])
    security: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    formats: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    retries: RetryTable = RetryTable()
    errors: ErrorTable = ErrorTable()
    rate_limits: RateLimitTable = RateLimitTable()
    limits: Limits = Limits()
    selection: Selection = Selection()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    pins: Path | None = None
    lock: Path | None = None
    offline: bool = False
    published: Published = Published()
    overrides: Overrides = Overrides()
    hooks: Mapping[str, Hook] = field(default_factory=dict[str, Hook])
    post_hooks: tuple[PostHook, ...] = ()
    methods: Mapping[str, str] = field(default_factory=dict[str, str])
    folders: tuple[Path, ...] = ()
    core: SharedCore | None = None
    docs: Docs = Docs()
    file: str | None = None
    text: str = ""

    def setting(self, key: str) -> Location:
        """Where the project file sets a key."""
        return Location(self.file or "", (), line_of(self.text, key), 1)

    def with_output(self, output: Path) -> Project:
        """The same project, written elsewhere."""
        return replace(self, output=output)


def plain_project(documents: Iterable[Path | Source], *, package: str, output: Path) -> Project:
    """The project of documents that have no project file: one package, one unnamed version."""
    module = module_name(package)
    words = [word for word in re.split(r"[^0-9A-Za-z]+", package) if word]
    client = "".join(word[:1].upper() + word[1:] for word in words)
    if client[:1].isdigit() or keyword.iskeyword(client):
        client = f"Client{client}"
    return Project(
        package=Package(distribution=package.replace("_", "-"), module=module, client=client),
        output=output,
        sources=tuple(
            Source(each, each.as_posix()) if isinstance(each, Path) else each for each in documents
        ),
    )


# Windows does not allow files and folders with these names, with any suffix.
DEVICES = frozenset({"aux", "con", "nul", "prn"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}


@lru_cache(maxsize=1024)
def module_name(name: str) -> str:
    """A name as Python can import it: ``2026-03`` becomes ``v2026_03``."""
    module = re.sub(r"[^0-9A-Za-z]+", "_", name).strip("_").lower()
    if not module or module[0].isdigit():
        module = f"v{module}"
    return f"{module}_" if keyword.iskeyword(module) or module in DEVICES else module


def is_distribution_name(name: str) -> bool:
    """Whether a distribution may have a name: ASCII letters and digits, and ``._-`` between them."""
    return re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", name) is not None


def line_of(text: str, key: str) -> int:
    """The line, from 1, on which TOML sets a key or opens a table; the first where it is not seen."""
    found = re.search(rf"""^\s*\[?\s*["']?{re.escape(key)}["']?\s*[\]=.]""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 + found[0].count("\n") if found else 1
