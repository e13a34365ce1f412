"""The plan of a document in, the OpenAPI document out, complete by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.cells import Json
from specs.authoring.examples import Examples, has_own_example
from specs.authoring.notation import Reference, Type, json_schema, references
from specs.authoring.plan import DocumentPlan, Endpoint
from specs.authoring.rows import ParameterText, QueryParameter, Schema, Texts

ERROR = Reference("Error")


def compose_document(plan: DocumentPlan, texts: Texts) -> dict[str, Json]:
    """Writes the document that a plan asks for. Raises: TableError where an example is missing."""
    composer = _Composer(plan, texts, Examples(plan.edition.schemas, plan.subject.sample))
    paths: dict[str, dict[str, Json]] = {}
    for endpoint in plan.endpoints:
        method = endpoint.operation.method.lower()
        paths.setdefault(endpoint.path, {})[method] = composer.operation(endpoint)
    tags = {endpoint.operation.tag for endpoint in plan.endpoints}
    return {
        "openapi": texts.openapi,
        "info": composer.info(),
        "servers": [texts.server],
        "tags": [{"name": name, "description": texts.tags[name]} for name in sorted(tags)],
        "paths": paths,
        "components": composer.components(),
    }


@dataclass(frozen=True, slots=True)
class _Composer:
    """The parts of one document."""

    plan: DocumentPlan
    texts: Texts
    examples: Examples

    def info(self) -> dict[str, Json]:
        subject, version = self.plan.subject, self.plan.edition.version
        return {
            "title": subject.label,
            "version": version.name,
            "description": "\n\n".join(self.about()),
            "x-hubspot-product-tier-requirements": subject.tiers,
            "x-hubspot-api-use-case": subject.use_case,
            "x-hubspot-related-documentation": subject.documentation,
        }

    def about(self) -> Iterator[str]:
        subject = self.plan.subject
        yield subject.about
        if subject.object_type_id is not None:
            yield self.texts.object_type_id.replace("<object_type_id>", subject.object_type_id)
        if not subject.scopes:
            yield self.texts.any_scope
        yield self.plan.edition.version.about

    def operation(self, endpoint: Endpoint) -> dict[str, Json]:
        operation = endpoint.operation
        text = self.texts.operations[operation.kind]
        parameters = [*self.path_parameters(endpoint), *map(self.query_parameter, operation.query)]
        composed: dict[str, Json] = {
            "tags": [operation.tag],
            "summary": text.summary,
            "description": text.description,
            "operationId": f"{operation.method.lower()}-{endpoint.path}_{operation.name}",
        }
        if parameters:
            composed["parameters"] = parameters
        if operation.request is not None:
            composed["requestBody"] = {"content": self.content(operation.request), "required": True}
        composed["responses"] = self.responses(endpoint)
        composed["security"] = list(self.security(operation.access))
        return composed

    def path_parameters(self, endpoint: Endpoint) -> Iterator[dict[str, Json]]:
        for name in endpoint.path_parameters():
            text = self.texts.parameters["<id>" if name == endpoint.id else name]
            yield {
                "name": name,
                "in": "path",
                "required": True,
                **self.described(text, {"type": "string"}),
            }

    def query_parameter(self, parameter: QueryParameter) -> dict[str, Json]:
        name, schema = parameter.wire_name, json_schema(parameter.type)
        if parameter.default is not None:
            schema["default"] = parameter.default
        return {
            "name": name,
            "in": "query",
            "required": False,
            **self.described(self.texts.parameters[name], schema),
        }

    def described(self, text: ParameterText, schema: Json) -> dict[str, Json]:
        described: dict[str, Json] = {"description": text.description, "schema": schema}
        return (
            described
            if text.example is None
            else described | {"example": self.examples.of_cell(text.example)}
        )

    def content(self, type_: Type, media_type: str = "application/json") -> dict[str, Json]:
        return {media_type: {"schema": json_schema(type_), "example": self.examples.of_type(type_)}}

    def responses(self, endpoint: Endpoint) -> dict[str, Json]:
        answer = self.texts.operations[endpoint.operation.kind].answer
        composed: dict[str, Json] = {}
        for status, body in endpoint.responses.items():
            described: dict[str, Json] = {"description": self.texts.responses.get(status, answer)}
            composed[status] = (
                described if body is None else described | {"content": self.content(body)}
            )
        return composed | {"default": {"$ref": "#/components/responses/Error"}}

    def security(self, access: str) -> Iterator[dict[str, Json]]:
        """One alternative for each scheme and scope: any one scope serves."""
        for scheme in self.texts.security:
            for scope in self.plan.subject.scopes.get(access, ()):
                yield {scheme: [scope]}
            if access not in self.plan.subject.scopes:
                yield {scheme: []}

    def components(self) -> dict[str, Json]:
        schemas = self.plan.edition.schemas
        used = sorted(_closure(self.types(), schemas))
        error: dict[str, Json] = {
            "description": self.texts.responses["default"],
            "content": self.content(ERROR, "*/*"),
        }
        return {
            "schemas": {name: self.schema(schemas[name]) for name in used},
            "responses": {"Error": error},
            "securitySchemes": dict(self.security_schemes()),
        }

    def types(self) -> Iterator[Type]:
        yield ERROR
        for endpoint in self.plan.endpoints:
            bodies = (endpoint.operation.request, *endpoint.responses.values())
            yield from (body for body in bodies if body is not None)

    def schema(self, schema: Schema) -> dict[str, Json]:
        # Components read the same in every document, whatever it is about.
        general = Examples(self.plan.edition.schemas, self.texts.sample)
        properties: dict[str, Json] = {}
        for field in schema.fields:
            composed: dict[str, Json] = {
                **json_schema(field.type),
                "description": field.description,
            }
            if field.example is not None and has_own_example(field):
                composed["examples"] = [general.of_cell(field.example)]
            properties[field.wire_name] = composed
        required = [field.wire_name for field in schema.fields if field.required]
        return {
            "type": "object",
            "description": schema.description,
            "properties": properties,
            **({"required": required} if required else {}),
        }

    def security_schemes(self) -> Iterator[tuple[str, Json]]:
        scopes = {scope for granted in self.plan.subject.scopes.values() for scope in granted}
        described: Json = {scope: self.texts.scopes[scope] for scope in sorted(scopes)}
        for name, scheme in self.texts.security.items():
            yield name, _with_scopes(scheme, described)


def _with_scopes(scheme: Json, scopes: Json) -> Json:
    """The security scheme, its OAuth flows telling the scopes."""
    if not isinstance(scheme, Mapping) or not isinstance(flows := scheme.get("flows"), Mapping):
        return scheme
    told: dict[str, Json] = {}
    for name, flow in flows.items():
        told[name] = {**flow, "scopes": scopes} if isinstance(flow, Mapping) else flow
    return {**scheme, "flows": told}


def _closure(types: Iterable[Type], schemas: Mapping[str, Schema]) -> set[str]:
    """The names of all schemas that the types reach."""
    reached: set[str] = set()
    waiting = [name for type_ in types for name in references(type_)]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [inner for field in schemas[name].fields for inner in references(field.type)]
    return reached
