"""Test security schemes and servers: the arguments of a client, and what it sends."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

DONE = 'responses: {"204": {description: done}}'
SCHEMES = f"""{HEAD}security: [{{header: []}}]
paths:
  /header: {{get: {{{DONE}}}}}
  /query: {{get: {{security: [{{query: []}}], {DONE}}}}}
  /cookie: {{get: {{security: [{{cookie: []}}], {DONE}}}}}
  /basic: {{get: {{security: [{{basic: []}}], {DONE}}}}}
  /oauth: {{get: {{security: [{{oauth: [a]}}], {DONE}}}}}
  /openid: {{get: {{security: [{{openid: []}}], {DONE}}}}}
  /digest: {{get: {{security: [{{digest: []}}], {DONE}}}}}
  /mutual: {{get: {{security: [{{mutual: []}}], {DONE}}}}}
  /both: {{get: {{security: [{{header: [], query: [], mutual: []}}], {DONE}}}}}
  /either: {{get: {{security: [{{missing: []}}, {{cookie: []}}], {DONE}}}}}
  /none: {{get: {{security: [], {DONE}}}}}
  /optional: {{get: {{security: [{{}}, {{query: []}}], {DONE}}}}}
components:
  securitySchemes:
    header: {{type: apiKey, in: header, name: Authorization}}
    query: {{type: apiKey, in: query, name: key}}
    cookie: {{type: apiKey, in: cookie, name: sid}}
    basic: {{type: http, scheme: basic}}
    oauth: {{type: oauth2, flows: {{clientCredentials: {{tokenUrl: "https://x.example", scopes: {{a: a}}}}}}}}
    openid: {{type: openIdConnect, openIdConnectUrl: "https://x.example"}}
    digest: {{type: http, scheme: Digest}}
    mutual: {{type: mutualTLS}}
    missing: {{type: apiKey, in: header, name: X-Missing}}
"""


def test_schemes(generated: Generated, server: Loopback, mypy_strict: MypyStrict) -> None:
    made = generated(SCHEMES)
    calls = "header query cookie basic oauth openid digest mutual both either none optional".split()
    server.answer(*[Answer(204)] * len(calls))
    with made.client(
        base_url=server.url,
        header="Token abc def",
        query="q/s",
        cookie="c",
        basic=("u", "p"),
        oauth="o",
        openid="i",
        digest='username="u", response="r"',
    ) as client:
        for call in calls:
            getattr(client, call).get()
    sent = [
        (
            request.path[1:],
            request.headers.get("authorization"),
            request.target.partition("?")[2],
            request.headers.get("cookie"),
        )
        for request in server.requests
    ]
    assert sent == [
        ("header", "Token abc def", "", None),
        ("query", None, "key=q%2Fs", None),
        ("cookie", None, "", "sid=c"),
        ("basic", "Basic dTpw", "", None),
        ("oauth", "Bearer o", "", None),
        ("openid", "Bearer i", "", None),
        ("digest", 'Digest username="u", response="r"', "", None),
        ("mutual", None, "", None),
        ("both", "Token abc def", "key=q%2Fs", None),
        ("either", None, "", "sid=c"),
        ("none", None, "", None),
        ("optional", None, "key=q%2Fs", None),
    ]
    mypy_strict(made.folder / made.name)


SERVERS = f"""{HEAD}servers:
- url: "{{scheme}}://127.0.0.1:{{port}}/{{base}}"
  variables: {{scheme: {{default: http}}, port: {{default: "1", description: The port.}}, base: {{default: v1, enum: [v1, v2]}}}}
- {{url: "https://other.example", description: The other one.}}
paths:
  /usual: {{get: {{{DONE}}}}}
  /own: {{get: {{servers: [{{url: "http://127.0.0.1:{{port}}/own", variables: {{port: {{default: "1"}}}}}}], {DONE}}}}}
  /relative: {{servers: [{{url: /relatively}}], get: {{{DONE}}}}}
