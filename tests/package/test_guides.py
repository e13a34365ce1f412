"""Run the code of the pages in docs/hubspot/ against a server on loopback."""

from __future__ import annotations

import json
import re
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import HubSpot
from hubspot_crm.typed_properties import RecordClass, render
from hubspot_crm.v3.models import Property
from hubspot_crm.webhooks import Verifier

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

PAGES = Path(__file__).parent.parent.parent / "docs" / "hubspot"


def respond(request: RecordedRequest) -> Answer:
    if request.path.endswith("/labels"):
        label = {"category": "USER_DEFINED", "typeId": 36, "label": "Decision maker"}
        return json_answer({"results": [label]})
    given = json.loads(request.body)["properties"] if request.body else {"amount": "5"}
    return json_answer({"id": "7", "properties": given})


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(respond) as loopback:
        yield loopback


def run(page: str, server: Loopback, **names: Any) -> dict[str, Any]:
    """Run the blocks of a page that are to be run, and return the names that they define."""
    with HubSpot("token", base_url=server.url) as client:
        names |= {"client": client}
        text = (PAGES / page).read_text("utf-8")
        for skipped, block in re.findall(
            r"(<!-- not run: [^>]+ -->\n)?```python\n(.*?)```", text, re.S
        ):
            if not skipped:
                exec(compile(block, page, "exec"), names)
    return names


def sent(server: Loopback) -> list[Any]:
    return [request.json() for request in server.requests if request.body]


def test_values(server: Loopback) -> None:
    names = run("values.md", server)
    assert sent(server)[0]["properties"] == {
        "dealname": "Vats",
        "amount": "12500.00",
        "closedate": "2026-05-01",
        "hs_is_closed": "false",
        "tags": "dairy;new",
        "description": "",
    }
    assert sent(server)[1]["properties"] == {"tags": ";urgent"}
    assert (str(names["amount"]), str(names["closes"])) == ("12500.00", "2026-05-01")
    assert names["tags"] == ["dairy", "new"]


def test_associations(server: Loopback) -> None:
    run("associations.md", server)
    types = [body["associations"][0]["types"] for body in sent(server)]
    numbers = [[each["associationTypeId"] for each in kinds] for kinds in types]
    assert numbers == [[204], [1, 36]]


def test_webhooks(server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    receive = run("webhooks.md", server, client_secret="secret")["receive"]
    body, uri = b'[{"eventId": 5, "subscriptionType": "deal.deletion"}]', "https://example.com/"
    headers = Verifier("secret").sign(method="POST", uri=uri, body=body)
    assert receive("POST", uri, headers, body) == 204
    assert capsys.readouterr().out.startswith("5 deal deletion")
    assert receive("POST", uri, headers, body + b" ") == 401


def test_imports_and_exports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = {"startedAt": "2026-04-01T09:00:00Z", "completedAt": "2026-04-01T09:00:01Z"}
    counted = {"metadata": {"counters": {"ERRORS": 2}, "fileIds": [], "objectLists": []}}
    answers = {
        "POST imports": {"id": "8801", "state": "STARTED"},
        "GET imports": {"id": "8801", "state": "DONE", **counted},
        "POST exports": {"id": "6601"},
        "POST files": {"id": "77"},
    }

    def respond(request: RecordedRequest) -> Answer:
        family = next(
            each for each in ("imports", "exports", "files", "csv") if each in request.path
        )
        if family == "csv":
            assert "authorization" not in request.headers
            return Answer(200, b"Email\n")
        done = {**batch, "status": "COMPLETE", "result": f"{running.url}/all.csv?key=secret"}
        return json_answer(answers.get(f"{request.method} {family}", done))

    monkeypatch.chdir(tmp_path)
    (found,) = re.findall(
        'csv title="people.csv"\n(.*?)```', (PAGES / "imports-exports.md").read_text("utf-8"), re.S
    )
    Path("people.csv").write_text(found, "utf-8")
    with Loopback(respond) as running:
        run("imports-exports.md", running)
    assert capsys.readouterr().out.split() == ["DONE", "2", "77"]
    assert Path("contacts.csv").read_bytes() == b"Email\n"
    started = running.requests[0]
    assert found.encode() in started.body and b'"propertyName":"firstname"' in started.body


def test_the_webhook_recipe_for_fastapi() -> None:
    # tests/install/ runs all recipes, each with its framework.
    program = PAGES.parent.parent / "tests/install/programs/use_webhook_recipes.py"
    runpy.run_path(str(program))["check"](PAGES / "webhooks.md", "fastapi")


def test_typed_properties(
    server: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"fieldType": "text", "groupName": "", "label": "", "description": "", "options": []}
    kinds = {"dealname": "string", "amount": "number"}
    properties = [
        Property.from_dict({"name": name, "type": kind, **texts}) for name, kind in kinds.items()
    ]
    module = tmp_path / "crm_types.py"
    module.write_text(render([RecordClass("Deal", "deals", properties)]), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "crm_types", raising=False)
    run("typed-properties.md", server)
    assert [body["properties"] for body in sent(server)] == [
        {"amount": "105"},
        {"amount": "12500", "dealname": "Vats"},
    ]
