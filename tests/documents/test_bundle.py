"""Test bundling: references to files, URLs, `$id`s and anchors become references to components."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest
from specloom.diagnostics import Severity, SpecloomError
from specloom.documents.bundling import bundle as bundling
from specloom.documents.bundling.bundle import bundle
from specloom.documents.bundling.files import Allowed
from specloom.documents.document import Document, Json
from specloom.documents.prepare import prepare
from specloom.documents.reading.load import load_document
from specloom.documents.reading.positions import position
from specloom.documents.upgrading.upgrade import upgrade
from specloom.documents.validating.validate import validate

from tests.documents.support import HEAD, written
from tests.support.loopback import Answer, Loopback

OK = "responses: {'200': {description: ok}}"


def bundled(folder: Path, text: str, allowed: Allowed = Allowed(), head: str = HEAD) -> Document:
    """Return the bundled document of a folder, repaired and valid."""
    path = written(folder, "api.yaml", head + textwrap.dedent(text))
    made = bundle(load_document(path, path.as_posix()), path, allowed)
    validate(prepare(upgrade(made)))
    return made


def codes(document: Document) -> list[str]:
    return [f"{each.severity.value} {each.code}" for each in document.findings]


def schemas(document: Document) -> Json:
    return document.root_node()["components"]["schemas"].value


def reference(name: str) -> dict[str, Json]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    "order",
    ["paths: {{{paths}}}\ncomponents: {{{parts}}}", "components: {{{parts}}}\npaths: {{{paths}}}"],
)
def test_a_component_that_lists_a_file_is_the_content_of_the_file(
    tmp_path: Path, order: str
) -> None:
    written(tmp_path, "pet_item.yaml", "properties: {next: {$ref: '#'}, all: {$ref: pets.yaml}}")
    written(tmp_path, "pets.yaml", "items: {$ref: ./pet_item.yaml}")
    written(tmp_path, "common.yaml", "Limit: {name: limit, in: query, schema: {$ref: pets.yaml}}")
    paths = "/a: {get: {parameters: [{$ref: 'common.yaml#/Limit'}], responses: {'200': {description: ok, content: {a/json: {schema: {$ref: pet_item.yaml}}}}}}}"  # fmt: skip
    parts = "schemas: {PetItem: {$ref: pet_item.yaml}, Pets: {$ref: 'pets.yaml#'}, Same: {$ref: pets.yaml}}, parameters: {Limit: {$ref: 'common.yaml#/Limit'}}"  # fmt: skip
    made = bundled(
        tmp_path, order.format(paths=paths, parts=parts), head=HEAD.partition("paths")[0]
    )
    assert schemas(made) == {
        "PetItem": {"properties": {"next": reference("PetItem"), "all": reference("Pets")}},
        "Pets": {"items": reference("PetItem")},
        "Same": reference("Pets"),
    }
    root = made.root_node()
    assert root["components"]["parameters"]["Limit"].value == {
        "name": "limit",
        "in": "query",
        "schema": reference("Pets"),
    }
    assert root["paths"]["/a"]["get"]["parameters"].value == [
        {"$ref": "#/components/parameters/Limit"}
    ]


def test_files_relative_to_the_one_that_refers_to_them(tmp_path: Path) -> None:
    (tmp_path / "models/parts").mkdir(parents=True)
    written(tmp_path, "models/pet.yaml", "type: object\nproperties:\n  tag: {$ref: parts/all.json#/$defs/Tag}\n  next: {$ref: pet.yaml}\n  other: {$ref: '../api.yaml#/components/schemas/Own'}")  # fmt: skip
    written(tmp_path, "models/parts/all.json", '{"$defs": {"Tag": {"type": "object", "properties": {"pet": {"$ref": "../pet.yaml"}, "self": {"$ref": "#/$defs/Tag"}}}}}')  # fmt: skip
    made = bundled(tmp_path, "components: {schemas: {Own: {type: string}, P: {$ref: './models/pet.yaml'}, Q: {$ref: 'models/pet.yaml#'}}}")  # fmt: skip
    assert schemas(made) == {
        "Own": {"type": "string"},
        "P": reference("pet"),
        "Q": reference("pet"),
        "pet": {
            "type": "object",
            "properties": {
                "tag": reference("Tag"),
                "next": reference("pet"),
                "other": reference("Own"),
            },
        },
        "Tag": {
            "type": "object",
            "properties": {"pet": reference("pet"), "self": reference("Tag")},
        },
    }
    assert codes(made) == []
    place = made.location(("components", "schemas", "pet", "properties", "tag"))
    assert Path(place.document) == tmp_path / "models/pet.yaml"
    assert position(Path(place.document), place.pointer) == (3, 3)


def test_every_kind_of_object_may_be_elsewhere(tmp_path: Path) -> None:
    written(tmp_path, "all.yaml", """
        parameter: {name: q, in: query, schema: {$ref: '#/schema'}}
        header: {schema: {$ref: '#/schema'}}
        body: {content: {application/json: {schema: {$ref: '#/schema'}}}}
        response: {description: ok, headers: {X: {$ref: '#/header'}}, links: {l: {$ref: '#/link'}}}
        link: {operationId: x}
        example: {value: 1}
        callback: {'{$url}': {post: {responses: {'200': {$ref: '#/response'}}}}}
        schema: {type: string}
        item:
          get: {operationId: x, parameters: [{$ref: '#/parameter'}], responses: {'200': {$ref: '#/response'}}}
          post: {requestBody: {$ref: '#/body'}, callbacks: {c: {$ref: '#/callback'}}, responses: {'200': {$ref: '#/response'}}}
        """)  # fmt: skip
    made = bundled(tmp_path, "paths: {/a: {$ref: 'all.yaml#/item'}}\ncomponents: {examples: {e: {$ref: 'all.yaml#/example'}}, pathItems: {p: {$ref: 'all.yaml#/item'}}}")  # fmt: skip
    assert codes(made) == []
    assert "all.yaml" not in str(made.root)
    assert made.root_node()["paths"]["/a"]["get"]["parameters"].value == [
        {"$ref": "#/components/parameters/parameter"}
    ]


def test_whole_maps_and_operations_may_be_elsewhere(tmp_path: Path) -> None:
    written(tmp_path, "paths.yaml", "/a: {get: {$ref: 'operations.yaml#/get'}}")
    written(tmp_path, "operations.yaml", f"get: {{{OK}, operationId: x}}")
    written(tmp_path, "models.yaml", "A: {type: string}\nB: {items: {$ref: '#/A'}}")
    made = bundled(tmp_path, "paths: {$ref: paths.yaml}\ncomponents: {schemas: {$ref: models.yaml, C: {}}}")  # fmt: skip
    assert made.root_node()["paths"]["/a"]["get"].text("operationId") == "x"
    assert set(schemas(made) or ()) >= {"A", "B", "C"}


def test_identifiers_and_anchors(tmp_path: Path) -> None:
    written(tmp_path, "tree.json", '{"$id": "https://example.com/tree", "$defs": {"node": {"$anchor": "node", "type": "integer"}}}')  # fmt: skip
    made = bundled(tmp_path, """
        components:
          schemas:
            A: {$id: 'https://example.com/a', type: object, $defs: {x: {$anchor: x, type: string}}, properties: {b: {$ref: '#/$defs/x'}, c: {$ref: '#x'}, d: {$ref: b}}}
            B: {$id: 'https://example.com/b', type: object}
            C: {$ref: 'https://example.com/a#x'}
            D: {$ref: 'tree.json#node'}
            E: {$ref: 'https://example.com/tree#/$defs/node'}
            F: {$dynamicRef: '#here', $defs: {here: {$dynamicAnchor: here, type: string}}}
        """)  # fmt: skip
    found = made.root_node()["components"]["schemas"]
    assert [found["A"]["properties"][key]["$ref"].value for key in "bcd"] == [
        "#/components/schemas/A/$defs/x",
        "#/components/schemas/A/$defs/x",
        "#/components/schemas/B",
    ]
    assert found["C"]["$ref"].value == "#/components/schemas/A/$defs/x"
    assert found["D"]["$ref"].value == found["E"]["$ref"].value == "#/components/schemas/node"
    assert found["F"]["$ref"].value == "#/components/schemas/F/$defs/here"
    assert codes(made) == ["warning dynamic-reference"]


def test_references_into_anything(tmp_path: Path) -> None:
    text = """
        paths:
          /a:
            get:
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}}}}
                '201': {description: ok, content: {application/json: {schema: {$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/properties/a/properties/b'}}}}
        components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {type: object, properties: {b: {type: string}}}}}
        """  # fmt: skip
    made = bundled(tmp_path, text)
    content = made.root_node()["paths"]["/a"]["get"]["responses"]["201"]["content"]
    assert content["application/json"]["schema"]["$ref"].value == (
        "#/components/schemas/B/properties/b"
    )
    assert codes(made) == []


def test_swagger_documents_of_several_files(tmp_path: Path) -> None:
    written(tmp_path, "common.json", '{"definitions": {"Pet": {"type": "object", "x-nullable": true, "properties": {"a": {"type": "string"}}}}, "parameters": {"q": {"name": "q", "in": "query", "type": "string"}}, "paths": {"/a": {"get": {"parameters": [{"$ref": "#/parameters/q"}], "responses": {"200": {"description": "ok", "schema": {"$ref": "#/definitions/Pet"}}}}}}}')  # fmt: skip
    head = "swagger: '2.0'\ninfo: {title: a, version: '1'}\n"
    made = bundled(
        tmp_path,
        "paths: {/a: {$ref: 'common.json#/paths/~1a'}, /b: {$ref: '#/paths/~1a'}}\ndefinitions: {P: {$ref: 'common.json#/definitions/Pet'}, Q: {$ref: '#/paths/~1b'}}",
        head=head,
    )
    newest = prepare(upgrade(made)).root_node()
    assert newest["components"]["schemas"]["Pet"]["type"].value == ["object", "null"]
    assert newest["components"]["parameters"]["q"]["schema"].value == {"type": "string"}
    assert newest["paths"]["/a"]["get"]["responses"]["200"] is not None


OUTSIDE = "outside: {type: string}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("../secret.yaml", "reference-outside-folder"),
        ("../../../../../../../etc/passwd", "reference-outside-folder"),
        ("%2e%2e/secret.yaml", "reference-outside-folder"),
        ("/etc/passwd", "reference-outside-folder"),
        ("file:///etc/passwd", "reference-outside-folder"),
        ("file://host/share", "external-reference"),
        ("link.yaml", "reference-outside-folder"),
        ("http://127.0.0.1:9/x", "url-not-allowed"),
        ("//127.0.0.1/x", "external-reference"),
        ("ftp://example.com/x", "external-reference"),
        ("data:application/json,{}", "external-reference"),
        ("none.yaml", "unreadable-reference"),
        ("broken.yaml", "unreadable-reference"),
        (".", "unreadable-reference"),
        ("a%00b.yaml", "invalid-reference"),
        ("there.yaml#/none", "dangling-reference"),
        ("there.yaml#none", "invalid-reference"),
        ("there.yaml#/%zz", "invalid-reference"),
        ("http://[", "invalid-reference"),
    ],
)
def test_what_cannot_be_had_is_refused_and_the_schema_untyped(
    tmp_path: Path, text: str, code: str
) -> None:
    folder = tmp_path / "api"
    folder.mkdir()
    written(tmp_path, "secret.yaml", OUTSIDE)
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    written(folder, "broken.yaml", "a: [")
    written(folder, "there.yaml", "a: {}")
    made = bundled(folder, f"components: {{schemas: {{A: {{$ref: '{text}'}}}}}}")
    assert codes(made) == [f"warning {code}"]
    assert schemas(made) == {"A": {}}
    assert made.findings[0].hint
    made = bundled(folder, f"paths: {{/a: {{get: {{requestBody: {{$ref: '{text}'}}, {OK}}}, put: {{{OK}}}}}}}")  # fmt: skip
    assert codes(made) == [f"omitted {code}"]
    assert list(made.root_node()["paths"]["/a"].mapping()) == ["put"]
    assert made.findings[0].severity is Severity.OMITTED


def test_a_folder_that_is_allowed(tmp_path: Path) -> None:
    folder, shared = tmp_path / "api", tmp_path / "shared"
    folder.mkdir()
    shared.mkdir()
    written(shared, "a.yaml", "type: string")
    text = "components: {schemas: {A: {$ref: ../shared/a.yaml}}}"
    assert codes(bundled(folder, text)) == ["warning reference-outside-folder"]
    made = bundled(folder, text, Allowed((shared,)))
    assert (codes(made), schemas(made)) == ([], {"A": {"type": "string"}})


def test_urls_are_fetched_if_that_is_allowed(tmp_path: Path) -> None:
    with Loopback() as server:
        server.answer(Answer(body=b"type: object\nproperties: {b: {$ref: 'b.json#/x'}, f: {$ref: 'file:///etc/passwd'}}"))  # fmt: skip
        server.answer(Answer(body=b'{"x": {"type": "string"}}'))
        text = f"components: {{schemas: {{A: {{$ref: '{server.url}/v1/a.yaml'}}}}}}"
        assert codes(bundled(tmp_path, text)) == ["warning url-not-allowed"]
        assert server.requests == []
        made = bundled(tmp_path, text, Allowed(urls=True))
        assert [each.target for each in server.requests] == ["/v1/a.yaml", "/v1/b.json"]
        # A document from elsewhere cannot refer to files of this machine.
        assert codes(made) == ["warning reference-outside-folder"]
        assert made.location(("components", "schemas", "x")).document == f"{server.url}/v1/b.json"
        server.answer(Answer(404), Answer(302, headers={"Location": "file:///etc/passwd"}))
        for _ in range(2):
            made = bundled(tmp_path, text, Allowed(urls=True))
            assert codes(made) == ["warning unreadable-reference"]


def test_a_bare_name_is_taken_for_the_schema(tmp_path: Path) -> None:
    made = bundled(tmp_path, "components: {schemas: {A: {$ref: Pet}, B: {$ref: 'components/schemas/Pet'}, Pet: {}}}")  # fmt: skip
    assert schemas(made) == {"A": reference("Pet"), "B": reference("Pet"), "Pet": {}}
    assert codes(made) == ["warning bare-reference"] * 2


def test_mappings_of_discriminators(tmp_path: Path) -> None:
    written(tmp_path, "cat.yaml", "type: object")
    made = bundled(tmp_path, "components: {schemas: {A: {discriminator: {propertyName: k, mapping: {cat: cat.yaml, dog: Dog, bad: no.yaml}}}, Dog: {}}}")  # fmt: skip
    mapping = made.root_node()["components"]["schemas"]["A"]["discriminator"]["mapping"]
    assert mapping.value == {"cat": "#/components/schemas/cat", "dog": "Dog"}
    assert codes(made) == ["warning unreadable-reference"]


def test_references_that_multiply_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundling, "MOST_COPIED", 1000)
    written(tmp_path, "bomb.yaml", "a: [" + "1, " * 600 + "1]")
    text = "paths: {/a: {$ref: 'bomb.yaml'}, /b: {$ref: 'bomb.yaml'}}"
    with pytest.raises(SpecloomError) as caught:
        bundled(tmp_path, text)
    assert [each.code for each in caught.value.diagnostics] == ["reference-bomb"]


def test_maps_that_contain_themselves_end(tmp_path: Path) -> None:
    written(tmp_path, "p.yaml", "b: {properties: {$ref: 'p.yaml'}}")
    written(tmp_path, "loop.yaml", "$ref: loop.yaml")
    began = time.process_time()
    with pytest.raises(SpecloomError) as caught:
        bundled(tmp_path, "components: {schemas: {A: {properties: {$ref: 'p.yaml'}}}}")
    assert {each.code for each in caught.value.diagnostics} <= {"too-deep", "reference-bomb"}
    made = bundled(tmp_path, "paths: {/a: {$ref: loop.yaml}}")
    assert made.root_node()["paths"]["/a"] is not None
    assert time.process_time() - began < 60
