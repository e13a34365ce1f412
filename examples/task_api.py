"""A task API in memory, on loopback, for the examples: create, search, list, update and archive."""

from __future__ import annotations

import re
from typing import Any

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

ROOT = re.compile(r"/crm/[^?]*?/tasks")
NOW = "2026-03-30T09:00:00.000Z"


class TaskApi(Loopback):
    """A server with tasks in it. A task without a subject is refused."""

    def __init__(self) -> None:
        super().__init__(self.respond)
        self.tasks: dict[str, dict[str, Any]] = {}

    def respond(self, request: RecordedRequest) -> Answer:
        """Answer one request."""
        match request.method, ROOT.sub("", request.path, count=1):
            case "POST", "/batch/create":
                return self.create(request.json()["inputs"])
            case "POST", "":
                return json_answer(self.add(request.json()["properties"]), status=201)
            case "POST", "/batch/read":
                return self.read(request.json()["inputs"])
            case "POST", "/search":
                return self.search(request.json())
            case "GET", "":
                return json_answer({"results": list(self.tasks.values())})
            case method, path:
                return self.one(method, path.removeprefix("/"), request)

    def create(self, inputs: list[dict[str, Any]]) -> Answer:
        """Create all that can be created: 201, or 207 with the errors of the others."""
        errors = [refusal(each) for each in inputs if not each["properties"]["hs_task_subject"]]
        created = [each for each in inputs if each["properties"]["hs_task_subject"]]
        trace = "objectWriteTraceId"
        results = [self.add(each["properties"]) | {trace: each[trace]} for each in created]
        answer = batch(results)
        if not errors:
            return json_answer(answer, status=201)
        return json_answer(answer | {"numErrors": len(errors), "errors": errors}, status=207)

    def read(self, inputs: list[dict[str, str]]) -> Answer:
        """Read tasks by their ids."""
        results = [self.tasks[each["id"]] for each in inputs]
        return json_answer(batch(results))

    def add(self, properties: dict[str, str]) -> dict[str, Any]:
        """Keep a new task."""
        id_ = str(501 + len(self.tasks))
        self.tasks[id_] = {
            "id": id_,
            "properties": properties,
            "createdAt": NOW,
            "updatedAt": NOW,
            "archived": False,
        }
        return self.tasks[id_]

    def search(self, body: dict[str, Any]) -> Answer:
        """Find tasks by words or by equality, one page at a time."""
        found = [task for task in self.tasks.values() if matches(task["properties"], body)]
        begin, size = int(body.get("after", 0)), body.get("limit", 10)
        answer: dict[str, Any] = {"total": len(found), "results": found[begin : begin + size]}
        if begin + size < len(found):
            answer["paging"] = {"next": {"after": str(begin + size)}}
        return json_answer(answer)

    def one(self, method: str, id_: str, request: RecordedRequest) -> Answer:
        """Read, change or archive one task."""
        if id_ not in self.tasks:
            return json_answer(
                {
                    "status": "error",
                    "message": f"No task has the id {id_}",
                    "correlationId": "5f3c4a10-7d2e-4b1a-9d5b-6a1c0e8f2b77",
                    "category": "OBJECT_NOT_FOUND",
                },
                status=404,
            )
        if method == "DELETE":
            del self.tasks[id_]
            return Answer(204)
        if method == "PATCH":
            self.tasks[id_]["properties"] |= request.json()["properties"]
        return json_answer(self.tasks[id_])


def batch(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the response to a batch."""
    return {"status": "COMPLETE", "results": results, "startedAt": NOW, "completedAt": NOW}


def matches(properties: dict[str, str], body: dict[str, Any]) -> bool:
    """Whether a task is one that a search asks for."""
    groups = body.get("filterGroups", [])
    equal = all(
        properties.get(each["propertyName"]) == each["value"]
        for group in groups
        for each in group["filters"]
    )
    return equal and body.get("query", "") in properties["hs_task_subject"]


def refusal(each: dict[str, Any]) -> dict[str, Any]:
    """The error of an input that cannot be created."""
    return {
        "status": "error",
        "category": "VALIDATION_ERROR",
        "message": "A task needs a subject",
        "context": {"objectWriteTraceId": [each["objectWriteTraceId"]]},
        "errors": [],
        "links": {},
    }
