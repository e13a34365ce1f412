"""Test the form of `x-specloom-` extensions, and the errors about invalid ones."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm._core.paging import window
from msgspec import NODEFAULT, Struct, structs
from specloom.diagnostics import SpecloomError
from specloom.ir import Batching, Window
from specloom.pipeline import compile_project, generate

from tests.generate.conftest import Generated
from tests.generate.support import HEAD, project_of
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

PAGE = "x-specloom-pagination"
BATCH = "x-specloom-batch"
LIMIT = "x-specloom-rate-limit"
SPLIT = "x-specloom-split"
FAULTS = {
    "misspelt": (
        f"{PAGE}s: {{}}",
        "unknown-extension",
        f"the extension '{PAGE}s' has no meaning here",
    ),
    "not an object": (f"{PAGE}: after", "wrong-type", "expected an object, found a string"),
    "missing": (
        f"{PAGE}: {{cursor: a, in: query, next: /n}}",
        "missing-property",
        "'items' is missing",
    ),
    "place": (
        f"{PAGE}: {{cursor: a, in: path, next: /n, items: /i}}",
        "invalid-extension",
        "the cursor cannot be sent in 'path'",
    ),
    "pointer": (
        f"{PAGE}: {{cursor: a, in: query, next: n, items: /i}}",
        "invalid-extension",
        "'n' is not a JSON pointer",
    ),
    "member": (
        f"{PAGE}: {{cursor: a, in: query, next: /n, items: /i, width: 5}}",
        "invalid-extension",
        f"'{PAGE}' has no property 'width'",
    ),
    "pointer to the end": (
        f"{PAGE}: {{cursor: a, in: query, next: /n, items: /i, more: m}}",
        "invalid-extension",
        "'m' is not a JSON pointer",
    ),
    "window of a query": (
        f"{PAGE}: {{cursor: a, in: query, next: /n, items: /i, window: {{}}}}",
        "invalid-extension",
        "a window needs a request body, because its filters are sent in the body",
    ),
    "cap of nothing": (
        f"{PAGE}: {{cursor: inputs, in: body, next: /n, items: /results, window: {{cap: 0}}}}",
        "invalid-extension",
        "'cap' must be a positive integer",
    ),
    "member of a window": (
        f"{PAGE}: {{cursor: inputs, in: body, next: /n, items: /results, window: {{caps: 5}}}}",
        "invalid-extension",
        "'window' has no property 'caps'",
    ),
    "half a window": (
        f"{PAGE}: {{cursor: inputs, in: body, next: /n, items: /results, window: {{cap: 5}}}}",
        "missing-property",
        "'key' is missing",
    ),
    "window of nothing": (
        f"{PAGE}: {{cursor: inputs, in: body, next: /n, items: /results, "
        "window: {cap: 5, key: id, most: 3, groups: all, present: HAS, absent: NOT}}",
        "invalid-extension",
        "the body has no property 'all'",
    ),
    "limit of zero": (
        f"{BATCH}: {{inputs: inputs, limit: 0}}",
        "invalid-extension",
        "'limit' must be a positive integer",
    ),
    "limit of text": (
        f"{BATCH}: {{inputs: inputs, limit: many}}",
        "invalid-extension",
        "'limit' must be a positive integer",
    ),
    "no inputs": (
        f"{BATCH}: {{limit: 5}}",
        "missing-property",
        "the required property 'inputs' is missing",
    ),
    "no bucket": (
        f"{LIMIT}: {{}}",
        "missing-property",
        "the required property 'bucket' is missing",
    ),
    "bucket of number": (f"{LIMIT}: {{bucket: 5}}", "wrong-type", "expected a string"),
    "limit here": (
        f"{LIMIT}: {{bucket: a, requests: 5}}",
        "invalid-extension",
        f"'{LIMIT}' has no property 'requests'",
    ),
    "inputs of nothing": (
        f"{BATCH}: {{inputs: things, limit: 5}}",
        "invalid-extension",
        "the body has no property 'things'",
    ),
    "lower limit for nothing": (
        f"{BATCH}: {{inputs: inputs, limit: 5, limitWith: {{past: 2}}}}",
        "invalid-extension",
        "the body has no property 'past'",
    ),
    "results of nothing": (
        f"{BATCH}: {{inputs: inputs, limit: 5, results: /things}}",
        "invalid-extension",
        "the results of x-specloom-batch at /things are not an array in the response",
    ),
    "another key of nothing": (
        f"{BATCH}: {{inputs: inputs, limit: 5, matchBy: {{in: /a}}}}",
        "missing-property",
        "the required property 'member' is missing",
    ),
    "cursor of nothing": (
        f"{PAGE}: {{cursor: after, in: query, next: /next, items: /results}}",
        "invalid-extension",
        "the query has no parameter 'after'",
    ),
    "a split of no array": (
        f"{SPLIT}: {{limit: 9, parameters: {{a: /x}}, key: /id}}",
        "invalid-extension",
        "the operation has no array 'a' in the query",
    ),
    "a split of nothing": (
        f"{SPLIT}: {{limit: 9, key: /id}}",
        "missing-property",
        "'parameters' is missing",
    ),
    "a split that merges nothing": (
        f"{SPLIT}: {{limit: 9, parameters: {{}}, key: id}}",
        "invalid-extension",
        "'id' is not a JSON pointer",
    ),
    "a split of a property": (
        f"{SPLIT}: {{limit: 9, parameters: {{}}, key: /id, items: /results}}",
        "invalid-extension",
        f"'{SPLIT}' has no property 'items'",
    ),
    "neither true nor false": (
        "x-specloom-idempotent: sometimes",
        "invalid-extension",
        "'x-specloom-idempotent' must be a boolean, found 'sometimes'",
    ),
    "items of nothing": (
        f"{PAGE}: {{cursor: a, in: query, next: /next, items: /things}}",
        "invalid-extension",
        "the items of x-specloom-pagination at /things are not an array in the response",
    ),
}


def _document(extension: str) -> str:
    return HEAD + f"""\
