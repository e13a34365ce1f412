"""Run the scenarios of AutoRest's test server: `python -m tests.conformance.autorest`."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import inspect
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from tests.conformance.derive import derived
from tests.conformance.npm_package import BUILD, MissingNode
from tests.conformance.packages import Package, generate_all
from tests.conformance.server import CATEGORIES, AutoRestServer, documents
from tests.conformance.steps import Script, run, run_async
from tests.conformance.written import followed, tabled

Scenario = tuple[str, str]
Scripts = Callable[[Package], list[tuple[str, Script]]]

# The credentials for documents with security.
CREDENTIALS: dict[str, dict[str, Any]] = {
    "security-aad": {"aad_token": "https://security.microsoft.com/.default"},
    "security-key": {"azure_key": "123456789"},
}
# Where the base URL has a path that the document does not contain.
BASE_PATHS = {
    "multiapi-v1-custom-base-url": "/multiapiCustomBaseUrl/v1",
    "multiapi-v2-custom-base-url": "/multiapiCustomBaseUrl/v2",
}
KINDS: dict[str, Scripts] = {"derived": derived, "tables": tabled, "followed": followed}
SCENARIOS = 837
LEAST_DERIVED, LEAST = 533, 700


@dataclass(slots=True)
class Met:
    """The scenarios that a client completed on the server, by the kind of call that did so first."""

    named: frozenset[Scenario] = frozenset()
    by: dict[str, frozenset[Scenario]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    @property
    def all(self) -> frozenset[Scenario]:
        return frozenset().union(*self.by.values())


class Cookies:
    """A cookie jar made of hooks: the server recognizes the second request by a cookie."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    def add(self, request: Any) -> Any:
        if not self._values:
            return None
        cookie = "; ".join(f"{name}={value}" for name, value in self._values.items())
        return replace(request, headers=(*request.headers, ("Cookie", cookie)))

    def keep(self, request: Any, response: Any) -> None:
        for line in response.headers.multiple("set-cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self._values[name.strip()] = value.strip()


def _client(package: Package, server: AutoRestServer, prefix: str) -> Any:
    module = importlib.import_module(package.module)
    options = importlib.import_module(f"{package.module}._core.options")
    cookies = Cookies()
    client = getattr(module, f"{prefix}{package.client}")
    return client(
        base_url=server.url + BASE_PATHS.get(package.document, ""),
        timeout=20,
        retries=options.Retries(attempts=4, backoff=0.0, cap=1.0),
        on_request=cookies.add,
        on_response=cookies.keep,
        **_asked_for(client) | CREDENTIALS.get(package.document, {}),
    )


def _asked_for(client: Any) -> dict[str, str]:
    """Return the variables in the server URL that have no default."""
    parameters = inspect.signature(client).parameters.values()
    return {
        each.name: "any"
        for each in parameters
        if each.kind is each.KEYWORD_ONLY and each.default is each.empty and each.name != "base_url"
    }


def call_sync(server: AutoRestServer, packages: list[Package], scripts: Scripts) -> dict[str, str]:
    """Run the scripts of all packages with sync clients; return the failures."""
    failures: dict[str, str] = {}
    for package in packages:
        with _client(package, server, "") as client:
            for title, script in scripts(package):
                try:
                    run(client, script)
                except Exception as error:
                    failures[f"{package.document}: {title}"] = _described(error)
    return failures


async def call_async(
    server: AutoRestServer, packages: list[Package], scripts: Scripts
) -> dict[str, str]:
    """Run the scripts of all packages with async clients; return the failures."""
    failures: dict[str, str] = {}
    for package in packages:
        async with _client(package, server, "Async") as client:
            for title, script in scripts(package):
                try:
                    await run_async(client, script)
                except Exception as error:
                    failures[f"{package.document}: {title}"] = _described(error)
    return failures


def _described(error: Exception) -> str:
    said = re.sub(r"\s+", " ", f"{type(error).__name__}: {error}")
    content = getattr(getattr(error, "response", None), "content", b"")
    return f"{said} {content[:300].decode(errors='replace')}"[:600]


def meet(packages: list[Package], way: str) -> Met:
    """Make all calls with one client, derived ones first."""
    met = Met()
    with AutoRestServer() as server:
        met.named = _scenarios(server, least=0)
        for kind, scripts in KINDS.items():
            if way == "sync":
                failures = call_sync(server, packages, scripts)
            else:
                failures = asyncio.run(call_async(server, packages, scripts))
            met.failures |= failures
            met.by[kind] = (_scenarios(server, least=1) & met.named) - met.all
    return met


def _scenarios(server: AutoRestServer, least: int) -> frozenset[Scenario]:
    return frozenset(
        (category, name)
        for category, names in server.report().items()
        for name, times in names.items()
        if times >= least
    )


def table(met: dict[str, Met]) -> str:
    """Return how many scenarios of each category each client completed, and with which calls."""
    head = "".join(f"{kind:>10}" for kind in (*KINDS, "all"))
    lines = [f"{'':19}{head}{'of':>10}"]
    for way, each in met.items():
        for category in (*CATEGORIES, ""):
            counts = [
                _count(found, category) for found in (*each.by.values(), each.all, each.named)
            ]
            row = "".join(f"{count:10}" for count in counts)
            lines.append(f"{way:8} {category or 'all':10}{row}")
    return "\n".join(lines)


def _count(scenarios: frozenset[Scenario], category: str) -> int:
    return sum(1 for each in scenarios if category in ("", each[0]))


def faults(packages: list[Package], met: dict[str, Met]) -> list[str]:
    """Return everything that is not as expected."""
    found = [f"{each.document} is refused:\n{each.refused}" for each in packages if each.refused]
    if met["sync"].all != met["async"].all:
        found.append(f"sync and async differ: {sorted(met['sync'].all ^ met['async'].all)}")
    for way, each in met.items():
        if len(each.named) != SCENARIOS:
            found.append(f"the server has {len(each.named)} scenarios, not {SCENARIOS}")
        if len(each.by["derived"]) < LEAST_DERIVED:
            found.append(f"{way}: {len(each.by['derived'])} derived, fewer than {LEAST_DERIVED}")
        if len(each.all) < LEAST:
            found.append(f"{way}: {len(each.all)} in all, fewer than {LEAST}")
    return found


def main() -> int:
    """Generate, call and report. The exit code is 1 if the result is worse than expected."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", help="documents to call, by name")
    parser.add_argument("--missed", action="store_true", help="list what was not met")
    arguments = parser.parse_args()
    try:
        paths = documents()
    except MissingNode as reason:
        print(f"skipped: {reason}")
        return 0
    chosen = [each for each in paths if not arguments.only or each.stem in arguments.only]
    packages = generate_all(chosen)
    usable = [each for each in packages if not each.refused]
    sys.path[:0] = [each.folder for each in usable]
    met = {way: meet(usable, way) for way in ("sync", "async")}
    _write(met)
    print(table(met))
    if arguments.missed:
        print(
            "\n".join(
                f"missed {c} {name}" for c, name in sorted(met["sync"].named - met["sync"].all)
            )
        )
        print("\n".join(f"{key}\n    {text}" for key, text in met["sync"].failures.items()))
    found = [] if arguments.only else faults(packages, met)
    print("".join(f"{each}\n" for each in found), end="")
    return 1 if found else 0


def _write(met: dict[str, Met]) -> None:
    report = {
        way: {
            **{kind: sorted(found) for kind, found in each.by.items()},
            "missed": sorted(each.named - each.all),
            "failures": each.failures,
        }
        for way, each in met.items()
    }
    (BUILD / "report.json").write_text(json.dumps(report, indent=1))


if __name__ == "__main__":
    raise SystemExit(main())
