"""Test settings about an API in documents and the project file, and how clients use them."""

from __future__ import annotations

import time

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback, json_answer

DOCUMENT = HEAD + """\
paths:
  /things:
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
        - {name: ids, in: query, schema: {type: array, maxItems: 2, items: {type: string}}}
        - {name: word, in: query, schema: {type: string, maxLength: 3}}
      responses: {"204": {description: Done.}}
    post:
      requestBody:
        content: {application/json: {schema: {type: object, properties: {
          size: {type: number, maximum: 0.5},
          tags: {type: [array, "null"], minItems: 1, items: {type: string}}}}}}
      responses: {"204": {description: Done.}, default: {$ref: "#/components/responses/Error"}}
  /things/find:
    post:
      x-specloom-idempotent: true
      responses: {"204": {description: Done.}}
  /things/{id}:
    put:
      x-specloom-idempotent: false
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Done.}}
components:
  responses:
    Error:
      description: No.
      content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}
  schemas:
    Error:
      type: object
      x-specloom-error: {message: text, category: kind, context: about, details: faults}
      properties: {text: {type: string}, kind: {type: string}}
"""
SETTINGS = """\
[retries]
never = [599]
wait = { 423 = 0.25 }
policy = "/limit"
lasting = ["MONTHLY"]
intervals = { BRIEFLY = 0.3 }
[errors.classes]
MovedAwayError = { description = "599: the shop has moved." }
MonthlyLimitError = { base = "SlowLimitError" }
NoScopesError = { base = "PermissionDeniedError", description = "403: `context` names the scopes." }
SlowLimitError = { base = "RateLimitError" }
[errors.policies]
MONTHLY = "MonthlyLimitError"
[errors.statuses]
599 = "MovedAwayError"
[errors.categories]
SCOPES = "NoScopesError"
"""


def failing(server: Loopback, *answers: Answer) -> None:
    server.answer(*answers, Answer(204))


def test_what_the_project_says_of_failures(generated: Generated, server: Loopback) -> None:
    package = generated(DOCUMENT, settings=SETTINGS)
    with package.client(base_url=server.url) as client:
        for status, body, kind in [
            (599, {}, "MovedAwayError"),
            (429, {"limit": "MONTHLY"}, "MonthlyLimitError"),
            (403, {"kind": "SCOPES", "about": {"scopes": ["a"]}}, "NoScopesError"),
        ]:
            server.answer(json_answer(body, status=status))
            with pytest.raises(getattr(package.module(), kind)):
                client.things.create()
        assert len(server.requests) == 3
        failing(server, json_answer({}, status=423), json_answer({"limit": "x"}, status=429))
        client.things.create()
        assert len(server.requests) == 6
        failing(server, json_answer({"limit": "BRIEFLY"}, status=429))
        began = time.monotonic()
        client.things.create()
        assert time.monotonic() - began >= 0.3


def test_what_the_document_says_of_errors(generated: Generated, server: Loopback) -> None:
    package = generated(DOCUMENT)
    faults = [{"text": "too big", "about": {"member": ["size"]}}]
    server.answer_json({"text": "no", "kind": "K", "faults": faults}, status=400)
    with package.client(base_url=server.url) as client:
        with pytest.raises(package.module().BadRequestError) as caught:
            client.things.create()
    assert str(caught.value) == (
        "400 Bad Request: no; too big (category K, member size) [POST /things]"
    )


def test_what_may_be_sent_again(generated: Generated, server: Loopback) -> None:
    package = generated(DOCUMENT)
    failed = json_answer({}, status=500)
    with package.client(base_url=server.url) as client:
        for act, attempts in [
            (client.things.find, 2),
            (client.things.get, 2),
            (client.things.create, 1),
            (lambda: client.things.replace("1"), 1),
        ]:
            before = len(server.requests)
            server.answer(failed)
            if attempts == 1:
                with pytest.raises(package.module().InternalServerError):
                    act()
            else:
                failing(server)
                act()
            assert len(server.requests) - before == attempts


def test_limits_that_the_document_states(generated: Generated, server: Loopback) -> None:
    package = generated(DOCUMENT)
    error = package.module().InputError
    with package.client(base_url=server.url) as client:
        for act, message in [
            (lambda: client.things.get(limit=101), "limit is 101; the API accepts at most 100"),
            (lambda: client.things.get(limit=0), "limit is 0; the API accepts at least 1"),
            (lambda: client.things.get(ids=["a", "b", "c"]), "ids is 3 items; .* at most 2"),
            (lambda: client.things.get(word="abcd"), "word is 4 characters; .* at most 3"),
            (lambda: client.things.create(size=0.75), "size is 0.75; .* at most 0.5"),
            (lambda: client.things.create(tags=[]), "tags is 0 items; .* at least 1"),
        ]:
            with pytest.raises(error, match=message):
                act()
        assert server.requests == []
        server.answer(Answer(204), Answer(204))
        client.things.get(limit=100, ids=["a", "b"], word="abc")
        client.things.create(size=0.5, tags=None)
        assert len(server.requests) == 2


def test_types(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(DOCUMENT, settings=SETTINGS)
    mypy_strict(package.folder / package.name)
