"""Test the descriptions, examples and components of the documents."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from specs.authoring.__main__ import SPECS
from specs.authoring.tables import load_tables
from tests.specs.distinct import without_prose
from tests.specs.subjects import ERROR_ANSWER, OBJECT_TYPES, SUPPORTING


def test_a_document_describes_its_subject(name: str, published: Any) -> None:
    info = published[name]["info"]
    assert info["version"] == name.partition("/")[0]
    assert info["title"].lower() == name.partition("/")[2]
    assert info["description"].startswith(f"{info['title']}: ")
    assert info["summary"].startswith("Version ")
    assert set(info["x-hubspot-product-tier-requirements"].values()) == {"FREE"}
    assert info["x-hubspot-api-use-case"]
    assert info["x-hubspot-related-documentation"][0]["url"].startswith("https://")
    assert published[name]["servers"][0]["url"] == "https://api.hubapi.com"


def test_everything_is_described(published: Any, operations: Any) -> None:
    def described(value: dict[str, Any]) -> bool:
        return re.search(r"\w.*[.?]$", value.get("description", "")) is not None

    silent: list[str] = []
    for name, document in published.items():
        for schema, definition in document["components"]["schemas"].items():
            fields = [("", definition), *definition.get("properties", {}).items()]
            silent += [
                f"{name} {schema}.{field}" for field, value in fields if not described(value)
            ]
        for path, method, operation in operations(document):
            parts = [operation, *operation.get("parameters", []), *operation["responses"].values()]
            for media in operation.get("requestBody", {}).get("content", {}).values():
                parts += media["schema"].get("properties", {}).values()
            parts = [part for part in parts if part != ERROR_ANSWER]
            silent += [f"{name} {method} {path}" for part in parts if not described(part)]
            silent += [] if operation["summary"] else [f"{name} {method} {path}"]
    assert silent == []


def test_a_document_has_the_components_it_uses_and_no_others(published: Any) -> None:
    for name, document in published.items():
        reached: set[str] = set()
        waiting: list[Any] = [document["paths"], document["components"]["responses"]]
        while waiting:
            for reference in references(waiting.pop()):
                if reference not in reached:
                    reached.add(reference)
                    waiting.append(resolve(document, reference))
        schemas = {f"#/components/schemas/{schema}" for schema in document["components"]["schemas"]}
        assert reached - {ERROR_ANSWER["$ref"]} == schemas, name


def test_every_body_has_an_example_that_is_valid(
    published: Any, operations: Any, validate: Any
) -> None:
    checked: set[str] = set()
    for document in published.values():
        bodies = [document["components"]["responses"]["Error"]]
        for _, _, operation in operations(document):
            bodies += [operation.get("requestBody", {}), *operation["responses"].values()]
        schemas = without_prose(document["components"]["schemas"])
        for media_type in (media for body in bodies for media in body.get("content", {}).values()):
            case = json.dumps([media_type["schema"], media_type["example"], schemas])
            if case not in checked:
                checked.add(case)
                validate(document, media_type["schema"], media_type["example"])
    assert len(checked) > 1000


def test_examples_of_fields_and_parameters_are_valid(
    published: Any, operations: Any, validate: Any
) -> None:
    checked: set[str] = set()
    for document in published.values():
        fields = [
            field
            for definition in document["components"]["schemas"].values()
            for field in definition.get("properties", {}).values()
        ]
        cases = [(field, example) for field in fields for example in field.get("examples", [])]
        for _, _, operation in operations(document):
            for each in operation.get("parameters", []):
                cases += [(each["schema"], each["example"])] if "example" in each else []
        for schema, example in cases:
            if (case := json.dumps([schema, example])) not in checked:
                checked.add(case)
                validate(document, schema, example)
    assert len(checked) > 300


def test_the_examples_of_an_object_type_are_in_its_own_documents_only(published: Any) -> None:
    subjects = [each.subject for each in load_tables(SPECS / "tables").objects]
    own: dict[str, str] = {}
    for subject in subjects:
        values = subject.sample["properties"]
        assert isinstance(values, Mapping)
        own[subject.name] = json.dumps(next(iter(values.values())))
    assert len(set(own.values())) == len(own) == len(OBJECT_TYPES)
    for name, document in published.items():
        texts = json.dumps(document["paths"])
        found = {subject for subject, value in own.items() if value in texts}
        assert found <= {name.partition("/")[2]}, name
        if "SimplePublicObject" in document["components"]["schemas"]:
            assert found or name.partition("/")[2] in SUPPORTING, name


def test_descriptions_of_a_subject_are_in_its_own_documents_only(published: Any) -> None:
    for text in ("description", "x-hubspot-api-use-case"):
        said: dict[str, set[str]] = {}
        for name, document in published.items():
            begin = document["info"][text].partition("\n")[0]
            said.setdefault(begin, set()).add(name.partition("/")[2])
        assert [subjects for subjects in said.values() if len(subjects) > 1] == []


def test_components_of_one_dialect_are_the_same_in_all_documents_of_records(published: Any) -> None:
    dialects = {
        "v3": "separate",
        "2026-03": "separate",
        "2025-09": "combined",
        "2025-09/objects": "separate",
        "2026-09": "combined",
    }
    said: dict[tuple[str, str, str], set[str]] = {}
    for name, document in published.items():
        version, _, subject = name.partition("/")
        if subject in OBJECT_TYPES:
            for schema, definition in document["components"]["schemas"].items():
                dialect = dialects.get(name, dialects[version])
                of = subject if (subject, schema) == ("deal_splits", "SimplePublicObject") else ""
                said.setdefault((dialect, schema, of), set()).add(json.dumps(definition))
    assert len(said) > 80
    assert [key for key, definitions in said.items() if len(definitions) > 1] == []


def test_documents_are_formatted() -> None:
    for path in (SPECS / "documents").glob("*/*.json"):
        text = path.read_text("utf-8")
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def references(value: object) -> Iterator[str]:
    """Yield all `$ref`s in a value."""
    match value:
        case {"$ref": str(reference)}:
            yield reference
        case dict():
            for member in value.values():
                yield from references(member)
        case list():
            for element in value:
                yield from references(element)
        case _:
            pass


def resolve(document: Any, reference: str) -> Any:
    """Return the target of a `$ref`."""
    for token in reference.removeprefix("#/").split("/"):
        document = document[token]
    return document
