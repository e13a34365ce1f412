"""Test the check of references: which values are references, and where they may lead."""

from __future__ import annotations

import pytest
from specloom.diagnostics import Pointer
from specloom.documents.document import Json
from specloom.documents.repairing.references import check_references

from tests.documents.support import codes, document, objection

COMPLETE = """
paths:
  /a:
    parameters: [{name: a, in: query, schema: {}}]
    get:
      parameters: [{name: b, in: query, content: {text/plain: {schema: {}}}, examples: {e: {}}}]
      requestBody: {content: {multipart/form-data: {schema: {}, encoding: {f: {headers: {h: {}}}}}}}
      responses:
        "200":
          headers: {h: {schema: {}, examples: {e: {}}}}
          content: {text/plain: {schema: {}, examples: {e: {}}}}
          links: {l: {}}
      callbacks: {c: {'{$url}': {post: {requestBody: {content: {text/plain: {schema: {}}}}}}}}
webhooks: {w: {post: {requestBody: {content: {text/plain: {schema: {}}}}}}}
components:
  parameters: {p: {schema: {}}}
  examples: {e: {}}
  requestBodies: {r: {}}
  headers: {h: {}}
  responses: {r: {}}
  securitySchemes: {s: {}}
  links: {l: {}}
  callbacks: {c: {'{$url}': {}}}
  pathItems: {p: {}}
  schemas:
    x-a:
      properties: {$ref: {}, example: {}, x-b: {}, default: {}}
      patternProperties: {^a: {}}
      dependentSchemas: {a: {}}
      $defs: {a: {}}
      definitions: {a: {}}
      allOf: [{}]
      anyOf: [{}]
      oneOf: [{}]
      prefixItems: [{}]
      items: {}
      additionalProperties: {}
      not: {}
      if: {}
      then: {}
      else: {}
      contains: {}
      propertyNames: {}
      unevaluatedItems: {}
      unevaluatedProperties: {}
      contentSchema: {}
"""


