"""Run the pages about the APIs beside records against the stand-in."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hubspot_crm import (
    ApiStatusError,
    AsyncMockTransport,
    MockTransport,
    json_response,
    v2025_09,
    v2026_03,
    v2026_09,
)
from hubspot_crm._core.transport import Request, Response
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import AsyncHubSpot, HubSpot, models

PAGES = Path(__file__).parents[2] / "docs" / "hubspot"


@pytest.fixture
def crm() -> StandIn:
    return StandIn(seed=1)


def run(crm: StandIn, name: str) -> dict[str, Any]:
    """Run the Python blocks of a page, and return their names."""
    page = PAGES / name
    with crm.serve() as url:
        names: dict[str, Any] = {"token": "token", "url": url}
        for block in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S):
            exec(compile(block.replace("while ", "if "), str(page), "exec"), names)
        names["client"].close()
    return names


def test_files_and_webhooks(crm: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    names = run(crm, "files-and-webhooks.md")
    assert names["file"].id and names["link"].url
    assert names["task"].id
    paths = [handled.request.url for handled in crm.requests]
    assert any(path.endswith("/files/2026-03/files") for path in paths)
    assert any(path.endswith("/webhooks/2026-03/4711/subscriptions") for path in paths)


def test_timeline_and_account(crm: StandIn) -> None:
    names = run(crm, "timeline-and-account.md")
    assert names["account"].portal_id
    assert names["action"].acting_user.user_id and names["login"].id and names["event"].type
    [created] = [each.request for each in crm.requests if each.request.method == "POST"]
    assert created.url.endswith("/integrators/timeline/2026-03/events")
    assert json.loads(created.content)["eventTypeName"] == "ae4711_webinar"
    queries = [each.request.url for each in crm.requests if "audit-logs" in each.request.url]
    assert queries and all("occurredAfter=2026-01-01" in each for each in queries)


def test_an_event_without_its_tokens_is_refused(crm: StandIn) -> None:
    client = HubSpot("token", transport=crm.transport())
    with pytest.raises(ApiStatusError, match="tokens"):
        client.request(
            "POST", "/integrators/timeline/v3/events", json={"eventTemplateId": "1", "id": "2"}
        )


def test_async_batches_of_events(crm: StandIn) -> None:
    async def run() -> Any:
        async with AsyncHubSpot("token", transport=crm.async_transport()) as client:
            return await client.timeline.events.batch.create(
                [{"eventTemplateId": "1", "id": "2", "email": "a@example.com", "tokens": {}}]
            )

    asyncio.run(run())
    [sent] = [each.request for each in crm.requests]
    assert sent.url.endswith("/integrators/timeline/v3/events/batch/create")
    assert [each["id"] for each in json.loads(sent.content)["inputs"]] == ["2"]


def test_an_invalid_setting_is_refused(crm: StandIn) -> None:
    client = HubSpot("token", transport=crm.transport())
    with pytest.raises(ApiStatusError, match="maxConcurrentRequests"):
        client.webhooks.settings.update(1, target_url="https://example.com", throttling={})


def test_async_uploads_send_a_form(crm: StandIn) -> None:
    async def run() -> bytes:
        async with AsyncHubSpot("token", transport=crm.async_transport()) as client:
            file = await client.files.upload(file=b"a,b", file_name="a.csv", folder_path="/x")
            return await client.files.download(file.id)

    assert isinstance(asyncio.run(run()), bytes)
    assert crm.requests[0].request.url.endswith("/files/v3/files")


def test_older_labels_of_associations(crm: StandIn) -> None:
    client = HubSpot("token", transport=crm.transport())
    found = client.association_labels_v4.list("contacts", "companies")
    assert crm.requests[-1].request.url.endswith("/crm/v4/associations/contacts/companies/labels")
    assert isinstance(found.results, list)


def test_conversations(crm: StandIn) -> None:
    names = run(crm, "conversations.md")
    assert names["thread"].id and isinstance(names["message"], names["PublicConversationsMessage"])
    assert isinstance(names["sent"], names["PublicConversationsMessage"])
    sent = [each.request for each in crm.requests if each.request.method == "POST"]
    types = [json.loads(each.content).get("type") for each in sent]
    assert types == ["MESSAGE", "COMMENT", None]
    assert json.loads(sent[-1].content) == {"inputs": ["A-7", "V-12"]}
    root = "/conversations/conversations/2026-09/threads"
    assert all(f"{root}/301/messages" in each.url for each in sent[:2])
    [closed, restored] = [each.request for each in crm.requests if each.request.method == "PATCH"]
    assert json.loads(closed.content) == {"status": "CLOSED"}
    assert restored.url.endswith(f"{root}/301?archived=true")
    assert json.loads(restored.content) == {"archived": False}


MESSAGE = {
    "id": "1",
    "conversationsThreadId": "301",
    "createdAt": "2026-04-01T09:00:00Z",
    "createdBy": "V-12",
    "client": {"clientType": "HUBSPOT"},
    "senders": [],
    "recipients": [],
    "archived": False,
}
MESSAGES = [
    {"results": [MESSAGE | {"type": "ASSIGNMENT", "assignedTo": "A-7"}]},
    {"results": [MESSAGE | {"type": "THREAD_STATUS_CHANGE", "newStatus": "CLOSED"}]},
    {"results": [MESSAGE | {"type": "NEW_TYPE", "note": "unknown"}]},
]
ACTORS = {
    "status": "COMPLETE",
    "startedAt": "2026-04-01T09:00:00Z",
    "completedAt": "2026-04-01T09:00:01Z",
    "results": [
        {"type": "VISITOR", "id": "V-12", "email": "ada@example.com"},
        {"type": "AGENT", "id": "A-7", "name": "Grace"},
    ],
    "numErrors": 1,
    "errors": [{"status": "error", "message": "Not found", "context": {"ids": ["A-8"]}}],
}


def conversation(request: Request) -> Response:
    """Answer a batch of actors, or one of three pages of messages."""
    if request.method == "POST":
        return json_response(ACTORS, status=207)
    page = int(parse_qs(urlsplit(request.url).query).get("after", ["0"])[0])
    more = {"paging": {"next": {"after": str(page + 1)}}} if page < 2 else {}
    return json_response(MESSAGES[page] | more)


def check_conversation(messages: list[Any], outcome: Any) -> None:
    assigned, closed, unknown = messages
    assert isinstance(assigned, models.PublicAssignmentMessage) and assigned.assigned_to == "A-7"
    assert isinstance(closed, models.PublicThreadStatusChange) and closed.new_status == "CLOSED"
    assert unknown.type == "NEW_TYPE" and unknown.unknown_fields == {"note": "unknown"}
    visitor, agent = outcome.succeeded
    assert (agent.input, agent.result.name) == ("A-7", "Grace")
    assert isinstance(agent.result, models.AgentActor)
    assert isinstance(visitor.result, models.VisitorActor)
    assert [each.input for each in outcome.failed] == ["A-8"]


def test_messages_and_actors_are_of_several_types() -> None:
    client = HubSpot("token", transport=MockTransport(conversation))
    messages = list(client.conversations.threads.messages.list(301))
    check_conversation(messages, client.conversations.actors.batch.read(["V-12", "A-8", "A-7"]))


def test_async_messages_and_actors_are_of_several_types() -> None:
    async def run() -> None:
        async with AsyncHubSpot("token", transport=AsyncMockTransport(conversation)) as client:
            messages = [each async for each in client.conversations.threads.messages.list(301)]
            outcome = await client.conversations.actors.batch.read(["V-12", "A-8", "A-7"])
            check_conversation(messages, outcome)

    asyncio.run(run())


def test_automation_actions(crm: StandIn) -> None:
    names = run(crm, "automation-actions.md")
    assert names["action"].id and names["revision"].definition.labels is not None
    root = "https?://[^/]+/automation/actions"
    sent = [each.request for each in crm.requests if each.request.method in ("PUT", "POST")]
    created, replaced, with_id, one, *many = sent
    assert re.fullmatch(f"{root}/2026-09/4711", created.url)
    functions = f"{root}/2026-09/4711/[^/]+/functions"
    assert re.fullmatch(f"{functions}/PRE_ACTION_EXECUTION", replaced.url)
    assert re.fullmatch(f"{functions}/PRE_FETCH_OPTIONS/papers", with_id.url)
    for each in (replaced, with_id):
        assert each.content == names["code"].encode()
        assert ("Content-Type", "text/plain") in each.headers
    assert re.fullmatch(f"{root}/callbacks/2026-09/ap-1/complete", one.url)
    assert json.loads(one.content) == {"outputFields": {"hs_execution_state": "SUCCESS"}}
    assert all(re.fullmatch(f"{root}/callbacks/2026-09/complete", each.url) for each in many)
    assert sorted(len(json.loads(each.content)["inputs"]) for each in many) == [50, 100, 100]
    assert names["outcome"].succeeded_count == 250


def actions(request: Request) -> Response:
    """Answer a revision, or a batch of callbacks of which one is refused."""
    if request.method == "POST":
        errors = [{"message": "Not found", "context": {"callbackId": ["ap-2"]}}]
        return json_response({"message": "Not found", "errors": errors}, status=400)
    field = {"typeDefinition": {"name": "paper", "type": "enumeration", "options": []}}
    kinds = [{"type": "UNKNOWN"}, {"type": "STRING", "format": "MONTH_AND_DAY"}]
    items = [{"type": "ARRAY", "items": kind} for kind in kinds]
    outputs = [{"typeDefinition": {"name": "o", "type": "json", "schema": each}} for each in items]
    rule = {"controllingFieldName": "paper", "dependentFieldNames": ["color"]}
    definition = {
        "id": "1",
        "revisionId": "2",
        "actionUrl": "https://example.com",
        "published": True,
        "functions": [],
        "objectTypes": [],
        "labels": {"en": {"actionName": "Send"}},
        "archivedAt": None,
        "inputFields": [field | {"isRequired": True}],
        "outputFields": outputs,
        "inputFieldDependencies": [
            rule | {"dependencyType": "SINGLE_FIELD"},
            rule | {"dependencyType": "CONDITIONAL_SINGLE_FIELD", "controllingFieldValue": "red"},
        ],
    }
    revision = {"id": "7", "revisionId": "2", "createdAt": "2026-04-01T09:00:00Z"}
    return json_response({"results": [revision | {"definition": definition}]})


def check_revision(revision: Any) -> None:
    """Check values that only some versions declare."""
    definition = revision.definition
    assert definition.archived_at is None and definition.labels["en"].action_name == "Send"
    single, conditional = definition.input_field_dependencies
    assert type(single).__name__ == "PublicSingleFieldDependency"
    assert conditional.controlling_field_value == "red"
    unknown, date = [each.type_definition.schema.items for each in definition.output_fields]
    assert type(unknown).__name__ == "UnknownFieldSchema"
    assert (type(date).__name__, date.format) == ("StringFieldSchema", "MONTH_AND_DAY")


def test_revisions_are_equal_in_all_versions() -> None:
    transport = MockTransport(actions)
    clients = [
        each.HubSpot("token", transport=transport) for each in (v2025_09, v2026_03, v2026_09)
    ]
    calls = [each.automation_actions for each in clients]
    calls.append(HubSpot("token", transport=transport).automation_actions_v4)
    revisions = [each.revisions.list(4711, "1").first() for each in calls]
    assert len({type(each) for each in revisions}) == 1
    for each in revisions:
        check_revision(each)
    paths = [urlsplit(request.url).path for request in transport.requests]
    roots = [f"actions/{name}" for name in ("2025-09", "2026-03", "2026-09")] + ["v4/actions"]
    assert paths == [f"/automation/{each}/4711/1/revisions" for each in roots]


def test_async_callbacks_and_functions() -> None:
    transport = AsyncMockTransport(actions)

    async def run() -> Any:
        async with v2026_03.AsyncHubSpot("token", transport=transport) as client:
            check_revision(await client.automation_actions.revisions.list(4711, "1").first())
            return await client.automation_actions.callbacks.batch.complete(
                [{"callbackId": f"ap-{number}", "outputFields": {}} for number in range(3)]
            )

    outcome = asyncio.run(run())
    assert [each.input["callbackId"] for each in outcome.failed] == ["ap-0", "ap-1", "ap-2"]
    assert transport.requests[-1].url.endswith("/automation/actions/callbacks/2026-03/complete")
