"""Test that a package has exactly the parts of the client core that its document needs or its
project requests."""

from __future__ import annotations

import ast
import asyncio
import re
import time
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import specloom
import trio
from specloom.diagnostics import SpecloomError
from specloom.emit.sections import keep_features
from specloom.pipeline import generate
from specloom.python.layout.features import BASE, FEATURES, modules_of, public_name, with_needs
from specloom.templates import template_root

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import Package, project_of
from tests.support.loopback import Answer, Loopback, json_answer

CORE = template_root() / "%module" / "_core"
PETSTORE = Path(__file__).parents[2] / "examples" / "pets" / "pets.yaml"
MOST_LINES = 3_900
ASKED = tuple(public_name(name) for name, each in FEATURES.items() if each.summary)


def imported(module: str, features: Collection[str]) -> Iterator[str]:
    """The modules of the core that one of them imports, wherever in it, in a package with features."""
    path = CORE / f"{module.replace('.', '/')}.py"
    here = module.split(".")
    for node in ast.walk(ast.parse(keep_features(path.read_text("utf-8"), features))):
        if isinstance(node, ast.ImportFrom) and node.level:
            room = [*here[: -node.level], *filter(None, (node.module or "").split("."))]
            found = [".".join([*room, alias.name]) for alias in node.names]
            paths = [each for each in found if (CORE / f"{each.replace('.', '/')}.py").exists()]
            yield from paths or [".".join(room)]


def modules() -> list[str]:
    """Return all modules of the core."""
    found = (path.relative_to(CORE).with_suffix("") for path in CORE.rglob("*.py"))
    return sorted(".".join(path.parts) for path in found)


def test_each_module_of_the_core_is_in_one_feature() -> None:
    owned = [*BASE.split(), *(each for one in FEATURES.values() for each in one.modules.split())]
    assert sorted(owned) == modules()


@pytest.mark.parametrize("feature", ["", *FEATURES])
def test_a_feature_imports_nothing_that_may_be_absent(feature: str) -> None:
    features = with_needs([feature] if feature else [])
    present = modules_of(features)
    missing = {
        (each, other)
        for each in present
        for other in imported(each, features)
        if other not in present
    }
    assert missing == set()


# The packages of the core, each of which imports only earlier ones. Those on one line are independent.
ROOMS = (
    "transport progress support",
    "secret event_loop rate_limit",
    "errors redis_store",
    "codec",
    "http",
    "operation",
    "body",
    "auth",
    "settings",
    "retries",
    "options",
    "call lazy",
    "client",
    "resource",
    "batch paging streaming",
    "words",
    "command_line",
)


def test_rooms_of_the_core_import_one_way() -> None:
    floors = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms.split()}
    wrong = [
        (module, other)
        for module in modules()
        if module != "__init__"
        for other in imported(module, FEATURES)
        if (here := module.partition(".")[0]) != (there := other.partition(".")[0])
        and floors[there] >= floors[here]
    ]
    assert wrong == []


@pytest.fixture(scope="module")
def petstore_text() -> str:
    return PETSTORE.read_text("utf-8")


def lines(package: Package) -> int:
    """Return the number of lines of all modules of a package."""
    root = package.folder / package.name
    return sum(len(path.read_text("utf-8").splitlines()) for path in root.rglob("*.py"))


def import_all(package: Package) -> None:
    """Import every module of a package."""
    for path in sorted((package.folder / package.name).rglob("*.py")):
        relative = path.relative_to(package.folder / package.name).with_suffix("")
        package.module(".".join(relative.parts).removesuffix("__init__").strip("."))


def core_of(package: Package) -> set[str]:
    """Return the modules of the core that a package has."""
    root = package.folder / package.name / "_core"
    return {".".join(path.relative_to(root).with_suffix("").parts) for path in root.rglob("*.py")}


