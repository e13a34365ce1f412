"""Plan `_settings.py`: what the project says of its API's behaviour in, a `SettingsView` out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specloom.diagnostics import SpecloomError
from specloom.python.distribution import CORE_EXPORTS
from specloom.python.docstrings import docstring, literal
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.views import SettingsView

DEFAULT_BUCKET = "default"
_EMPTY = ("", "()", "{}", '""', "''")


def plan_settings(layout: Layout) -> SettingsView:
    """The module of `SETTINGS`, which all clients hand to the core.

    Raises:
        SpecloomError: an exception is named that the core does not have, or a bucket that no other
            place knows.
    """
    imports = Imports(layout.settings, defined=["SETTINGS"])
    values = [
        ("retries", _retries(layout, imports)),
        ("errors", _errors(layout, imports)),
        ("rate_limits", _rate_limits(layout, imports)),
    ]
    return SettingsView(
        docstring=docstring(f"What is known of the API of {layout.project.package.distribution}."),
        kind=imports.name(layout.core("settings"), "Settings"),
        values=tuple(f"{key}={value}" for key, value in values if value),
        imports=imports.lines(),
    )


def _retries(layout: Layout, imports: Imports) -> str:
    table = layout.project.retries
    values = [
        ("never", literal(table.never)),
        ("wait", literal(dict(table.wait))),
        ("policy", literal(table.policy)),
        ("lasting", literal(table.lasting)),
    ]
    return _made(layout, imports, ("settings", "RetryRules"), values)


def _errors(layout: Layout, imports: Imports) -> str:
    table = layout.project.errors
    values = [
        ("statuses", _classes(layout, imports, table.statuses)),
        ("categories", _classes(layout, imports, table.categories)),
    ]
    return _made(layout, imports, ("settings", "ErrorRules"), values)


def _rate_limits(layout: Layout, imports: Imports) -> str:
    """The buckets as the core knows them: the default one has no name."""
    table = layout.project.rate_limits
    _check_buckets(layout, set(table.buckets) | {DEFAULT_BUCKET})
    buckets = ", ".join(
        f"{literal('' if name == DEFAULT_BUCKET else name)}: "
        f"{imports.name(layout.core('settings'), 'RateLimit')}({requests}, {seconds})"
        for name, (requests, seconds) in table.buckets.items()
    )
    headers = [(key, literal(name)) for key, name in table.headers.items()]
    values = [
        ("buckets", f"{{{buckets}}}"),
        ("headers", _made(layout, imports, ("settings", "RateLimitHeaders"), headers)),
    ]
    return _made(layout, imports, ("settings", "RateLimits"), values)


def _check_buckets(layout: Layout, known: set[str]) -> None:
    """What operations call their bucket and what the project file calls it must be the same."""
    used = {
        operation.bucket: operation.location
        for implementation in layout.interned.implementations
        for operation in implementation.operations
        if operation.bucket
    }
    if layout.project.file is None:  # documents alone have no place to say more
        return
    for name in sorted(used.keys() - known):
        raise SpecloomError.of(
            "unknown-bucket",
            f"there is no limit for the bucket {name!r}",
            hint="add it to [rate_limits] in the project file",
            location=used[name],
        )
    for name in sorted(known - used.keys() - {DEFAULT_BUCKET}):
        raise SpecloomError.of(
            "unused-bucket",
            f"no operation is in the bucket {name!r}",
            hint="name it by x-specloom-rate-limit, or take it out of [rate_limits]",
            location=layout.project.setting(name),
        )


def _classes(layout: Layout, imports: Imports, names: Mapping[int, str] | Mapping[str, str]) -> str:
    known = [name for name in CORE_EXPORTS["errors"] if name.endswith("Error")]
    entries: list[str] = []
    for key, name in names.items():
        if name not in known:
            raise SpecloomError.of(
                "unknown-error-class",
                f"there is no exception {name!r}",
                hint=f"use one of {', '.join(known)}",
                location=layout.project.setting(str(key)),
            )
        entries.append(f"{literal(key)}: {imports.name(layout.core('errors'), name)}")
    return f"{{{', '.join(entries)}}}"


def _made(
    layout: Layout, imports: Imports, kind: tuple[str, str], values: Iterable[tuple[str, str]]
) -> str:
    """The call that makes a value of the core, without what is empty; nothing where all is."""
    given = [f"{key}={value}" for key, value in values if value not in _EMPTY]
    module, name = kind
    return f"{imports.name(layout.core(module), name)}({', '.join(given)})" if given else ""
