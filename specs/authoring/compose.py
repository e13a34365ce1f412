"""Compose the OpenAPI documents from their plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell, Json
from specs.authoring.examples import Examples, has_own_example
from specs.authoring.notation import Reference, Scalar, Type, json_schema
from specs.authoring.operations import ERROR
from specs.authoring.plan import DocumentPlan, Endpoint
from specs.authoring.rows import ParameterText, QueryParameter, RequestBody, Schema, Texts
from specs.authoring.schemas import named_by

STRING = Scalar("string")


def compose_document(plan: DocumentPlan, texts: Texts) -> dict[str, Json]:
    """Return the document for a plan. Raises TableError if an example is missing."""
    composer = _Composer(
        plan, texts, Examples(plan.edition.schemas, plan.subject.sample, texts.examples)
    )
    paths: dict[str, dict[str, Json]] = {}
    for endpoint in plan.endpoints:
        method = endpoint.operation.method.lower()
        paths.setdefault(endpoint.path, {})[method] = composer.operation(endpoint)
    tags = {endpoint.operation.tag for endpoint in plan.endpoints}
    return {
        "openapi": texts.openapi,
        "info": composer.info(),
        "servers": [texts.server],
        "tags": [{"name": name, "description": plan.edition.tags[name]} for name in sorted(tags)],
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
            "summary": version.about,
            "description": "\n\n".join(subject.about),
            "x-hubspot-product-tier-requirements": subject.tiers,
            "x-hubspot-api-use-case": subject.use_case,
            "x-hubspot-related-documentation": subject.documentation,
        }

    def operation(self, endpoint: Endpoint) -> dict[str, Json]:
        operation = endpoint.operation
        text = operation.text
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
            content = self.request(operation.request)
            composed["requestBody"] = {"content": content, "required": operation.request.required}
        composed["responses"] = self.responses(endpoint)
        composed["security"] = list(self.security(operation.access))
        if operation.deprecated:
            composed["deprecated"] = True
        return composed

    def path_parameters(self, endpoint: Endpoint) -> Iterator[dict[str, Json]]:
        for name in endpoint.path_parameters():
            text = self.plan.edition.parameters["<id>" if name == endpoint.id else name]
            type_ = endpoint.operation.path_types.get(name, STRING)
            yield {
                "name": name,
                "in": "path",
                "required": True,
                **self.described(text, json_schema(type_)),
            }

    def query_parameter(self, parameter: QueryParameter) -> dict[str, Json]:
        name, schema = parameter.wire_name, json_schema(parameter.type)
        if parameter.default is not None:
            schema["default"] = parameter.default
        return {
            "name": name,
            "in": "query",
            "required": parameter.required,
            **self.described(self.plan.edition.parameters[name], schema),
        }

    def described(self, text: ParameterText, schema: Json) -> dict[str, Json]:
        described: dict[str, Json] = {"description": text.description, "schema": schema}
        return (
            described
            if text.example is None
            else described | {"example": self.examples.of_cell(text.example)}
        )

    def request(self, body: RequestBody) -> dict[str, Json]:
        example, content = body.example, body.content
        if isinstance(content, Schema):
            described = self.schema(content)
            shown = self.examples.of_schema(content)
            return {body.media_type: {"schema": described, "example": shown}}
        if example is None:
            return self.content(content, body.cell, body.media_type)
        return {
            body.media_type: {
                "schema": json_schema(content),
                "example": self.examples.of_cell(example),
            }
        }

    def content(
        self, type_: Type, at: Cell, media_type: str = "application/json"
    ) -> dict[str, Json]:
        example = self.examples.of_type(type_, at)
        return {media_type: {"schema": json_schema(type_), "example": example}}

    def responses(self, endpoint: Endpoint) -> dict[str, Json]:
        operation = endpoint.operation
        composed: dict[str, Json] = {}
        for status, body in endpoint.responses.items():
            text = self.texts.responses.get(status, operation.text.answer)
            described: dict[str, Json] = {"description": text}
            headers: dict[str, Json] = {
                name: {"description": self.texts.headers[name], "schema": {"type": "string"}}
                for name in operation.headers.get(status, ())
            }
            if headers:
                described["headers"] = headers
            if body is not None:
                described["content"] = self.content(body, operation.cell)
            composed[status] = described
        return composed | {"default": {"$ref": "#/components/responses/Error"}}

    def security(self, access: str) -> Iterator[dict[str, Json]]:
        """Return one alternative for each scheme and group of scopes; one group suffices."""
        if access in self.plan.subject.keys:
            yield {self.plan.subject.keys[access]: []}
            return
        groups = self.plan.subject.granted(access, self.plan.edition.version.name)
        for scheme in self.texts.security:
            for together in groups or ((),):
                yield {scheme: list(together)}

    def components(self) -> dict[str, Json]:
        schemas = self.plan.edition.schemas
        used = sorted(_closure(self.named(), schemas))
        error: dict[str, Json] = {
            "description": self.texts.responses["default"],
            "content": self.content(Reference(ERROR), schemas[ERROR].cell, "*/*"),
        }
        return {
            "schemas": {name: self.schema(schemas[name]) for name in used},
            "responses": {"Error": error},
            "securitySchemes": dict(self.security_schemes()),
        }

    def named(self) -> Iterator[str]:
        """Return the names of the schemas that the document refers to directly."""
        yield ERROR
        for endpoint in self.plan.endpoints:
            request = endpoint.operation.request
            if request is not None:
                yield from named_by(request.content)
            for body in endpoint.responses.values():
                yield from () if body is None else named_by(body)

    def schema(self, schema: Schema) -> dict[str, Json]:
        if schema.type is not None:
            return {"description": schema.description, **json_schema(schema.type)}
        # Components read the same in every document, whatever it is about.
        general = Examples(self.plan.edition.schemas, self.plan.edition.sample, self.texts.examples)
        properties: dict[str, Json] = {}
        for field in schema.fields:
            composed = json_schema(field.type) | {"description": field.description}
            if field.default is not None:
                composed["default"] = field.default
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
        accesses = {endpoint.operation.access for endpoint in self.plan.endpoints}
        version = self.plan.edition.version.name
        granted = [self.plan.subject.granted(access, version) for access in accesses]
        scopes = {scope for groups in granted for together in groups for scope in together}
        described: Json = {scope: self.texts.scopes[scope] for scope in sorted(scopes)}
        keys = self.plan.subject.keys
        if accesses - keys.keys():
            for name, scheme in self.texts.security.items():
                yield name, _with_scopes(scheme, described)
        for name in sorted({keys[access] for access in accesses if access in keys}):
            yield name, self.texts.keys[name]


def _with_scopes(scheme: Json, scopes: Json) -> Json:
    """Return the security scheme with the scopes in its OAuth flows."""
    if not isinstance(scheme, Mapping) or not isinstance(flows := scheme.get("flows"), Mapping):
        return scheme
    scoped: dict[str, Json] = {}
    for name, flow in flows.items():
        scoped[name] = {**flow, "scopes": scopes} if isinstance(flow, Mapping) else flow
    return {**scheme, "flows": scoped}


def _closure(names: Iterable[str], schemas: Mapping[str, Schema]) -> set[str]:
    """Return the names of all schemas that the named ones reach."""
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += named_by(schemas[name])
    return reached