def test_a_petstore_is_small_and_whole(
    generated: Generated, petstore_text: str, server: Loopback, mypy_strict: MypyStrict
) -> None:
    shop = generated(petstore_text)
    assert lines(shop) <= MOST_LINES
    assert core_of(shop) == set(BASE.split())
    import_all(shop)
    mypy_strict(shop.folder / shop.name)
    names = shop.module()
    timing = names.Timing(sleep=lambda seconds: None)
    with shop.client("secret", base_url=server.url, timing=timing) as client:
        server.answer(Answer(503), json_answer({"id": 1, "name": "Rex", "chip": [7]}))
        pet = client.pets.get(1)
        assert [request.method for request in server.requests] == ["GET", "GET"]
        assert (pet.name, pet.unknown_fields) == ("Rex", {"chip": [7]})
        assert pet.to_dict() == {"id": 1, "name": "Rex", "chip": [7]}
        server.answer(json_answer({"code": 7, "message": "no such pet"}, status=404))
        with pytest.raises(names.NotFoundError, match="no such pet") as caught:
            client.pets.delete(2)
        assert caught.value.body.code == 7
        server.answer(Answer(500))
        with pytest.raises(names.InternalServerError):
            client.pets.create(name="Mia")  # is not repeated
        assert len(server.requests) == 4
    assert server.requests[0].headers["authorization"] == "Bearer secret"


def test_all_features_together(generated: Generated, petstore_text: str) -> None:
    shop = generated(petstore_text, features=ASKED)
    import_all(shop)
    asked = with_needs(name for name, each in FEATURES.items() if each.summary)
    assert core_of(shop) == modules_of(asked)


def test_a_feature_that_is_requested_comes_with_its_exports_and_extras(
    generated: Generated, petstore_text: str
) -> None:
    plain = generated(petstore_text)
    for name in ("Outcome", "File", "track", "LocalRateLimiter", "RedisRateLimiter", "OAuthError"):
        assert not hasattr(plain.module(), name)
    assert not hasattr(plain.module("transports"), "AiohttpTransport")
    assert "optional-dependencies" not in plain.text("pyproject.toml")
    asked = generated(petstore_text, features=("aiohttp", "redis", "files", "streaming"))
    assert asked.module("transports").AiohttpTransport
    assert asked.module().RedisRateLimiter and asked.module().File and asked.module().track
    assert asked.module("streaming").download
    extras = asked.text("pyproject.toml").partition("[project.optional-dependencies]")[2]
    wanted = ("aiohttp", "progress", "redis", "pyreqwest", "opentelemetry")
    assert [name for name in wanted if f"{name} = " in extras] == ["aiohttp", "progress", "redis"]


OPTIONS = ("follow_redirects=True", "max_response_size=9", "on_request=print", "rate_limiter=None")
USE_OPTIONS = """
from {name} import RequestOptions, {client}

client = {client}("secret")
{uses}
"""


def options_of(package: Package, comment: str) -> Path:
    """A program that uses each option of a feature, with a comment on each of these lines."""
    uses = [f"client.with_options({each}){comment}" for each in OPTIONS]
    uses += [f"RequestOptions({each}){comment}" for each in OPTIONS[:2]]
    found = package.folder / "options.py"
    values = {"name": package.name, "client": package.client.__name__, "uses": "\n".join(uses)}
    found.write_text(USE_OPTIONS.format(**values), "utf-8")
    return found


def test_the_options_of_a_feature_are_unknown_arguments_without_it(
    generated: Generated, petstore_text: str, mypy_strict: MypyStrict
) -> None:
    plain = generated(petstore_text, package="plain_shop")
    # Strict mode reports a comment that is not needed.
    mypy_strict(options_of(plain, "  # type: ignore[call-arg]"))
    with plain.client("secret") as client:
        for option in OPTIONS:
            name = option.partition("=")[0]
            with pytest.raises(TypeError, match=f"unknown option '{name}'"):
                client.with_options(**{name: None})
    names = ("hooks", "rate_limits", "redirects", "response_size")
    asked = generated(petstore_text, package="asked_shop", features=names)
    mypy_strict(options_of(asked, ""))


def answer_pets(server: Loopback, *answers: Answer) -> None:
    for each in answers:
        server.answer(each)


