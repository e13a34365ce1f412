"""Call every operation of the package against Prism, which validates: `python -m
tests.conformance.prism`.

Prism serves each document of `specs/documents`, with overlays applied, as a mock server that
responds to violations with errors. Both clients call every operation as in
`tests/package/test_every_operation.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.conformance.npm_package import BUILD, HERE, MissingNode, installed, node
from tests.conformance.recursion import without_recursion

ROOT = HERE.parent.parent
BATCH = 25


@contextmanager
def prism(documents: Sequence[Path]) -> Iterator[dict[Path, str]]:
    """Start mock servers of some documents on loopback; yield their URLs."""
    command = [node(), HERE / "npm" / "prism.cjs", installed("prism"), *documents]
    arguments = [str(each) for each in command]
    process = subprocess.Popen(
        arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin and process.stdout
    try:
        ports = json.loads(process.stdout.readline())
        yield {Path(path): f"http://127.0.0.1:{port}" for path, port in ports.items()}
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def served(name: str, root: Any) -> Path:
    """Write the file that Prism serves for a document: overlays applied, recursion removed."""
    document, recursive = without_recursion(root)
    if recursive:
        print(f"{name}: without what is within {', '.join(sorted(recursive))}", flush=True)
    copy = BUILD / "prism" / Path(name).parent.name / Path(name).name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(json.dumps(document))
    return copy


class Violations:
    """The violations that Prism reported in requests and responses, collected by a hook of the
    client."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.warnings: set[str] = set()
        self.answers = 0

    def look(self, request: Any, response: Any) -> None:
        self.answers += 1
        said = json.loads(response.headers.get("sl-violations", "[]"))
        warnings = [each for each in said if each["severity"] == "Warning"]
        self.warnings |= {each["message"] for each in warnings}
        if len(said) > len(warnings) or response.status >= 400:
            text = said or response.content[:500].decode(errors="replace")
            self.found.append(f"{request.method} {request.shown_url}: {response.status} {text}")


def refuses_strangers(url: str, method: str, path: str) -> bool:
    """Return whether a mock server validates: a request without a credential is a violation."""
    target = url + re.sub(r"\{[^}]*\}", "1", path)
    headers = {"Accept": "application/problem+json, application/json"}
    request = urllib.request.Request(target, method=method, headers=headers)
    try:
        urllib.request.urlopen(request, timeout=30).close()
    except urllib.error.HTTPError as error:
        said = error.headers.get("sl-violations", "") + error.read().decode(errors="replace")
        error.close()
        return "security scheme" in said
    return False


def answered(outcome: Any) -> Any:
    """Return the response of a batch. Without an example, Prism would invent failed inputs."""
    [answer] = outcome.answers
    return answer


def call_all(name: str, url: str) -> tuple[int, list[str], set[str]]:
    """Call each operation of a document with both clients; return the number of calls, errors and
    warnings."""
    from tests.package import test_every_operation as every

    every.only_answer = answered
    operations = every.declared(name)
    first = every.calls()[name, operations[0].method, operations[0].path]
    module = import_module(first.module)
    violations = Violations()
    options: dict[str, Any] = {
        "base_url": url,
        "rate_limiter": None,
        "retries": import_module("hubspot_crm").Retries(attempts=1),
        "on_response": violations.look,
    }
    wrong: list[str] = []
    if not refuses_strangers(url, operations[0].method, operations[0].path):
        wrong.append(f"{name}: Prism takes requests without a credential")

    def judge(way: str, operation: Any, value: Any) -> None:
        misfits = every.misfits(value)
        if misfits:
            wrong.append(f"{way} {name} {operation.method} {operation.path}: misfits {misfits}")

    def failed(way: str, operation: Any, error: Exception) -> None:
        wrong.append(f"{way} {name} {operation.method} {operation.path}: {error!r}")

    with module.HubSpot("token", **options) as client:
        for operation in operations:
            try:
                judge(
                    "sync", operation, every.call_sync(client, operation, every.expect(operation))
                )
            except Exception as error:
                failed("sync", operation, error)

    async def call_async() -> None:
        async with module.AsyncHubSpot("token", **options) as client:
            for operation in operations:
                try:
                    expected = every.expect(operation)
                    judge("async", operation, await every.call_async(client, operation, expected))
                except Exception as error:
                    failed("async", operation, error)

    asyncio.run(call_async())
    if violations.answers != 2 * len(operations):
        wrong.append(f"{name}: {violations.answers} answers to {len(operations)} operations twice")
    return len(operations), [*wrong, *violations.found], violations.warnings


def main() -> int:
    """Call and report; the exit code is 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="documents whose path has this in it")
    arguments = parser.parse_args()
    try:
        installed("prism")
    except MissingNode as reason:
        print(f"skipped: {reason}")
        return 0
    sys.path.insert(0, str(ROOT / "generated"))
    from tests.package import test_every_operation as every

    names = sorted(name for name in every.documents() if arguments.only in name)
    paths = {name: served(name, every.documents()[name]) for name in names}
    wrong: list[str] = []
    warnings: set[str] = set()
    began, operations = time.monotonic(), 0
    for start in range(0, len(names), BATCH):
        some = names[start : start + BATCH]
        with prism([paths[name] for name in some]) as urls:
            for name in some:
                count, said, warned = call_all(name, urls[paths[name]])
                operations, wrong = operations + count, wrong + said
                warnings |= warned
        print(f"{start + len(some)} of {len(names)} documents", flush=True)
    seconds = time.monotonic() - began
    print("".join(f"{each}\n" for each in wrong), end="")
    print("".join(f"warning: {each}\n" for each in sorted(warnings)), end="")
    print(
        f"{len(names)} documents, {operations} operations, each by both clients: {len(wrong)} faults"
    )
    print(f"{seconds:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
