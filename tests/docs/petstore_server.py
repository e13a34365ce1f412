"""The petstore of the documentation's examples, in memory."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

from tests.support.loopback import Answer, RecordedRequest, json_answer

PNG = b"\x89PNG\r\n\x1a\n" + bytes(1000)


class Store:
    """Starts with three pets. A page has at most two pets."""

    def __init__(self) -> None:
        self.pets: dict[str, dict[str, Any]] = {}
        for name, status in (("Rex", "available"), ("Tom", "sold"), ("Ivy", "available")):
            self.add({"name": name, "status": status})

    def add(self, values: dict[str, Any]) -> dict[str, Any]:
        pet = {"id": str(len(self.pets) + 1), "status": "available"} | values
        self.pets[pet["id"]] = pet
        return pet

    def respond(self, request: RecordedRequest) -> Answer:
        """Respond to one request."""
        match request.method, request.segments[request.segments[0] == "v1" :]:
            case "POST", ("oauth", *_):
                return self.token(request)
            case "GET", ("pets",):
                return self.page(request)
            case "POST", ("pets",):
                return json_answer(self.add(request.json()), status=201)
            case "POST", ("pets", "batch", "create"):
                return self.batch(request.json()["inputs"])
            case "GET", ("pets", id_, "photo") if id_ in self.pets:
                return Answer(200, PNG, {"Content-Type": "image/png"})
            case "POST", ("pets", id_, "photo") if id_ in self.pets:
                return json_answer({"id": "p1", "bytes": request.body.count(b"\0")}, status=201)
            case "GET", ("pets", id_) if id_ in self.pets:
                return json_answer(self.pets[id_], headers={"X-Quota-Remaining": "4999"})
            case "PATCH", ("pets", id_) if id_ in self.pets:
                self.pets[id_] |= request.json()
                return json_answer(self.pets[id_])
            case "DELETE", ("pets", id_) if id_ in self.pets:
                del self.pets[id_]
                return Answer(204)
            case "POST", ("questions",):
                return self.reply(request.json())
            case _, ("pets", id_, *_):
                return self.error(404, "PET_NOT_FOUND", f"There is no pet {id_}")
        return self.error(404, "NOT_FOUND", "There is nothing here")

    def error(self, status: int, code: str, message: str) -> Answer:
        return json_answer({"code": code, "message": message, "request": "8f3a"}, status=status)

    def page(self, request: RecordedRequest) -> Answer:
        query = dict(request.query)
        found = [p for p in self.pets.values() if query.get("status", p["status"]) == p["status"]]
        start, size = int(query.get("after", 0)), min(int(query.get("limit", 2)), 2)
        more = str(start + size) if start + size < len(found) else None
        return json_answer({"pets": found[start : start + size], "next": more})

    def batch(self, inputs: list[dict[str, Any]]) -> Answer:
        results = [self.add(each) for each in inputs if each["name"].isalnum()]
        errors = [
            {"code": "BAD_NAME", "message": f"{each['name']!r} is no name", "trace": each["trace"]}
            for each in inputs
            if not each["name"].isalnum()
        ]
        return json_answer({"results": results, "errors": errors})

    def reply(self, question: dict[str, Any]) -> Answer:
        if not question.get("stream"):
            return json_answer({"text": "Twice a day."})
        parts = "".join(f"data: {json.dumps({'text': t})}\n\n" for t in ("Twice", " a", " day."))
        body = parts + "data: [DONE]\n\n"
        return Answer(200, body.encode(), {"Content-Type": "text/event-stream"})

    def token(self, request: RecordedRequest) -> Answer:
        form = dict(parse_qsl(request.body.decode()))
        token = {"access_token": "a1", "refresh_token": "r1", "expires_in": 1800}
        return json_answer(token if form.get("grant_type") else {})