def test_hooks_and_response_sizes_work_where_they_are_requested(
    generated: Generated, petstore_text: str, server: Loopback
) -> None:
    shop = generated(petstore_text, features=("hooks", "response_size"))
    names, pet = shop.module(), {"id": 1, "name": "Rex"}
    seen: list[object] = []
    options: dict[str, Any] = {
        "on_request": lambda request: seen.append(request.method),
        "on_response": lambda request, response: seen.append(response.status),
    }

    async def get() -> Any:
        async with shop.async_client("secret", base_url=server.url, **options) as client:
            return await client.pets.get(1)

    with shop.client("secret", base_url=server.url, **options) as client:
        answer_pets(server, json_answer(pet), json_answer(pet), json_answer(pet))
        assert client.pets.get(1).name == asyncio.run(get()).name == "Rex"
        assert seen == ["GET", 200] * 2
        small = names.RequestOptions(max_response_size=5)
        with pytest.raises(
            names.ResponseTooLargeError, match="larger than max_response_size, 5 bytes"
        ):
            client.pets.get(1, options=small)


@pytest.mark.parametrize("features", [(), ("strict_deadlines",)])
def test_a_deadline_ends_a_call_whose_response_is_slow(
    generated: Generated, petstore_text: str, server: Loopback, features: tuple[str, ...]
) -> None:
    shop = generated(petstore_text, features=features)
    names = shop.module()
    has_backend = "http.httpx2_backend" in core_of(shop)
    assert has_backend == ("strict_deadlines" in features)
    options = names.RequestOptions(deadline=0.3)

    async def get() -> Any:
        async with shop.async_client("secret", base_url=server.url) as client:
            await client.pets.get(1, options=options)

    with shop.client("secret", base_url=server.url) as client:
        for act in (lambda: client.pets.get(1, options=options), lambda: asyncio.run(get())):
            answer_pets(server, json_answer({}, delay=5.0))
            began = time.monotonic()
            with pytest.raises(names.ApiTimeoutError):
                act()
            assert time.monotonic() - began < 4.5


def test_an_async_client_runs_on_trio_with_the_feature(
    generated: Generated, petstore_text: str, server: Loopback
) -> None:
    shop = generated(petstore_text, features=("trio",))
    retries = shop.module().Retries(backoff=0.01, deadline=5)

    async def get() -> Any:
        async with shop.async_client("secret", base_url=server.url, retries=retries) as client:
            return await client.pets.get(1)

    answer_pets(server, Answer(503), json_answer({"id": 1, "name": "Rex"}))
    assert trio.run(get).name == "Rex"
    assert len(server.requests) == 2


def test_retries_of_the_project_file_bring_the_settings(
    generated: Generated, petstore_text: str, server: Loopback
) -> None:
    shop = generated(petstore_text, settings="[retries]\nnever = [503]\n")
    assert "settings" in core_of(shop)
    with shop.client("secret", base_url=server.url) as client:
        answer_pets(server, Answer(503))
        with pytest.raises(shop.module().InternalServerError):
            client.pets.get(1)
    assert len(server.requests) == 1


def test_marks_must_match() -> None:
    with pytest.raises(ValueError, match="without '# end'"):
        keep_features("# feature: hooks\n", ())
    with pytest.raises(ValueError, match="without '# feature:'"):
        keep_features("a  # feature: hooks\n# end\n", ())


def test_marked_parts_are_kept_with_their_feature_only() -> None:
    text = (
        "a\n\n# feature: x\nb\n# feature: y\nc\n# end\n\n# end\nd  # feature: not x\n"
        "e = 1  # why  # feature: x\n"
    )
    assert keep_features(text, ()) == "a\n\nd\n"
    assert keep_features(text, {"x"}) == "a\n\nb\n\ne = 1  # why\n"
    assert keep_features(text, {"x", "y"}) == "a\n\nb\nc\n\ne = 1  # why\n"
    assert keep_features(text, {"y"}) == "a\n\nd\n"


def test_the_schema_of_project_files_lists_the_features() -> None:
    path = Path(specloom.__file__).parent / "project" / "schema.json"
    schema = path.read_text("utf-8")
    listed = re.search(r'"features": {.*?"enum": \[(.*?)\]', schema, re.DOTALL)
    assert listed is not None
    assert re.findall(r'"(\w+)"', listed[1]) == sorted(ASKED)


def test_marks_name_features() -> None:
    names = {
        name.removeprefix("not ")
        for path in CORE.rglob("*.py")
        for name in re.findall(r"# feature: (.+)", path.read_text("utf-8"))
    }
    assert names - set(FEATURES) == set()