paths:
  /things:
    post:
      {extension}
      parameters: [{{name: a, in: query, schema: {{type: string}}}}]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: {{inputs: {{type: array, items: {{type: string}}}}, history: {{type: boolean}}}}
      responses:
        "200":
          description: Done.
          content:
            application/json:
              schema: {{type: object, properties: {{results: {{type: array, items: {{type: string}}}}}}}}
"""


@pytest.mark.parametrize("case", FAULTS)
def test_faults(case: str, tmp_path: Path) -> None:
    extension, code, message = FAULTS[case]
    with pytest.raises(SpecloomError) as caught:
        generate(project_of(_document(extension), tmp_path, "shop"))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == code
    assert message in diagnostic.message
    assert diagnostic.hint
    assert diagnostic.location is not None
    assert diagnostic.location.pointer[:3] == ("paths", "/things", "post")


def test_what_they_say(tmp_path: Path) -> None:
    text = _document(
        f"{BATCH}: {{inputs: inputs, limit: 100, limitWith: {{history: 50}}, correlationId: trace, "
        "results: /results, errors: /errors, match: {/a: /b}, "
        "matchBy: {member: by, in: /c, ask: list}, errorInputs: [/d], repeat: [SLOW]}"
    )
    (operation,) = (
        compile_project(project_of(text, tmp_path, "shop")).interned.implementations[0].operations
    )
    assert operation.batching == Batching(
        inputs="inputs",
        limit=100,
        limit_with=(("history", 50),),
        results="/results",
        errors="/errors",
        correlation_id="trace",
        match=(("/a", "/b"),),
        match_by="by",
        match_in="/c",
        match_ask="list",
        error_inputs=("/d",),
        repeat=("SLOW",),
    )


def test_a_batch_takes_any_inputs_and_gives_an_outcome(generated: Generated) -> None:
    extension = (
        f"{BATCH}: {{inputs: inputs, limit: 2, limitWith: {{history: 1}}, results: /results}}"
    )
    package = generated(_document(extension))
    with Loopback() as server, package.client(base_url=server.url) as client:
        server.answer_json({"results": ["done"]})
        outcome = client.things.create(iter(["a"]), a="b", history=True)
        assert (outcome.results, outcome.complete) == (["done"], True)
        assert server.requests[0].json() == {"inputs": ["a"], "history": True}
        assert server.requests[0].query == [("a", "b")]
    text = client.things.create.__doc__
    assert "each request sends at most 2, 1 with `history`." in " ".join(text.split())


def test_what_windows_say(tmp_path: Path) -> None:
    text = _document(
        f"{PAGE}: {{cursor: inputs, in: body, next: /n, items: /results, more: /more, window: "
        "{cap: 50, key: id, most: 3, groups: inputs, sorts: inputs, properties: inputs, "
        "size: inputs, total: /count, present: HAS, absent: NOT, operator: is}}"
    )
    project = project_of(text, tmp_path, "shop")
    (paged,) = compile_project(project).interned.implementations[0].operations
    assert paged.pagination is not None
    assert paged.pagination.more == "/more"
    assert paged.pagination.window == Window(
        50, "id", 3, "inputs", "HAS", "NOT", operator="is", sorts="inputs", properties="inputs",
        size="inputs", total="/count",
    )  # fmt: skip
    written = "".join(file.text for file in generate(project).files)
    assert 'operator="is"' in written and 'total="/count"' in written


def test_the_core_has_the_defaults_that_are_not_written_out() -> None:
    def defaults(struct: type[Struct]) -> dict[str, object]:
        members = structs.fields(struct)
        return {each.name: None if each.default is NODEFAULT else each.default for each in members}

    assert defaults(Window) == defaults(window.Window)


LONG = f"""{HEAD}paths:
  /things:
    get:
      x-specloom-pagination: {{cursor: after, in: query, next: /next, items: /results}}
      {SPLIT}: &split {{limit: 300, parameters: {{fields: /fields, past: /more/past}}, key: /id}}
      parameters:
        - {{name: after, in: query, schema: {{type: string}}}}
        - &fields {{name: fields, in: query, explode: false, schema: {{type: array, items: {{type: string}}}}}}
        - &past {{name: past, in: query, schema: {{type: array, items: {{type: string}}}}}}
      responses:
        "200":
          description: A page.
          content: {{application/json: {{schema: {{type: object, properties: {{
            next: {{type: string}},
            results: {{type: array, items: {{$ref: "#/components/schemas/Thing"}}}}}}}}}}}}
  /things/{{id}}:
    get:
      {SPLIT}: *split
      parameters: [*fields, *past, {{name: id, in: path, required: true, schema: {{type: integer}}}}]
      responses:
        "200":
          description: A thing.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Thing"}}}}}}