"""


def test_servers_with_variables(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    made = generated(SERVERS)
    server.answer(*[Answer(204)] * 3)
    port = server.url.rpartition(":")[2]
    with made.client(port=port, base="v2/x") as client:
        client.usual.get()
        client.own.get()  # the variable is that of the document's server
        client.relative.get()
    assert [each.path for each in server.requests] == [
        "/v2/x/usual",
        "/own/own",
        "/relatively/relative",
    ]
    with pytest.raises(ValueError, match="port must not contain"):
        made.client(port="1@evil.example")
    documented = " ".join((inspect.getdoc(made.client) or "").split())
    assert "The port." in documented and "One of v1, v2." in documented
    assert "Others: https://other.example (The other one)." in documented
    mypy_strict(made.folder / made.name)


def test_an_operation_with_a_server_of_its_own(generated: Generated, server: Loopback) -> None:
    made = generated(f"""{HEAD}servers: [{{url: "https://usual.example/v1"}}]
paths:
  /own: {{get: {{servers: [{{url: "{server.url}/own"}}], {DONE}}}}}
""")
    server.answer(Answer(204), Answer(204))
    with made.client() as client:
        client.own.get()
    with made.client(base_url=server.url + "/mock") as client:
        client.own.get()
    assert [each.path for each in server.requests] == ["/own/own", "/mock/own"]


@pytest.mark.parametrize("servers", ["", "servers: [{url: /v1}]\n"])
def test_a_base_url_that_the_document_leaves_open(generated: Generated, servers: str) -> None:
    made = generated(f"{HEAD}{servers}paths: {{/a: {{get: {{{DONE}}}}}}}\n")
    with pytest.raises(TypeError, match="base_url"):
        made.client()
    assert ("URL /v1" in (inspect.getdoc(made.client) or "")) == bool(servers)


LOOSE = f"""{HEAD}servers:
- url: "{{url}}"
  variables: {{url: {{default: "http://127.0.0.1:1/api"}}}}
security: [{{shared: []}}]
paths:
  /a: {{get: {{{DONE}}}}}
  /b: {{get: {{security: [{{key: []}}], {DONE}}}}}
  /c: {{get: {{security: [{{oauth: []}}], {DONE}}}}}
  /d: {{get: {{security: [{{openid: []}}], {DONE}}}}}
  /e: {{get: {{security: [{{hmac: []}}], {DONE}}}}}
components:
  securitySchemes:
    shared: {{type: http, scheme: SharedAccessKey}}
    hmac: {{type: http, scheme: hmac-SHA256}}
    key: {{type: apiKey, in: header, name: x-key, flows: {{authorizationCode: {{scopes: {{a: ""}}}}}}, x-own: 1}}
    oauth: {{type: oauth2, in: header, flows: {{authorizationCode: {{tokenUrl: "https://x.example", scopes: {{}}}}}}}}
    openid: {{type: openIdConnect}}
"""


def test_what_a_scheme_has_too_much_or_too_little_is_a_warning(
    generated: Generated, server: Loopback
) -> None:
    made = generated(LOOSE)
    found = {
        (each.location.pointer[2], each.message)
        for each in made.warnings
        if each.code == "security-scheme" and each.location
    }
    assert found == {
        ("key", "a security scheme of type 'apiKey' has no property 'flows'; it is ignored"),
        ("oauth", "a security scheme of type 'oauth2' has no property 'in'; it is ignored"),
        ("oauth", "the flow 'authorizationCode' has no 'authorizationUrl'; the flow is ignored"),
        (
            "openid",
            "the security scheme uses the syntax of another version; it is read as type 'http', scheme 'bearer'",
        ),
    }
    server.answer(*[Answer(204)] * 5)
    with made.client(
        url=server.url, shared="a b", key="k", oauth="o", openid="i", hmac="h"
    ) as client:
        for call in "abcde":
            getattr(client, call).get()
    sent = [each.headers.get("authorization") for each in server.requests]
    assert sent == ["SharedAccessKey a b", None, "Bearer o", "Bearer i", "hmac-SHA256 h"]
    assert server.requests[1].headers["x-key"] == "k"


NAMES = ["url", "self", "base_url", "timeout", "filled", "class", "api-key", "super", "key", "1st"]


def test_a_server_variable_may_have_any_name(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    path = "/".join(f"{{{name}}}" for name in NAMES)
    variables = ", ".join(f'"{name}": {{default: v{at}}}' for at, name in enumerate(NAMES))
    made = generated(
        f"""{HEAD}servers: [{{url: "http://127.0.0.1:1/{path}", variables: {{{variables}}}}}]
