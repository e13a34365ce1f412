"""Run what the pages show against the stand-in server: cURL with curl, Python, and the command line.

All calls of an operation are made of one example, so they must send the same request.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from importlib import import_module
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest
from hubspot_crm import ApiStatusError
from hubspot_crm.testing import StandIn
from specloom.reference.views import COMMAND_LINE, OperationView, ResourcePage, Site

SERVER = "https://api.hubapi.com"
VARIABLE = "HUBSPOT_ACCESS_TOKEN"
# The ids of an example name records that the account does not have.
UNKNOWN = {(404, "OBJECT_NOT_FOUND"), (400, "VALIDATION_ERROR")}


class Sent(NamedTuple):
    """A request that arrived, and the status of its response."""

    method: str
    path: str
    query: list[tuple[str, str]]
    body: Any
    status: int | None


def kinds(site: Site) -> Iterator[tuple[ResourcePage, OperationView]]:
    """Yield one operation of each kind: each call of records, and each form of the other requests."""
    seen: set[object] = set()
    for page in reversed(site.resources):
        is_record = any(each.id == "batch-upsert" for each in page.operations)
        for operation in page.operations:
            places = tuple((place, len(group)) for place, group in operation.parameters)
            media = operation.body.media_types if operation.body else ()
            form = (operation.method, operation.pages, len(places), media)
            kind = operation.id if is_record else form
            if kind not in seen:
                seen.add(kind)
                yield page, operation


def every(site: Site, version: str) -> Iterator[tuple[ResourcePage, OperationView]]:
    for page in site.resources:
        for operation in page.operations if page.version == version else ():
            yield page, operation


def requests_of(crm: StandIn) -> list[Sent]:
    found: list[Sent] = []
    for each in crm.requests:
        parts = urlsplit(each.request.url)
        content = each.request.content
        raw = content if isinstance(content, bytes) else b"".join(content or ())  # type: ignore[arg-type]
        body: Any = None
        with suppress(ValueError):
            body = json.loads(raw) if raw else None
        if raw.startswith(b"--"):
            # A form: the names and the contents of its parts, but for the headers and the boundary.
            parts_ = re.findall(rb'name="([^"]+)".*?\r\n\r\n(.*?)\r\n--', raw, re.DOTALL)
            body = sorted((name, _plain(content)) for name, content in parts_)
        query = sorted(parse_qsl(parts.query, keep_blank_values=True))
        found.append(Sent(each.request.method, parts.path, query, body, each.status))
    return found


def _plain(content: bytes) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return content.decode()


def run_curl(code: str, url: str, folder: Path) -> tuple[int, str]:
    """Run a cURL call, and return the status and the body of the response."""
    assert code.count(SERVER) == 1, code
    command = code.replace(SERVER, url).replace(
        "curl ", "curl --silent --show-error --globoff --write-out '\\n%{http_code}' ", 1
    )
    ran = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        cwd=folder,
        env={"PATH": os.environ["PATH"], VARIABLE: "any-token"},
        check=False,
    )
    assert ran.returncode == 0, f"{code}\n{ran.stderr}"
    body, _, status = ran.stdout.rpartition("\n")
    return int(status), body


def run_python(code: str, url: str) -> str:
    """Run a Python call, and return what it prints, or the category of the error that it raises."""
    assert f'os.environ["{VARIABLE}"]' in code, code
    code = code.replace(f'os.environ["{VARIABLE}"]', f'"any-token", base_url="{url}"')
    printed = StringIO()
    with redirect_stdout(printed):
        try:
            exec(compile(code, "snippet.py", "exec"), {"__name__": "__main__"})
        except ApiStatusError as error:
            assert (error.status, error.category) in UNKNOWN, f"{code}\n{error}"
            return ""
    return printed.getvalue()


def run_command(code: str, url: str) -> str:
    """Run a command of the package, and return what it prints, or nothing if the API refuses it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, "any-token")
        name, *words = shlex.split(code.replace("\\\n", ""))
        assert name == "hubspot-crm", code
        main = import_module("hubspot_crm.__main__").main
        printed, errors = BytesIO(), StringIO()
        output = TextIOWrapper(printed)
        with redirect_stdout(output), redirect_stderr(errors):
            status = main(["--base-url", url, *words])
    refused = re.search(r"(\d+) .*\(category (\w+)", errors.getvalue())
    if refused:
        assert (int(refused[1]), refused[2]) in UNKNOWN, f"{code}\n{errors.getvalue()}"
    is_partial = status == 1 and b'"failed": [' in printed.getvalue()
    assert status == (1 if refused or is_partial else 0), f"{code}\n{errors.getvalue()}"
    return printed.getvalue().decode()