components:
  schemas:
    Thing:
      type: object
      properties:
        id: {{type: integer}}
        price: {{type: number, format: decimal}}
        fields: {{type: object, additionalProperties: {{type: string}}}}
        more: {{type: object, properties: {{past: {{type: object, additionalProperties: {{type: integer}}}}}}}}
"""


def things(request: RecordedRequest) -> Answer:
    """Return things with what the query lists; refuse a URL that is too long."""
    if len(request.target) > 300:
        return Answer(414)
    query = request.query
    fields = [name for key, value in query if key == "fields" for name in value.split(",")]
    more = {"past": {value: 1 for key, value in query if key == "past"}}

    def thing(number: int) -> dict[str, Any]:
        return {"id": number, "fields": {name: str(number) for name in fields}, "more": more}

    if request.path != "/things":
        return json_answer(thing(7))
    is_last = ("after", "b") in query
    page = {"results": [thing(3), thing(4)]} if is_last else {"results": [thing(1)], "next": "b"}
    return json_answer(page)


def test_long_lists_are_split_over_requests(generated: Generated) -> None:
    made = generated(LONG)
    fields, past = [f"field{n}" for n in range(99)], [f"past{n}" for n in range(50)]

    async def main(url: str) -> tuple[Any, list[Any]]:
        async with made.async_client(base_url=url) as client:
            found = await client.things.get(7, fields=fields, past=past)
            return found, [each async for each in client.things.list(fields=fields, past=past)]

    with Loopback(things) as server:
        with made.client(base_url=server.url) as client:
            found = client.things.get(7, fields=fields, past=past)
            listed = list(client.things.list(fields=fields, past=past))
        assert asyncio.run(main(server.url)) == (found, listed)
        assert max(len(each.target) for each in server.requests) > 200
    assert [each.id for each in (found, *listed)] == [7, 1, 3, 4]
    for each in (found, *listed):
        assert list(each.fields) == fields and set(each.fields.values()) == {str(each.id)}
        assert list(each.more.past) == past
