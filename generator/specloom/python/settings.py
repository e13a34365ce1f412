"""Plan `_settings.py`: what the project says of its API's behaviour in, a `SettingsView` out."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.diagnostics import SpecloomError
from specloom.python import code
from specloom.python.distribution import CORE_EXPORTS
from specloom.python.docstrings import docstring
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.views import SettingsView

DEFAULT_BUCKET = "default"


def plan_settings(layout: Layout) -> SettingsView:
    """The module of `SETTINGS`, which all clients hand to the core.

    Raises:
        SpecloomError: an exception is named that the core does not have, or a bucket that no other
            place knows.
    """
    imports = Imports(layout.settings, defined=["SETTINGS"])
    values = {
        "retries": _retries(layout, imports),
        "errors": _errors(layout, imports),
        "rate_limits": _rate_limits(layout, imports),
    }
    given = {key: value for key, value in values.items() if value is not None}
    settings = code.call(imports.imported(layout.core("settings"), "Settings"), **given)
    return SettingsView(
        docstring=docstring(f"What is known of the API of {layout.project.package.distribution}."),
        imports=imports.block(),
        settings=code.Assign("SETTINGS", settings),
    )


def _retries(layout: Layout, imports: Imports) -> code.Call | None:
    table = layout.project.retries
    values = {
        "never": table.never,
        "wait": dict(table.wait),
        "policy": table.policy,
        "lasting": table.lasting,
    }
    given = {key: code.constant(value) for key, value in values.items() if value}
    return _made(layout, imports, "RetryRules", given)


def _errors(layout: Layout, imports: Imports) -> code.Call | None:
    table = layout.project.errors
    values = {
        "statuses": _classes(layout, imports, table.statuses),
        "categories": _classes(layout, imports, table.categories),
    }
    given = {key: value for key, value in values.items() if value.entries}
    return _made(layout, imports, "ErrorRules", given)


def _rate_limits(layout: Layout, imports: Imports) -> code.Call | None:
    """The buckets as the core knows them: the default one has no name."""
    table = layout.project.rate_limits
    _check_buckets(layout, set(table.buckets) | {DEFAULT_BUCKET})
    buckets: list[tuple[code.Expression, code.Expression]] = []
    for name, (requests, seconds) in table.buckets.items():
        kind = imports.imported(layout.core("settings"), "RateLimit")
        limit = code.call(kind, code.Constant(requests), code.Constant(seconds))
        buckets.append((code.Constant("" if name == DEFAULT_BUCKET else name), limit))
    headers = {key: code.Constant(name) for key, name in table.headers.items()}
    given: dict[str, code.Expression] = {"buckets": code.Dict(tuple(buckets))} if buckets else {}
    if named := _made(layout, imports, "RateLimitHeaders", headers):
        given["headers"] = named
    return _made(layout, imports, "RateLimits", given)


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


def _classes(
    layout: Layout, imports: Imports, names: Mapping[int, str] | Mapping[str, str]
) -> code.Dict:
    known = [name for name in CORE_EXPORTS["errors"] if name.endswith("Error")]
    entries: list[tuple[code.Expression, code.Expression]] = []
    for key, name in names.items():
        if name not in known:
            raise SpecloomError.of(
                "unknown-error-class",
                f"there is no exception {name!r}",
                hint=f"use one of {', '.join(known)}",
                location=layout.project.setting(str(key)),
            )
        entries.append((code.Constant(key), imports.imported(layout.core("errors"), name)))
    return code.Dict(tuple(entries))


def _made(
    layout: Layout, imports: Imports, kind: str, given: Mapping[str, code.Expression]
) -> code.Call | None:
    """The call that makes a value of the core; None where nothing is set."""
    if not given:
        return None
    return code.call(imports.imported(layout.core("settings"), kind), **given)
