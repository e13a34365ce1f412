"""Types of the settings of a project, and the project of documents without a project file."""

from __future__ import annotations

import keyword
import re
import shlex
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Location
from specloom.project.behavior import ErrorTable, Limits, RateLimitTable, RetryTable, Support
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
    """The user's replacements for files of the template tree, by their paths in it: `[templates]`.

    `folder` is the path of their folder in messages.
    """

    folder: str = ""
    files: Mapping[str, str] = field(default_factory=dict[str, str])

    def shown(self, name: str) -> str:
        """Return the path by which messages name a file."""
        return f"{self.folder}/{name}"


class Hook(Struct, frozen=True):
    """A function of the user that a run calls: `[hooks]`.

    Attributes:
        module: the module that contains it.
        function: its name.
        path: the file of the module.
        folder: the folder of the project file, from which the module is imported.
        sources: a digest of the Python files that affect what it does.
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
        """The command in messages."""
        return self.shell or shlex.join(self.arguments)


class Source(Struct, frozen=True):
    """One OpenAPI document to read.

    Attributes:
        path: the file; for a remote source, the local copy once it has been fetched.
        shown: the path or URL that messages show.
        version: the version that its path or its entry in the project file names, or "".
        resource: the resource that they name, or "".
        address: the URL, the git revision or `-` of a remote source; "" for a file.
    """

    path: Path
    shown: str
    version: str = ""
    resource: str = ""
    address: str = ""


class Mounts(Struct, frozen=True):
    """Where resources begin in the paths of the documents: `[resources]`.

    Attributes:
        roots: path prefixes, with `*` for any one segment. What follows is relative to the resource.
        item: the Python name of a path parameter directly below a root; None keeps the name in the document.
        shared: the name of an implementation that several resources share; None uses that of the first one.
        open: the resources whose root keeps its path parameters, which callers pass once.
        at: the roots of single resources, in place of `roots`. There, `{}` stands for a path parameter that
            stays an argument of the calls.
        names: where the names of calls come from, one of `NAMING`.
    """

    roots: tuple[str, ...] = ()
    item: str | None = None
    shared: str | None = None
    open: frozenset[str] = frozenset()
    at: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    names: str = NAMING[0]


class Match(Struct, frozen=True):
    """A value that a rule of `[select]` compares with operations, and its line in the project file."""

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
    """The settings of one run. All paths are resolved.

    Attributes:
        package: the package to generate.
        output: the folder to write.
        sources: the OpenAPI documents.
        overlays: the Overlay documents.
        reference_folders: further folders that documents may refer to.
        reference_urls: whether documents may refer to URLs.
        versions: the names of the versions, the oldest first.
        default_version: the version that the package exports at its top level.
        joined: versions that are part of another version's client, by name.
        support: how long versions are supported.
        mounts: where resources begin in the paths.
        calls: names of calls, by the names that specloom derives.
        verbs: names of methods, by HTTP method.
        security: arguments of the client, with the security schemes that each serves.
        environment: environment variables that replace arguments of the client, by argument.
        formats: Python types of formats.
        names: Python names, by JSON pointer.
        retries: which responses are temporary.
        errors: which exceptions are raised.
        rate_limits: the rate limits of the API.
        limits: limits on reading documents.
        selection: the operations to generate.
        left_out: documents that are not generated.
        notes: notes about files that are not documents of the project.
        pins: the file with the public names, if there is one.
        lock: the file with the digests of remote documents, if there is one.
        offline: whether nothing may be downloaded.
        published: names in the package that an earlier run generated; they do not change.
        overrides: the templates of the user.
        hooks: the functions that a run calls, by their settings.
        post_hooks: the commands that run after files were written.
        methods: handwritten base classes as `.module:Class`, by generated class.
        folders: folders with files of the user that become part of the package.
        core: the package that contains the client core; None if this package contains it.
        docs: the settings of the reference pages.
        file: the path of the project file in messages; None without a project file.
        text: the content of the project file.
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
        """Return the location of a setting in the project file."""
        return Location(self.file or "", (), line_of(self.text, key), 1)

    def with_output(self, output: Path) -> Project:
        """Return the same project with another output folder."""
        return replace(self, output=output)


def plain_project(documents: Iterable[Path | Source], *, package: str, output: Path) -> Project:
    """Return the project of documents without a project file: one package, and one version without a name."""
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
    """Return a name that Python can import: `2026-03` becomes `v2026_03`."""
    module = re.sub(r"[^0-9A-Za-z]+", "_", name).strip("_").lower()
    if not module or module[0].isdigit():
        module = f"v{module}"
    return f"{module}_" if keyword.iskeyword(module) or module in DEVICES else module


_DEPENDENCIES = frozenset(
    {"aiohttp", "anyio", "certifi", "httpx2", "msgspec", "opentelemetry", "pyreqwest", "redis"}
    | {"trio"}
)


def conflict_of_module(module: str) -> str:
    """Return why a package cannot be imported by this name, or an empty string if it can be."""
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return f"the standard library of Python has a module {top!r}, which hides the package"
    if top in _DEPENDENCIES:
        return (
            f"the client uses a library that is imported as {top!r}, which the package would hide"
        )
    return ""


def is_distribution_name(name: str) -> bool:
    """Return whether a name is valid for a distribution: ASCII letters, digits, and `._-` between them."""
    return re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", name) is not None


def line_of(text: str, key: str) -> int:
    """Return the line, from 1, on which TOML sets a key or opens a table; 1 if it is not found."""
    found = re.search(rf"""^\s*\[?\s*["']?{re.escape(key)}["']?\s*[\]=.]""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 + found[0].count("\n") if found else 1
