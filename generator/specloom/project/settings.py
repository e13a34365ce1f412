"""Read the settings about the behaviour of the API."""

from __future__ import annotations

import math
import re
from typing import cast

from specloom.project.behavior import ErrorClass, ErrorTable, Limits, RateLimitTable, RetryTable
from specloom.project.tables import Table, Tables, is_name


def retry_table(tables: Tables, table: Table) -> RetryTable:
    """Read `[retries]`."""
    tables.known(table, {"never", "wait", "policy", "lasting", "intervals"}, "retries")
    wait, intervals = tables.table(table, "wait"), tables.table(table, "intervals")
    policy = tables.text_of(table, "policy")
    if policy and not policy.startswith("/"):
        tables.refuse("policy", f"policy must be a JSON pointer, not {policy!r}")
    if intervals and not policy:
        tables.refuse("intervals", "intervals requires policy, where the name of the limit is")
    return RetryTable(
        never=_statuses(tables, table, "never"),
        wait={_status(tables, "wait", key): tables.number(wait, key) for key in wait},
        policy=policy,
        lasting=tables.texts(table, "lasting"),
        intervals={name: _interval(tables, intervals, name) for name in intervals},
    )


def _interval(tables: Tables, intervals: Table, name: str) -> float:
    seconds = tables.number(intervals, name)
    if not 0 < seconds < math.inf:
        tables.refuse(name, f"'{name}' must be a finite number of seconds above 0")
    return seconds


def environment_table(tables: Tables, table: Table) -> dict[str, str]:
    """Read `[client] environment`: an environment variable for each argument of the client."""
    tables.known(table, {"environment"}, "client")
    variables = tables.names_of(table, "environment")
    for argument, variable in variables.items():
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", variable):
            tables.refuse(argument, f"{variable!r} is not a valid name of an environment variable")
    return variables


def limits_table(tables: Tables, table: Table) -> Limits:
    """Read `[limits]`: limits on reading documents."""
    tables.known(table, {"files", "bytes", "seconds"}, "limits")
    found: dict[str, float] = {}
    for key in table:
        found[key] = number = tables.number(table, key)
        if number <= 0 or (key != "seconds" and not number.is_integer()):
            kind = "a number" if key == "seconds" else "an integer"
            tables.refuse(key, f"'{key}' must be {kind} above 0")
    usual = Limits()
    return Limits(
        files=int(found.get("files", usual.files)),
        bytes=int(found.get("bytes", usual.bytes)),
        seconds=found.get("seconds", usual.seconds),
    )


def error_table(tables: Tables, table: Table) -> ErrorTable:
    """Read `[errors]`."""
    tables.known(table, {"classes", "statuses", "categories", "policies"}, "errors")
    statuses = tables.names_of(table, "statuses")
    classes = tables.table(table, "classes")
    return ErrorTable(
        classes={name: _error_class(tables, classes, name) for name in classes},
        statuses={_status(tables, "statuses", key): name for key, name in statuses.items()},
        categories=tables.names_of(table, "categories"),
        policies=tables.names_of(table, "policies"),
    )


def _error_class(tables: Tables, classes: Table, name: str) -> ErrorClass:
    """Read an entry of `[errors.classes]`."""
    entry = tables.table(classes, name)
    tables.known(entry, {"base", "description"}, f"errors.classes.{name}")
    if not (is_name(name) and name.endswith("Error")):
        tables.refuse(name, f"{name!r} must be a Python name that ends with Error")
    return ErrorClass(
        base=tables.identifier(entry, "base") or "ApiStatusError",
        description=tables.text_of(entry, "description"),
    )


def rate_limit_table(tables: Tables, table: Table) -> RateLimitTable:
    """Read `[rate_limits]`. Each of its tables is a bucket, except `headers`."""
    names = {"limit", "remaining", "interval_milliseconds", "daily", "daily_remaining"}
    headers = tables.names_of(table, "headers")
    tables.known(headers, names, "rate_limits.headers")
    return RateLimitTable(
        buckets={key: _limit(tables, table, key) for key in table if key != "headers"},
        headers=headers,
    )


def _limit(tables: Tables, table: Table, bucket: str) -> tuple[int, float]:
    limit = tables.table(table, bucket)
    tables.known(limit, {"requests", "seconds"}, f"rate_limits.{bucket}")
    requests, seconds = limit.get("requests"), limit.get("seconds")
    if isinstance(requests, bool) or not isinstance(requests, int) or requests < 1:
        tables.refuse(bucket, f"'{bucket}': requests must be a positive integer")
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not seconds > 0:
        tables.refuse(bucket, f"'{bucket}': seconds must be a number above 0")
    if math.isinf(seconds):
        tables.refuse(bucket, f"'{bucket}': seconds must be finite")
    return requests, float(seconds)


def _statuses(tables: Tables, table: Table, key: str) -> tuple[int, ...]:
    value = table.get(key, [])
    if not isinstance(value, list):
        tables.refuse(key, f"{key} must be a list of status codes")
    return tuple(_status(tables, key, each) for each in cast(list[object], value))


def _status(tables: Tables, key: str, value: object) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit() and 100 <= int(text) <= 999):
        tables.refuse(key, f"{key}: {value!r} is not an HTTP status code")
    return int(text)