def prepared(crm: StandIn, page: ResourcePage, code: str) -> str:
    """Start with an empty account, add the records that examples name, and return the code with their ids."""
    crm.reset()
    added = {}
    for example, kind in (("512", page.name), ("513", page.name), ("7001", "contacts")):
        with suppress(Exception):
            added[example] = crm.create(kind, {})
    return re.sub(
        rf"(?<=[\"'/ ])(?:{'|'.join(added) or 'none'})(?=[\"'/?\s]|$)",
        lambda found: added[found[0]],
        code,
    )


def check(
    page: ResourcePage, operation: OperationView, crm: StandIn, url: str, folder: Path
) -> bool:
    """Run all calls of an operation. Return whether the server found what they are about."""
    curl = operation.snippets[0]
    sent: list[Sent] = []
    statuses: list[int | None] = []
    for snippet in operation.snippets:
        code = prepared(crm, page, snippet.code)
        if snippet is curl:
            for name in re.findall(r"=@([\w.-]+)|binary @([\w.-]+)", code):
                (folder / "".join(name)).write_text("email\nada@example.com\n")
            status, body = run_curl(code, url, folder)
            where = f"{page.page} {operation.id}: {status} {body}\n{snippet.code}"
            if status >= 300:
                error = json.loads(body)
                assert (status, error["category"]) in UNKNOWN, where
                assert not error["message"].startswith(("There is no", "Invalid input")), where
        elif snippet.label == COMMAND_LINE:
            run_command(code, url)
        else:
            run_python(code, url)
        first = requests_of(crm)[0]
        statuses.append(first.status)
        sent.append(first._replace(status=None))
    where = f"{page.page}#{operation.id}\n{sent}\n{operation.snippets[1].code}"
    assert len(sent) >= 3 and all(each == sent[0] for each in sent), where
    assert sent[0].method == operation.method, where
    assert len(set(statuses)) == 1, where
    return statuses[0] is not None and statuses[0] < 300


def run_all(
    operations: Iterator[tuple[ResourcePage, OperationView]], folder: Path
) -> tuple[int, int]:
    crm = StandIn(seed=1)
    with crm.serve() as url:
        found = [check(page, operation, crm, url, folder) for page, operation in operations]
    return sum(found), len(found)


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
def test_the_calls_of_each_kind_of_operation_run_and_send_the_same(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    succeeded, count = run_all(kinds(site), tmp_path)
    assert count > 25
    assert succeeded / count > 0.5, (succeeded, count)


def test_commands_send_the_same_from_a_shell(site: Site) -> None:
    """Two commands with quotes, in processes of their own."""
    found = [(page, each) for page, each in kinds(site) if "'" in each.snippets[3].code][:2]
    assert len(found) == 2
    crm = StandIn(seed=1)
    with crm.serve() as url:
        for page, operation in found:
            code = prepared(crm, page, operation.snippets[3].code)
            run_command(code, url)
            program = f"{shlex.quote(sys.executable)} -W ignore -m hubspot_crm --base-url {url}"
            command = code.replace("hubspot-crm", program, 1)
            environment = {"PYTHONPATH": os.pathsep.join(sys.path), VARIABLE: "any-token"}
            ran = subprocess.run(["sh", "-c", command], capture_output=True, env=environment)
            assert ran.returncode in (0, 1), ran.stderr.decode()
            first, second = [each._replace(status=None) for each in requests_of(crm)]
            assert first == second, code


@pytest.mark.whole
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("version", ["v3", "2025-09", "2026-03", "2026-09"])
def test_the_calls_of_every_operation_run_and_send_the_same(
    whole_site: Site, version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    succeeded, count = run_all(every(whole_site, version), tmp_path)
    assert [each.count for each in whole_site.versions if each.name == version] == [count]
    assert succeeded / count > 0.4, (succeeded, count)