def test_an_unknown_feature_is_an_error_with_the_nearest_one(
    tmp_path: Path, petstore_text: str
) -> None:
    with pytest.raises(SpecloomError) as caught:
        generate(project_of(petstore_text, tmp_path, "shop", "", features=("pyrequest",)))
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.location and diagnostic.location.line) == (
        "unknown-feature",
        6,
    )
    assert diagnostic.hint and "'pyreqwest'" in diagnostic.hint


HEAD = 'openapi: 3.1.0\ninfo: {title: Shop, version: "1"}\n'
OK = '"200": {description: Done., content: {%s}}'
JSON_OK = OK % "application/json: {schema: {type: object}}"
NEEDS = {
    "api keys": """
security: [{key: [], query: [], session: []}]
paths: {/things: {get: {responses: {"204": {description: Done.}}}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: the key}
    session: {type: apiKey, in: cookie, name: session}
""",
    "cookies": """
paths:
  /things:
    get:
      parameters: [{name: seen, in: cookie, schema: {type: string}}]
      responses: {"204": {description: Done.}}
""",
    "paging": """
paths:
  /things:
    get:
      x-specloom-pagination: {in: query, cursor: after, next: /next, items: /items}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Things.
          content:
            application/json:
              schema:
                type: object
                properties: {items: {type: array, items: {type: string}}, next: {type: string}}
""",
    "forms": """
paths:
  /things:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {$ref: "#/components/schemas/Thing"}
      responses: {"204": {description: Done.}}
components: {schemas: {Thing: {type: object, properties: {name: {type: string}}}}}
""",
    "uploads": """
paths:
  /things:
    put:
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: Done.}}
""",
    "streaming": """
paths:
  /things:
    get:
      responses: {"200": {description: Events., content: {text/event-stream: {}}}}
""",
    "xml": """
paths:
  /things:
    get:
      responses:
        "200":
          description: A thing.
          content: {application/xml: {schema: {$ref: "#/components/schemas/Thing"}}}
components:
  schemas: {Thing: {type: object, xml: {name: thing}, properties: {name: {type: string}}}}
""",
    "oauth": """
security: [{login: []}]
paths: {/things: {get: {responses: {"204": {description: Done.}}}}}
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: "https://a.example/token", scopes: {}}
""",
    "scalars": """
paths:
  /things:
    get:
      responses:
        "200":
          description: How long.
          content: {application/json: {schema: {type: string, format: duration}}}
""",
    "unions": """
paths:
  /things:
    get:
      responses:
        "200":
          description: A circle or a square.
          content:
            application/json:
              schema:
                oneOf:
                  - {type: object, required: [radius], properties: {radius: {type: integer}}}
                  - {type: object, required: [side], properties: {side: {type: integer}}}
""",
    "additional fields": """
paths:
  /things:
    get:
      responses:
        "200":
          description: Days by name.
          content:
            application/json:
              schema:
                type: object
                properties: {name: {type: string}}
                additionalProperties: {type: string, format: date}
""",
    "constants": """
paths:
  /things:
    get:
      responses:
        "200":
          description: A thing.
          content:
            application/json:
              schema:
                type: object
                required: [kind]
                properties: {kind: {const: thing}, size: {type: integer}}
""",
    "charsets": """
paths:
  /things:
    post:
      requestBody:
        content: {"application/json; charset=iso-8859-1": {schema: {type: string}}}
      responses: {"204": {description: Done.}}
""",
    "basic credentials": """
security: [{login: []}]
paths: {/things: {get: {responses: {"204": {description: Done.}}}}}
components: {securitySchemes: {login: {type: http, scheme: basic}}}
""",
    "error fields": """
paths:
  /things:
    get:
      responses:
        "204": {description: Done.}
        default:
          description: An error.
          content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
components:
  schemas:
    Fault:
      type: object
      x-specloom-error: {message: text, category: kind}
      properties: {text: {type: string}, kind: {type: string}}
""",
    "styles": """
paths:
  /things:
    get:
      parameters: [{name: size, in: query, style: deepObject, schema: {type: object}}]
      responses: {"204": {description: Done.}}
""",
}
CREDENTIALS: dict[str, dict[str, Any]] = {
    "oauth": {"login": "token"},
    "api keys": {"key": "secret", "query": "k/&2", "session": "a;b"},
    "basic credentials": {"login": ("user", "secret")},
}


