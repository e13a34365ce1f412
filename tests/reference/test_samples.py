"""Hold the generated pages against five published pages, each in its language, point by point.

`tests/samples/` has the request and the response that each page shows.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from specloom.project.model import Project
from specloom.reference.build import choices
from specloom.reference.rendering.html import HtmlPages
from specloom.reference.rendering.language import Language
from specloom.reference.texts.catalogues import load_translations
from specloom.reference.views import OperationView, ResourcePage, Site

from tests.reference.pages import Element, Field, fields_of, parse

SAMPLES = Path(__file__).parent.parent / "samples"


class Sample(NamedTuple):
    """A published page: its folder, where it is, and the words of its language."""

    folder: str
    language: str
    page: str
    path: str
    required: str
    products: str
    scopes: str
    authorization: str
    request: str
    response: str
    status: str = "201"


PT = Sample(
    "tasks-v3-batch-create.pt-BR", "pt-BR", "v3/tasks.html", "/crm/v3/objects/tasks/batch/create",
    "obrigatório", "Produtos compatíveis", "Escopos necessários", "Autorização", "Corpo da solicitação", "Resposta",
)  # fmt: skip
JA = Sample(
    "tasks-v3-batch-create.ja", "ja", "v3/tasks.html", "/crm/v3/objects/tasks/batch/create",
    "必須", "対応製品", "必要なスコープ", "認可", "リクエストボディ", "レスポンス",
)  # fmt: skip
DE = Sample(
    "calls-v3-batch-create.de-pt", "de", "v3/calls.html", "/crm/v3/objects/calls/batch/create",
    "erforderlich", "Unterstützte Produkte", "Erforderliche Scopes", "Autorisierung", "Request-Body", "Antwort", "207",
)  # fmt: skip
FR = Sample(
    "appointments-2026-03-batch-create.fr", "fr", "2026-03/appointments.html",
    "/crm/objects/2026-03/{objectType}/batch/create",
    "obligatoire", "Produits compatibles", "Périmètres d’accès requis", "Autorisation", "Corps de la requête", "Réponse",
)  # fmt: skip
ES = Sample(
    "objects-2025-09-batch-create.es", "es", "2025-09/objects.html",
    "/crm/objects/2025-09/{objectType}/batch/create",
    "obligatorio", "Productos compatibles", "Alcances necesarios", "Autorización", "Cuerpo de la solicitud",
    "Respuesta", "207",
)  # fmt: skip
EVERY = (PT, JA, DE, FR, ES)


class Shown(NamedTuple):
    """The page of a sample: the tree, the operation in it, its plan, and the language."""

    tree: Element
    section: Element
    page: ResourcePage
    operation: OperationView
    language: Language


@cache
def texts(folder: Path | None, language: str) -> dict[str, str]:
    return load_translations(folder, [language])[language]


_SHOWN: dict[Sample, Shown] = {}


def shown(sample: Sample, site: Site, project: Project) -> Shown:
    """Return the page of a sample, rendered and parsed once for all tests."""
    if sample not in _SHOWN:
        _SHOWN[sample] = rendered(sample, site, project)
    return _SHOWN[sample]


def rendered(sample: Sample, site: Site, project: Project) -> Shown:
    page = next(each for each in site.resources if each.page == sample.page)
    operation = next(each for each in page.operations if each.id == "batch-create")
    found = texts(project.docs.translations, sample.language)
    language = Language(sample.language, "en", found)
    _, html = HtmlPages(site, language, choices(project.docs.languages)).resource(page)
    tree = parse(html)
    return Shown(tree, tree.by_id("batch-create"), page, operation, language)


def below(section: Element, heading: str) -> list[Element]:
    """Return the elements between a heading of an operation and the next one."""
    text = section.one("div", "text")
    elements = [each for each in text.children if isinstance(each, Element)]
    start = next(i for i, e in enumerate(elements) if e.tag == "h4" and e.text.startswith(heading))
    rest = elements[start + 1 :]
    end = next((i for i, each in enumerate(rest) if each.tag == "h4"), len(rest))
    return rest[:end]


def facts(section: Element) -> dict[str, Element]:
    """Return the facts of an operation by their labels."""
    rows = section.one("dl", "facts").own("div")
    return {each.one("dt").text: each.one("dd") for each in rows}


def body_fields(sample: Sample, section: Element) -> dict[str, Field]:
    found = [each for each in below(section, sample.request) if each.tag == "ul"]
    return fields_of(found[0], sample.required)


def answer_fields(sample: Sample, section: Element, tree: Element) -> dict[str, Field]:
    for each in below(section, sample.response):
        if each.tag == "details" and each.one("summary").one("span", "s").text == sample.status:
            return fields_of(each.own("ul", "fields")[0], sample.required, tree)
    raise AssertionError(sample.status)


def holds(value: Any, fields: dict[str, Field], where: str, wide: tuple[str, ...] = ()) -> None:
    """Check that a page has a field, with a fitting type, for everything in a value."""
    assert isinstance(value, dict)
    for key, each in value.items():
        assert key in fields, f"{where}.{key}: {sorted(fields)}"
        found = fields[key]
        kind = found.type
        match each:
            case bool():
                assert kind == "boolean", (where, key, kind)
            case int():
                assert kind.startswith("integer"), (where, key, kind)
            case str() if key not in wide:
                assert kind.startswith(("string", "enum<string>")), (where, key, kind)
            case list():
                assert kind.endswith("[]"), (where, key, kind)
                for one in each:
                    if isinstance(one, dict):
                        holds(one, found.fields, f"{where}.{key}", wide)
            case dict() if found.fields:
                holds(each, found.fields, f"{where}.{key}", wide)
            case dict():
                assert kind.startswith(("map<", "object", "any", "string")), (where, key, kind)


# An error's context may be a string where the schema has a map, and its subcategory a string or an object.
WIDE = ("context", "subCategory")


def sample_json(sample: Sample, name: str) -> Any:
    return json.loads((SAMPLES / sample.folder / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: sample.folder)
def test_the_page_states_what_the_published_page_states(
    sample: Sample, site: Site, project: Project
) -> None:
    tree, section, page, operation, language = shown(sample, site, project)

    # The language of the page, and the title in it.
    assert tree.one("html").attributes["lang"] == sample.language
    title = section.one("h3")
    assert title.text == language.title(operation.title).striptags()
    assert tree.one("title").text.startswith(language.plain(page.title))

    # Method and path.
    route = section.one("p", "route")
    assert route.one("span", "m").text == "POST"
    assert "".join(route.one("code").strings()) == sample.path

    # What it does.
    description = language.plain(operation.description)
    assert description and description in section.text

    # Supported products, scopes, authorization with a bearer token.
    stated = facts(section)
    products = [each.text for each in stated[sample.products].every("li")]
    edition = language.title("Free").striptags()
    assert products == [
        f"{hub} Hub {edition}" for hub in ("Marketing", "Sales", "Service", "Content")
    ]
    assert stated[sample.scopes].text
    schemes = fields_of(
        next(e for e in below(section, sample.authorization) if e.tag == "ul"), sample.required
    )
    assert schemes and all(each.required for each in schemes.values())
    assert "Authorization: Bearer <token>" in section.text

    # The fields of the request and of the response, with types, and the examples.
    request = body_fields(sample, section)
    holds(sample_json(sample, "request"), request, "request")
    assert request["inputs"].required and request["inputs"].fields["properties"].required
    kinds = request["inputs"].fields["associations"].fields["types"].fields
    assert kinds["associationCategory"].type == "enum<string>"
    assert "HUBSPOT_DEFINED" in kinds["associationCategory"].options
    response = answer_fields(sample, section, tree)
    holds(sample_json(sample, "response"), response, "response", WIDE)
    assert response["status"].options == ["CANCELED", "COMPLETE", "PENDING", "PROCESSING"]
    assert response["completedAt"].type == "string<date-time>" and response["completedAt"].required
    assert not response["requestedAt"].required and not response["links"].required
    described = [each for each in (*request.values(), *response.values()) if each.description]
    assert len(described) == len(request) + len(response)

    # The calls and the response.
    labels = [each.attributes["data-label"] for each in section.every("div", "code")]
    command_line = str(language.word("Command line"))
    assert labels[:5] == ["cURL", "Python", "Python async", command_line, "JSON"]
    curl = section.one("pre").text
    assert (
        curl.startswith("curl --request POST")
        and "Authorization: Bearer $HUBSPOT_ACCESS_TOKEN" in curl
    )
    assert "Content-Type: application/json" in curl and "/batch/create" in curl
    assert operation.responses[0].body is not None and operation.responses[0].body.example
    assert operation.responses[0].status in labels[5]


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: sample.folder)
def test_every_text_is_translated_or_marked(sample: Sample, site: Site, project: Project) -> None:
    tree, _, page, operation, language = shown(sample, site, project)
    marked = {each.text for each in tree.every(kind="untranslated")}
    for source in (page.title, operation.title, operation.description, page.description):
        _, is_translated = language.text(source)
        plain = language.plain(source)
        assert is_translated or any(plain in each or each in plain for each in marked), source
    for each in tree.every(kind="untranslated"):
        assert each.attributes["lang"] == "en"


def test_the_scopes_and_the_partial_failure_of_calls_in_german(
    site: Site, project: Project
) -> None:
    tree, section, _, _, _ = shown(DE, site, project)
    assert facts(section)[DE.scopes].text == "crm.objects.contacts.write"
    response = answer_fields(DE, section, tree)
    assert (
        response["numErrors"].type.startswith("integer") and response["errors"].type == "object[]"
    )
    assert {"category", "message", "context", "errors", "subCategory"} <= set(
        response["errors"].fields
    )


def test_the_description_and_the_scopes_of_tasks_in_japanese(site: Site, project: Project) -> None:
    _, section, _, operation, language = shown(JA, site, project)
    assert facts(section)[JA.scopes].text == "crm.objects.contacts.write"
    assert language.plain(operation.description) in section.text


def test_the_object_type_and_the_record_of_appointments_in_french(
    site: Site, project: Project
) -> None:
    tree, section, _, _, _ = shown(FR, site, project)
    listed = next(e for e in below(section, "Paramètres de chemin") if e.tag == "ul")
    parameters = fields_of(listed, FR.required)
    assert list(parameters) == ["objectType"] and parameters["objectType"].required
    assert parameters["objectType"].type == "string" and parameters["objectType"].description
    record = answer_fields(FR, section, tree)["results"].fields
    assert {"archivedAt", "objectWriteTraceId", "propertiesWithHistory", "url"} <= set(record)
    assert not any(record[each].required for each in ("archivedAt", "objectWriteTraceId", "url"))
    assert record["id"].required and record["archived"].required


def test_the_scopes_and_errors_of_objects_in_spanish(site: Site, project: Project) -> None:
    tree, section, _, operation, language = shown(ES, site, project)
    response = answer_fields(ES, section, tree)
    assert response["errors"].type == "object[]" and response["numErrors"].type.startswith(
        "integer"
    )
    # The document names no scopes, since those of any object type serve.
    assert not operation.scopes and "scope" in operation.access
    assert language.plain(operation.access) in facts(section)[ES.scopes].text


def test_the_window_of_support_is_written_as_the_language_does(
    site: Site, project: Project
) -> None:
    notes = {
        each.language: shown(each, site, project).tree.one("div", "support").text for each in EVERY
    }
    assert "31 de agosto de 2027" in notes["pt-BR"]
    assert "2027年8月31日" in notes["ja"]
    assert "31. August 2027" in notes["de"]
    assert "30 septembre 2027" in notes["fr"]
    assert "31 de marzo de 2027" in notes["es"]


def test_a_model_leads_to_the_models_of_its_name_in_other_versions(site: Site) -> None:
    known = {each.page: each for each in site.models}
    found = [each for each in site.models if each.others]
    assert found
    for model in found:
        for version, page in model.others:
            assert version not in dict(model.versions)
            assert dict(known[page].versions)[version] == model.name