security: [{{key: []}}]
paths: {{/a: {{get: {{{DONE}}}}}}}
components: {{securitySchemes: {{key: {{type: apiKey, in: header, name: x-key}}}}}}
"""
    )
    names = [each for each in inspect.signature(made.client).parameters if each != "options"]
    arguments = [each for each in names if each not in ("key", "base_url")]
    assert arguments == [
        "url",
        "self_",
        "base_url_",
        "timeout_",
        "filled_",
        "class_",
        "api_key",
        "super_",
        "key_server",
        "n_1st",
    ]
    transport = made.module().MockTransport([made.module().json_response(None, 204)] * 2)
    chosen = {name: f"w{at}" for at, name in enumerate(arguments)}
    with made.client("k", transport=transport) as client:
        client.a.get()
    with made.client("k", transport=transport, **chosen) as client:
        client.a.get()
    assert [each.url.partition(":1/")[2] for each in transport.requests] == [
        "v0/v1/v2/v3/v4/v5/v6/v7/v8/v9/a",
        "w0/w1/w2/w3/w4/w5/w6/w7/w8/w9/a",
    ]
    mypy_strict(made.folder / made.name)


ENVIRONMENT = """\
[client.environment]
key = "SHOP_KEY"
token = "SHOP_TOKEN"
"""


def test_credentials_from_environment_variables(
    generated: Generated, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An omitted argument is read from the environment; None is not an omitted argument."""
    made = generated(
        f"""{HEAD}paths:
  /header: {{get: {{security: [{{key: []}}], {DONE}}}}}
  /bearer: {{get: {{security: [{{token: []}}], {DONE}}}}}
components:
  securitySchemes:
    key: {{type: apiKey, in: header, name: X-Key}}
    token: {{type: http, scheme: bearer}}
""",
        settings=ENVIRONMENT,
    )
    monkeypatch.setenv("SHOP_KEY", "key-1\n")
    monkeypatch.setenv("SHOP_TOKEN", "  ")
    server.answer(*[Answer(204)] * 4)
    cases: list[tuple[dict[str, Any], str, str, str | None]] = [
        ({}, "header", "x-key", "key-1"),
        ({"key": "key-2"}, "header", "x-key", "key-2"),
        ({"key": None}, "header", "x-key", None),
        ({}, "bearer", "authorization", None),
    ]
    for given, call, header, sent in cases:
        with made.client(base_url=server.url, **given) as client:
            getattr(client, call).get()
        assert server.requests[-1].headers.get(header) == sent
    for wrong in ("", "a b", "a\nb"):
        with pytest.raises(ValueError, match="token|credential"):
            made.client(token=wrong, base_url=server.url)


def test_a_required_credential_from_an_environment_variable(
    generated: Generated, mypy_strict: MypyStrict, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = generated(
        f"""{HEAD}security: [{{token: []}}]
paths: {{/x: {{get: {{{DONE}}}}}}}
components: {{securitySchemes: {{token: {{type: http, scheme: bearer}}}}}}
""",
        settings='[client.environment]\ntoken = "SHOP_TOKEN"\n',
    )
    url = "https://a.example"
    for value in (None, "", " \n"):
        if value is not None:
            monkeypatch.setenv("SHOP_TOKEN", value)
        with pytest.raises(TypeError, match="token was not passed, and .* SHOP_TOKEN is not set"):
            made.client(base_url=url)
    monkeypatch.setenv("SHOP_TOKEN", "secret-1")
    assert "secret-1" not in repr(made.client(base_url=url))
    with pytest.raises(TypeError, match="token must be a string, .*, not None"):
        made.client(None, base_url=url)
    with pytest.raises(ValueError, match="token is empty"):
        made.client("", base_url=url)
    name = made.client.__name__
    program = made.folder / "program.py"
    program.write_text(f"""from {made.name} import {name}
{name}(base_url="a")
{name}("a", base_url="a")
{name}(None, base_url="a")  # type: ignore[arg-type]
""")
    mypy_strict(made.folder / made.name, program)