def use_paging(client: Any, server: Loopback) -> None:
    server.answer_json({"items": ["a"], "next": "2"})
    server.answer_json({"items": ["b"]})
    assert list(client.things.list()) == ["a", "b"]


def use_forms(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.create(name="a b")
    assert server.requests[-1].body == b"name=a+b"


def use_uploads(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.replace(iter([b"a", b"b"]))
    assert server.requests[-1].body == b"ab"


def use_streaming(client: Any, server: Loopback) -> None:
    headers = {"Content-Type": "text/event-stream"}
    server.answer(Answer(200, b"data: 1\n\ndata: 2\n\n", headers))
    assert [event.data for event in client.things.get()] == ["1", "2"]


def use_xml(client: Any, server: Loopback) -> None:
    headers = {"Content-Type": "application/xml"}
    server.answer(Answer(200, b"<thing><name>a</name></thing>", headers))
    assert client.things.get().name == "a"


def use_oauth(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get()
    assert server.requests[-1].headers["authorization"] == "Bearer token"


def use_scalars(client: Any, server: Loopback) -> None:
    server.answer_json("PT1M")
    assert client.things.get().total_seconds() == 60


def use_unions(client: Any, server: Loopback) -> None:
    server.answer_json({"side": 2, "extra": 1})
    found = client.things.get()
    assert (found.side, found.unknown_fields) == (2, {"extra": 1})


def use_additional_fields(client: Any, server: Loopback) -> None:
    server.answer_json({"name": "a", "b": "2026-03-01", "c": "soon"})
    found = client.things.get().additional_fields
    assert found == {"b": date(2026, 3, 1), "c": "soon"}


def use_constants(client: Any, server: Loopback) -> None:
    server.answer_json({"size": 1})
    found = client.things.get()
    assert found.misfits == {"kind": "missing"} and type(found)().kind == "thing"


def use_charsets(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.create("é€")
    assert server.requests[-1].body == b'"\xe9\\u20ac"'


def use_api_keys(client: Any, server: Loopback) -> None:
    server.answer(json_answer({"message": "Bad k/&2, k%2F%262"}, status=400))
    with pytest.raises(Exception, match="Bad REDACTED, REDACTED") as caught:
        client.things.get()
    error: Any = caught.value
    assert error.url == f"{server.url}/things?the%20key=REDACTED"
    assert server.requests[-1].target == "/things?the%20key=k%2F%262"
    assert server.requests[-1].headers["cookie"] == "session=a%3Bb"
    assert server.requests[-1].headers["x-key"] == "secret"


def use_cookies(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get(seen="a;b")
    assert server.requests[-1].headers["cookie"] == "seen=a%3Bb"
    with pytest.raises(ValueError, match="'seen'"):
        client.things.get(seen="\ud800")


def use_basic_credentials(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get()
    assert server.requests[-1].headers["authorization"] == "Basic dXNlcjpzZWNyZXQ="


def use_error_fields(client: Any, server: Loopback) -> None:
    server.answer_json({"text": "no", "kind": "K"}, status=409)
    with pytest.raises(Exception, match=r"no \(category K\)") as caught:
        client.things.get()
    error: Any = caught.value
    assert (error.status, error.category, error.existing_id) == (409, "K", None)


def use_styles(client: Any, server: Loopback) -> None:
    server.answer(Answer(204))
    client.things.get(size={"min": 1})
    assert server.requests[-1].target == "/things?size%5Bmin%5D=1"


@pytest.mark.parametrize("feature", NEEDS)
def test_a_document_that_needs_a_feature_gets_it(
    generated: Generated, server: Loopback, feature: str
) -> None:
    made = generated(HEAD + NEEDS[feature])
    assert set(FEATURES[feature].modules.split()) <= core_of(made)
    import_all(made)
    others = {name for name in NEEDS if name not in with_needs([feature])}
    assert not [name for name in others if set(FEATURES[name].modules.split()) & core_of(made)]
    with made.client(base_url=server.url, **CREDENTIALS.get(feature, {})) as client:
        globals()[f"use_{feature.replace(' ', '_')}"](client, server)
