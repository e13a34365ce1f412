"""Test servers of operations and paths with any value of the variables of the document's server."""

from __future__ import annotations

from typing import Any

from tests.generate.conftest import Generated
from tests.generate.support import HEAD

DOCUMENT = f"""{HEAD}servers:
  - url: https://{{region}}.api.example/{{stage}}
    variables: {{region: {{default: us, enum: [us, eu]}}, stage: {{default: v1}}}}
paths:
  /usual: {{get: &get {{responses: {{"204": {{description: done}}}}}}}}
  /uploads:
    servers: [{{url: "https://uploads.example"}}]
    get: *get
    put:
      servers:
        - url: https://{{region}}.uploads.example/{{kind}}
          variables: {{region: {{default: us}}, kind: {{default: raw}}}}
      responses: {{"204": {{description: done}}}}
  /near:
    get: {{servers: [{{url: /other}}], responses: {{"204": {{description: done}}}}}}
"""


CHOSEN: list[tuple[dict[str, Any], list[str]]] = [
    (
        {},
        [
            "https://us.api.example/v1/usual",
            "https://uploads.example/uploads",
            "https://us.uploads.example/raw/uploads",
            "https://us.api.example/other/near",
        ],
    ),
    (
        {"region": "eu", "stage": "v2"},
        [
            "https://eu.api.example/v2/usual",
            "https://uploads.example/uploads",
            "https://eu.uploads.example/raw/uploads",
            "https://eu.api.example/other/near",
        ],
    ),
    (
        {"base_url": "https://stand-in.example/x", "region": "eu"},
        [
            "https://stand-in.example/x/usual",
            "https://stand-in.example/x/uploads",
            "https://stand-in.example/x/uploads",
            "https://stand-in.example/other/near",
        ],
    ),
    (
        {"base_url": "https://{region}.proxy.example", "region": "eu"},
        [
            "https://eu.proxy.example/usual",
            "https://eu.proxy.example/uploads",
            "https://eu.proxy.example/uploads",
            "https://eu.proxy.example/other/near",
        ],
    ),
]


def test_servers_of_operations_and_paths(generated: Generated) -> None:
    made = generated(DOCUMENT)
    transports = made.module("transports")
    empty = transports.Response(204, transports.Headers(), b"")
    for given, urls in CHOSEN:
        mock = transports.MockTransport([empty] * 4)
        client = made.client(transport=mock, **given).with_options(timeout=1)
        client.usual.get()
        client.uploads.get()
        client.uploads.replace()
        client.near.get()
        assert [each.url for each in mock.requests] == urls