def empty_objects(value: Json, pointer: Pointer = ()) -> list[Pointer]:
    """Return the locations of empty objects: a reference may be at each of them."""
    if value == {}:
        return [pointer]
    parts: list[tuple[str, Json]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = [(str(index), each) for index, each in enumerate(value)]
    return [each for key, part in parts for each in empty_objects(part, (*pointer, key))]


PLACES = empty_objects(document(COMPLETE).root)


def test_the_complete_document_has_many_locations_and_no_errors() -> None:
    assert len(PLACES) == 44
    check_references(document(COMPLETE))


@pytest.mark.parametrize("place", PLACES, ids="/".join)
def test_a_reference_is_found_wherever_one_may_stand(place: Pointer) -> None:
    broken = document(COMPLETE)
    node = broken.root_node().at(place)
    assert node is not None and isinstance(node.value, dict)
    node.value["$ref"] = "#/nowhere"
    assert objection(lambda: check_references(broken)).count("dangling-reference") == 1


@pytest.mark.parametrize(
    "schema",
    [
        "{example: {$ref: '#/no'}}",
        "{examples: [{$ref: '#/no'}]}",
        "{default: {$ref: '#/no'}}",
        "{const: {$ref: '#/no'}}",
        "{enum: [{$ref: '#/no'}]}",
        "{x-a: {$ref: '#/no'}}",
        "{properties: {$ref: {type: string}}}",
        "{xml: {$ref: '#/no'}}",
    ],
)
def test_data_that_looks_like_a_reference_is_data(schema: str) -> None:
    check_references(document(f"components: {{schemas: {{A: {schema}}}}}"))


def test_the_value_of_an_example_is_data_and_the_example_may_be_a_reference() -> None:
    text = "components: {{examples: {{a: {{value: {{$ref: '#/no'}}}}, b: {{$ref: '#/{0}'}}}}}}"
    check_references(document(text.format("components/examples/a")))
    assert codes(lambda: check_references(document(text.format("no")))) == ["dangling-reference"]


def schemas(text: str) -> list[str]:
    """Return the first lines of the errors for some schemas; a name after a tilde is a reference."""
    full = text.replace("~", "$ref: '#/components/schemas/").replace("!", "'")
    shown = objection(lambda: check_references(document(f"components: {{schemas: {{{full}}}}}")))
    return [line for line in shown.splitlines() if not line.startswith(" ")]


def test_circles_of_references() -> None:
    assert schemas("A: {~B!}, B: {~C!}, C: {~A!}, D: {~A!}") == [
        "api.yaml: error[circular-reference] #/components/schemas/A/$ref: the references are "
        "circular: #/components/schemas/A → #/components/schemas/B → #/components/schemas/C → "
        "#/components/schemas/A; the last one is ignored"
    ]
    assert len(schemas("A: {~A!}, B: {~B!}")) == 2


def test_a_schema_that_contains_itself_by_all_of_is_circular() -> None:
    assert len(schemas("A: {allOf: [{type: object}, {~A!}]}")) == 1
    assert len(schemas("A: {allOf: [{~B!}]}, B: {allOf: [{allOf: [{~A!}]}]}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A: {properties: {a: {~A!}}}",
        "A: {items: {~A!}}",
        "A: {additionalProperties: {~A!}}",
        "A: {allOf: [{~B!}]}, B: {properties: {a: {~A!}}}",
        "A: {oneOf: [{~B!}]}, B: {allOf: [{~A!}]}",
        "A: {allOf: [{~B!}, {~C!}]}, B: {allOf: [{~D!}]}, C: {allOf: [{~D!}]}, D: {}",
    ],
)
def test_other_recursion_has_a_meaning(text: str) -> None:
    full = text.replace("~", "$ref: '#/components/schemas/").replace("!", "'")
    check_references(document(f"components: {{schemas: {{{full}}}}}"))


def test_a_long_circle_is_found_and_shortened() -> None:
    size = 5000
    names = ", ".join(f"A{index}: {{~A{(index + 1) % size}!}}" for index in range(size))
    (line,) = schemas(names)
    assert "#/components/schemas/A3 → … → #/components/schemas/A4996" in line


def test_all_errors_are_reported_in_order() -> None:
    assert schemas("A: {~no!}, B: {$ref: other.yaml}, C: {$ref: 1}, Pet: {}, D: {items: {~Pat!}}") == [
        "api.yaml: error[dangling-reference] #/components/schemas/A/$ref: '#/components/schemas/no' does not exist",
        "api.yaml: error[external-reference] #/components/schemas/B/$ref: 'other.yaml' is outside of the document, which is not supported here",
        "api.yaml: error[wrong-type] #/components/schemas/C/$ref: expected a string, found a number",
        "api.yaml: error[dangling-reference] #/components/schemas/D/items/$ref: '#/components/schemas/Pat' does not exist",
    ]  # fmt: skip


def test_a_reference_to_an_object_of_another_kind_is_an_error() -> None:
    shown = objection(lambda: check_references(document("""
        components:
          responses: {R: {description: ''}}
          schemas: {A: {$ref: '#/components/responses/R'}, B: {$ref: '#/info/title'}}
        """)))  # fmt: skip
    assert "#/components/responses/R is a response instead of a schema" in shown
    assert "#/info/title is a string instead of a schema" in shown


def test_what_a_reference_finds_in_an_extension_is_checked_too() -> None:
    shown = objection(lambda: check_references(document("""
        x-shared: {A: {items: {$ref: '#/no'}}}
        components: {schemas: {A: {$ref: '#/x-shared/A'}}}
        """)))  # fmt: skip
    assert "#/x-shared/A/items/$ref: '#/no' does not exist" in shown


def test_the_mapping_of_a_discriminator_names_schemas() -> None:
    mapping = "components: {{schemas: {{A: {{discriminator: {{mapping: {{a: '{0}', b: A}}}}}}}}}}"
    check_references(document(mapping.format("#/components/schemas/A")))
    found = codes(lambda: check_references(document(mapping.format("#/components/schemas/B"))))
    assert found == ["dangling-reference"]
