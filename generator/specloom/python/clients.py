"""Plan the clients of a version: its resources and security schemes in, a `ClientModuleView` out."""

from __future__ import annotations

from dataclasses import dataclass

from specloom.diagnostics import SpecloomError
from specloom.ir import ApiVersion, Resource, SecurityScheme
from specloom.python.annotations import Annotator
from specloom.python.docstrings import docstring, entries, literal, sentence
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.paths import encoded_path
from specloom.python.resources import SYNC_AND_ASYNC, class_name, operations_of, resource_summary
from specloom.python.views import AttributeView, ClientModuleView, ClientView, OpenResourceView

BEARER_TYPES = frozenset({"oauth2", "openIdConnect"})


@dataclass(frozen=True, slots=True)
class _Client:
    """A client that is being planned."""

    version: ApiVersion
    layout: Layout
    annotator: Annotator
    imports: Imports
    typing_imports: Imports
    is_async: bool

    def core(self, module: str, name: str) -> str:
        return self.imports.name(self.layout.core(module), name, otherwise="_")


def plan_clients(version: ApiVersion, layout: Layout, annotator: Annotator) -> ClientModuleView:
    """The module with the sync and the async client of a version."""
    package = layout.project.package
    module = layout.client(version.name)
    own = [class_name(package.client, is_async) for is_async in SYNC_AND_ASYNC]
    imports = Imports(module, defined=own)
    if version.resources:
        imports.name("typing", "TYPE_CHECKING")
    typing_imports = Imports(module, defined=own)
    clients = tuple(
        _client(_Client(version, layout, annotator, imports, typing_imports, is_async))
        for is_async in SYNC_AND_ASYNC
    )
    return ClientModuleView(
        docstring=docstring(f"The clients of {_title(version, layout)}."),
        imports=imports.lines(),
        typing_imports=typing_imports.lines("    "),
        user_agent=literal(f"{package.distribution}/{package.version}"),
        clients=clients,
    )


def used_schemes(version: ApiVersion) -> tuple[SecurityScheme, ...]:
    """The security schemes that an operation of this version asks for."""
    used = {
        name
        for resource in version.resources
        for operation in operations_of(resource)
        for requirement in operation.security
        for name, _ in requirement.schemes
    }
    return tuple(each for each in version.security_schemes if each.name in used)


def first_argument(version: ApiVersion, layout: Layout) -> str:
    """The one credential that the client cannot do without, empty where there is none or a choice."""
    names = {layout.names.security[each.name] for each in used_schemes(version)}
    always = all(
        operation.security and all(each.schemes for each in operation.security)
        for resource in version.resources
        for operation in operations_of(resource)
    )
    return names.pop() if len(names) == 1 and always else ""


def _client(client: _Client) -> ClientView:
    version, layout = client.version, client.layout
    open_ones = [each for each in version.resources if each.parameters]
    return ClientView(
        name=class_name(layout.project.package.client, client.is_async),
        base=client.core("client", class_name("Client", client.is_async)),
        docstring=_docstring(client),
        arguments=tuple(_arguments(client)),
        security=tuple(_security(client)),
        attributes=tuple(
            _attribute(each, client) for each in version.resources if not each.parameters
        ),
        open_resources=tuple(_open_resource(each, client) for each in open_ones),
    )


def _title(version: ApiVersion, layout: Layout) -> str:
    name = layout.project.package.distribution
    return f"{name}, version {version.name}" if version.name else name


def _docstring(client: _Client) -> str:
    way = "An async" if client.is_async else "A"
    lead = f"{way} client of {_title(client.version, client.layout)}."
    schemes: dict[str, str] = {}
    for each in used_schemes(client.version):
        text = sentence(each.description) or "The credential."
        schemes.setdefault(client.layout.names.security[each.name], text)
    given = "A text, or a callable that gives one whenever a request is sent."
    described = [(name, f"{text} {given}") for name, text in schemes.items()]
    described += [
        ("base_url", "Where the API is; a path in it is kept."),
        ("timeout", "Seconds for each step of a call, a Timeout, or None for no limit."),
        ("headers", "Sent with every request."),
        ("transport", "Sends the requests in place of the client's own pool of connections."),
    ]
    return docstring(lead, entries("Args", described))


