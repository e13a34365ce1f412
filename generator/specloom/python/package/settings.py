"""Plan `_settings.py`, with the project's settings for the behaviour of its API."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.diagnostics import SpecloomError
from specloom.python import code
from specloom.python.code.docstrings import docstring
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.models.models import error_fields_value
from specloom.python.package.errors import error_class
from specloom.python.views import SettingsView

DEFAULT_BUCKET = "default"


def plan_settings(layout: Layout) -> SettingsView | None:
    """Plan the module of `SETTINGS`, which all clients pass to the core, and of `RATE_LIMITS`.

    Return None if the package has neither.

    Raises:
        SpecloomError: the settings name an exception that the core does not have, or the names of rate
            limit buckets differ between the operations and the project file.
    """
    imports = Imports(layout.settings, defined=["RATE_LIMITS", "SETTINGS"])
    limits: code.Expression | None = _rate_limits(layout, imports)
    if limits is None and layout.has_rate_limits:
        limits = code.call(imports.imported(layout.core("rate_limit"), "RateLimits"))
    values: dict[str, code.Expression | None] = {
        "retries": _retries(layout, imports),
        "errors": _errors(layout, imports),
        "rate_limits": code.Name("RATE_LIMITS") if layout.project.rate_limits.buckets else None,
    }
    given = {key: value for key, value in values.items() if value is not None}
    settings: code.Assign | None = None
    if layout.has_settings:
        kind = imports.imported(layout.core("settings"), "Settings")
        settings = code.Assign("SETTINGS", code.call(kind, **given))
    if settings is None and limits is None:
        return None
    return SettingsView(
        docstring=docstring(f"Settings of the API of {layout.project.package.distribution}."),
        imports=imports.block(),
        rate_limits=code.Assign("RATE_LIMITS", limits) if limits is not None else None,
        settings=settings,
    )


def _retries(layout: Layout, imports: Imports) -> code.Call | None:
    table = layout.project.retries
    values = {
        "never": table.never,
        "wait": dict(table.wait),
        "lasting": table.lasting,
        "intervals": dict(table.intervals),
    }
    given: dict[str, code.Expression] = {
        key: code.constant(value) for key, value in values.items() if value
    }
    if table.policy:
        found = imports.imported(layout.core("error_fields"), "StringAt")
        given["policy"] = code.call(found, code.Constant(table.policy))
    return _made(layout, imports, ("settings", "RetryRules"), given)


def _errors(layout: Layout, imports: Imports) -> code.Call | None:
    table = layout.project.errors
    values = {
        "statuses": _classes(layout, imports, table.statuses),
        "categories": _classes(layout, imports, table.categories),
        "policies": _classes(layout, imports, table.policies),
    }
    given: dict[str, code.Expression] = {
        key: value for key, value in values.items() if value.entries
    }
    if layout.error_fields is not None:
        given["fields"] = error_fields_value(layout.error_fields, layout, imports)
    return _made(layout, imports, ("settings", "ErrorRules"), given)


def _rate_limits(layout: Layout, imports: Imports) -> code.Call | None:
    """Return the rate limits of the buckets. In the core the name of the default bucket is empty."""
    table = layout.project.rate_limits
    _check_buckets(layout, set(table.buckets) | {DEFAULT_BUCKET})
    buckets: list[tuple[code.Expression, code.Expression]] = []
    for name, (requests, seconds) in table.buckets.items():
        kind = imports.imported(layout.core("rate_limit"), "RateLimit")
        limit = code.call(kind, code.Constant(requests), code.Constant(seconds))
        buckets.append((code.Constant("" if name == DEFAULT_BUCKET else name), limit))
    headers = {key: code.Constant(name) for key, name in table.headers.items()}
    given: dict[str, code.Expression] = {"buckets": code.Dict(tuple(buckets))} if buckets else {}
    if named := _made(layout, imports, ("rate_limit", "RateLimitHeaders"), headers):
        given["headers"] = named
    return _made(layout, imports, ("rate_limit", "RateLimits"), given)


def _check_buckets(layout: Layout, known: set[str]) -> None:
    """Check that operations and the project file use the same names of buckets."""
    used = {
        operation.bucket: operation.location
        for implementation in layout.interned.implementations
        for operation in implementation.operations
        if operation.bucket
    }
    if layout.project.file is None:  # without a project file there is nothing to compare
        return
    for name in sorted(used.keys() - known):
        raise SpecloomError.of(
            "unknown-bucket",
            f"the bucket {name!r} has no rate limit",
            hint="define it under [rate_limits] in the project file",
            location=used[name],
        )
    for name in sorted(known - used.keys() - {DEFAULT_BUCKET}):
        raise SpecloomError.of(
            "unused-bucket",
            f"no operation uses the bucket {name!r}",
            hint="set x-specloom-rate-limit on an operation, or remove the bucket from "
            "[rate_limits]",
            location=layout.project.setting(name),
        )


def _classes(
    layout: Layout, imports: Imports, names: Mapping[int, str] | Mapping[str, str]
) -> code.Dict:
    return code.Dict(
        tuple(
            (code.Constant(key), error_class(layout, name, str(key), imports))
            for key, name in names.items()
        )
    )


def _made(
    layout: Layout, imports: Imports, kind: tuple[str, str], given: Mapping[str, code.Expression]
) -> code.Call | None:
    """Return the call that creates a value of the core, or None if no argument is set."""
    if not given:
        return None
    return code.call(imports.imported(layout.core(kind[0]), kind[1]), **given)