def _arguments(client: _Client) -> list[str]:
    first = first_argument(client.version, client.layout)
    credentials = _credentials(client)
    if first:
        texts = [f"{first}: {credentials[first]}", "*"]
    else:
        texts = ["*", *(f"{name}: {kind} | None = None" for name, kind in credentials.items())]
    base_url = _base_url(client.version)
    texts.append(f"base_url: str = {literal(base_url)}" if base_url else "base_url: str")
    timeout, default = client.core("transport", "Timeout"), client.core(
        "transport", "DEFAULT_TIMEOUT"
    )
    texts.append(f"timeout: {timeout} | float | None = {default}")
    mapping = client.imports.name("collections.abc", "Mapping", otherwise="_")
    texts.append(f"headers: {mapping}[str, str] | None = None")
    transport = client.core("transport", class_name("Transport", client.is_async))
    return [*texts, f"transport: {transport} | None = None"]


def _credentials(client: _Client) -> dict[str, str]:
    """The annotation of each credential, by its argument; a user name goes with a password."""
    schemes: dict[str, list[SecurityScheme]] = {}
    for each in used_schemes(client.version):
        schemes.setdefault(client.layout.names.security[each.name], []).append(each)
    annotations: dict[str, str] = {}
    for name, members in schemes.items():
        kind = client.core("client", "AsyncCredential" if client.is_async else "Credential")
        is_basic = any(each.scheme == "basic" for each in members)
        annotations[name] = f"tuple[str, {kind}]" if is_basic else kind
    return annotations


def _base_url(version: ApiVersion) -> str:
    """The first server that is a whole address; a relative one says nothing to a client."""
    absolute = (url for url in version.servers if url.startswith(("http://", "https://")))
    return next((url for url in absolute if "{" not in url), "").rstrip("/")


def _security(client: _Client) -> list[str]:
    optional = not first_argument(client.version, client.layout)
    texts: list[str] = []
    for scheme in used_schemes(client.version):
        name = client.layout.names.security[scheme.name]
        value = _scheme(scheme, name, client)
        if scheme.scheme == "basic" and optional:
            texts.append(f"**({{{literal(scheme.name)}: {value}}} if {name} is not None else {{}})")
        else:
            texts.append(f"{literal(scheme.name)}: {value}")
    return texts


def _scheme(scheme: SecurityScheme, argument: str, client: _Client) -> str:
    if scheme.type in BEARER_TYPES or (scheme.type == "http" and scheme.scheme == "bearer"):
        return f"{client.core('security', 'Bearer')}({argument})"
    if scheme.type == "http" and scheme.scheme == "basic":
        return f"{client.core('security', 'Basic')}(*{argument})"
    if scheme.type == "apiKey" and scheme.place and scheme.parameter:
        api_key = client.core("security", "ApiKey")
        return f"{api_key}({literal(scheme.parameter)}, {literal(scheme.place)}, {argument})"
    raise SpecloomError.of(
        "unsupported-security",
        f"the security scheme {scheme.name!r} of type {scheme.type!r} is not supported yet",
        hint="use http bearer or basic, apiKey, oauth2 or openIdConnect; an overlay can mend it",
        location=scheme.location,
    )


def _attribute(resource: Resource, client: _Client) -> AttributeView:
    key = (client.version.name, (resource.name,))
    local, import_line = _imported(resource, client)
    client.core("client", class_name("Client", client.is_async))
    client.imports.name("functools", "cached_property", otherwise="_")
    return AttributeView(
        name=client.layout.names.resources[key].attribute,
        class_name=local,
        docstring=resource_summary(resource),
        import_line=import_line,
    )


def _imported(resource: Resource, client: _Client) -> tuple[str, str]:
    key = (client.version.name, (resource.name,))
    module = client.layout.resource(key)
    name = class_name(client.layout.names.resources[key].class_name, client.is_async)
    local = client.typing_imports.name(module, name, otherwise="Resource")
    alias = "" if local == name else f" as {local}"
    return local, f"from {module} import {name}{alias}"


def _open_resource(resource: Resource, client: _Client) -> OpenResourceView:
    key = (client.version.name, (resource.name,))
    names = client.layout.names.resources[key]
    local, import_line = _imported(resource, client)
    client.core("operation", "expand")
    imports = client.imports
    arguments = tuple(
        f"{names.parameters[each.wire_name]}: {client.annotator.input(each.type, imports)}"
        for each in resource.parameters
    )
    values = ", ".join(
        f"{literal(each.wire_name)}: {names.parameters[each.wire_name]}"
        for each in resource.parameters
    )
    return OpenResourceView(
        name=names.attribute,
        class_name=local,
        docstring=resource_summary(resource),
        arguments=arguments,
        import_line=import_line,
        root=literal(encoded_path(resource.root)),
        values=f"{{{values}}}",
    )
