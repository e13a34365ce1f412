"""Plan the clients of a version: its resources and security schemes in, a `ClientModuleView` out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from specloom.diagnostics import SpecloomError
from specloom.ir import ApiVersion, Resource, SecurityScheme
from specloom.lowering.hosts import BEARER_TYPES, placement
from specloom.project.model import Support
from specloom.python.annotations import Annotator
from specloom.python.docstrings import docstring, entries, literal, sentence
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.paths import encoded_path
from specloom.python.resources import (
    SYNC_AND_ASYNC,
    class_name,
    import_line,
    operations_of,
    resource_summary,
)
from specloom.python.servers import (
    host_arguments,
    host_notes,
    hosts_note,
    hosts_text,
    knows_hosts,
    server_note,
    usual_server,
    usual_url,
    variable_arguments,
    variable_notes,
)
from specloom.python.views import AttributeView, ClientModuleView, ClientView, OpenResourceView

# What the module of clients may import: no resource's class has these names there.
CORE_NAMES = (
    *(
        "ApiKey",
        "AsyncClient",
        "AsyncClientOptions",
        "AsyncCredential",
        "Basic",
        "Bearer",
        "Client",
    ),
    *("ClientOptions", "Credential", "HttpScheme", "SETTINGS", "TYPE_CHECKING", "Unpack"),
    *("cached_property", "optional_credential", "required_credential"),
)


class _Client(Struct, frozen=True):
    """A client that is being planned."""

    version: ApiVersion
    layout: Layout
    annotator: Annotator
    imports: Imports
    typing_imports: Imports
    is_async: bool

    def variables(self) -> dict[str, str]:
        """The arguments for the variables of the server, by their wire names."""
        return variable_arguments(self.version, set(self.layout.names.security.values()))

    def host_variables(self) -> dict[tuple[str, str], str]:
        """The arguments for the variables of the documents' servers, by document and wire name."""
        return host_arguments(self.version, set(self.layout.names.security.values()))

    def core(self, module: str, name: str) -> str:
        return self.imports.name(self.layout.core(module), name, otherwise="_")


def plan_clients(version: ApiVersion, layout: Layout, annotator: Annotator) -> ClientModuleView:
    """The module with the sync and the async client of a version."""
    package = layout.project.package
    module = layout.client(version.name)
    own = [class_name(package.client, is_async) for is_async in SYNC_AND_ASYNC]
    attributes = [
        layout.names.resources[version.name, (each.name,)].attribute for each in version.resources
    ]
    imports = Imports(module, defined=[*own, *attributes], shadowed=attributes)
    if version.resources:
        imports.name("typing", "TYPE_CHECKING")
    typing_imports = Imports(module, defined=[*own, *attributes, *CORE_NAMES])
    clients = tuple(
        _client(_Client(version, layout, annotator, imports, typing_imports, is_async))
        for is_async in SYNC_AND_ASYNC
    )
    settings = imports.name(layout.settings, "SETTINGS", otherwise="_")
    return ClientModuleView(
        docstring=docstring(f"The clients of {_title(version, layout)}."),
        imports=imports.lines(),
        typing_imports=typing_imports.lines("    "),
        product=literal(f"{package.distribution}/{layout.metadata.version}"),
        settings=settings,
        clients=clients,
    )


def used_schemes(version: ApiVersion) -> tuple[SecurityScheme, ...]:
    """One security scheme for each credential that an operation of this version asks for.

    Raises:
        SpecloomError: schemes of one credential put it in different places.
    """
    used = {
        name
        for resource in version.resources
        for operation in operations_of(resource)
        for alternative in operation.credentials
        for name in alternative
    }
    chosen: dict[str, SecurityScheme] = {}
    for each in version.security_schemes:
        if each.credential in used:
            other = chosen.setdefault(each.credential, each)
            if placement(other) != placement(each):
                raise SpecloomError.of(
                    "security-mismatch",
                    f"{other.name!r} and {each.name!r} put their credential in different places",
                    hint="give them arguments of their own under [security], or repair one by an overlay",
                    location=each.location,
                )
    return tuple(chosen.values())


def first_argument(version: ApiVersion, layout: Layout) -> str:
    """The one credential that the client cannot do without, empty where there is none or a choice."""
    names = {layout.names.security[each.credential] for each in used_schemes(version)}
    always = all(
        operation.credentials and all(operation.credentials)
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
        support=tuple(_support(client)),
        base_url=_base_url(client),
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
        schemes.setdefault(client.layout.names.security[each.credential], text)
    given = "A text, or a callable that gives one whenever a request is sent."
    variables = _environment(client)
    described = [
        (name, f"{text} {given}{_variable_note(variables.get(name))}")
        for name, text in schemes.items()
    ]
    described += [
        *variable_notes(client.version, client.variables()),
        *host_notes(client.version, client.host_variables()),
        ("base_url", _address_note(client)),
        ("options", "As ClientOptions has them: timeout, headers, retries, transport and others."),
    ]
    notes = [
        f"{subject} until {support.until.isoformat()}. {support.advice}"
        for version, support in _supported(client)
        for subject in ["Supported" if version == client.version.name else f"Its {version} calls"]
    ]
    return docstring(lead, *notes, entries("Args", described))


def _variable_note(variable: str | None) -> str:
    return f" By default what the environment variable {variable} has." if variable else ""


def _address_note(client: _Client) -> str:
    version = client.version
    if version.hosts:
        return hosts_note(version)
    return f"{server_note(version)}{_variable_note(_environment(client).get('base_url'))}"


def _supported(client: _Client) -> Iterator[tuple[str, Support]]:
    """The support of the client's version, and of those that are joined to it."""
    project = client.layout.project
    for version, support in project.support.items():
        if project.joined.get(version, version) == client.version.name:
            yield version, support


def _support(client: _Client) -> Iterator[str]:
    """The calls that warn where a version's support has ended, by the project's dates."""
    for version, support in _supported(client):
        day = client.imports.name("datetime", "date", otherwise="_")
        warn = client.core("support", "warn_after")
        until = f"{day}({support.until.year}, {support.until.month}, {support.until.day})"
        yield f"{warn}({until}, version={literal(version)}, advice={literal(support.advice)})"


def _arguments(client: _Client) -> list[str]:
    first = first_argument(client.version, client.layout)
    credentials = _credentials(client)
    if first:
        is_optional = first in _environment(client)
        texts = [f"{first}: {credentials[first]}{' | None = None' if is_optional else ''}", "*"]
    else:
        texts = ["*", *(f"{name}: {kind} | None = None" for name, kind in credentials.items())]
    base_url = usual_url(client.version)
    text = client.imports.builtin("str")
    texts += _variables(client)
    if client.version.hosts:
        mapping = client.imports.name("collections.abc", "Mapping", otherwise="_")
        default = " | None = None" if knows_hosts(client.version) else ""
        texts.append(f"base_url: {text} | {mapping}[{text}, {text}]{default}")
    elif "base_url" in _environment(client):
        texts.append(f"base_url: {text} | None = None")
    else:
        texts.append(f"base_url: {text} = {literal(base_url)}" if base_url else f"base_url: {text}")
    unpack = client.imports.name("typing", "Unpack", otherwise="_")
    options = client.core("client", class_name("ClientOptions", client.is_async))
    return [*texts, f"**options: {unpack}[{options}]"]


def _environment(client: _Client) -> Mapping[str, str]:
    """The environment variables for arguments that are left out."""
    return client.layout.project.environment


def _credentials(client: _Client) -> dict[str, str]:
    """The annotation of each credential, by its argument; a user name goes with a password."""
    schemes: dict[str, list[SecurityScheme]] = {}
    for each in used_schemes(client.version):
        schemes.setdefault(client.layout.names.security[each.credential], []).append(each)
    annotations: dict[str, str] = {}
    for name, members in schemes.items():
        kind = client.core("client", "AsyncCredential" if client.is_async else "Credential")
        is_basic = any(each.scheme == "basic" for each in members)
        annotations[name] = (
            f"{client.imports.builtin('tuple')}[{client.imports.builtin('str')}, {kind}]"
            if is_basic
            else kind
        )
    return annotations


def _variables(client: _Client) -> list[str]:
    """The arguments for what is left open in the address of the server."""
    server = usual_server(client.version)
    named = [(client.variables()[each.name], each) for each in (server.variables if server else ())]
    named += [
        (client.host_variables()[host.name, each.name], each)
        for host in client.version.hosts
        for each in host.server.variables
    ]
    kind = client.imports.builtin("str")
    return [
        f"{name}: {kind}" + (f" = {literal(each.default)}" if each.default else "")
        for name, each in named
    ]


def _base_url(client: _Client) -> str:
    """The base URL that a client hands on: the argument, its variables filled."""
    if client.version.hosts:
        filled = ""
        if client.host_variables():
            filled = client.core("servers", "filled")
        hosts = hosts_text(client.version, filled, client.host_variables())
        return f"{client.core('servers', 'addresses')}(base_url, {hosts})"
    base_url = "base_url"
    variable = _environment(client).get("base_url")
    if variable is not None:
        address = client.core("environment", "address")
        default = literal(usual_url(client.version))
        base_url = f"{address}(base_url, {literal(variable)}, {default})"
    names = client.variables()
    if not names:
        return base_url
    chosen = ", ".join(f"{literal(wire)}: {name}" for wire, name in names.items())
    return f"{client.core('servers', 'filled')}({base_url}, {{{chosen}}})"


def _security(client: _Client) -> list[str]:
    optional = not first_argument(client.version, client.layout)
    texts: list[str] = []
    for scheme in used_schemes(client.version):
        name = client.layout.names.security[scheme.credential]
        value = _scheme(scheme, name, client, optional=optional)
        if scheme.scheme == "basic" and optional:
            texts.append(
                f"**({{{literal(scheme.credential)}: {value}}} if {name} is not None else {{}})"
            )
        else:
            texts.append(f"{literal(scheme.credential)}: {value}")
    return texts


def _scheme(scheme: SecurityScheme, argument: str, client: _Client, *, optional: bool) -> str:
    check = "optional_credential" if optional else "required_credential"
    variable = _environment(client).get(argument)
    if variable is None:
        argument = f"{client.core('security', check)}({literal(argument)}, {argument})"
    else:
        given = client.core("environment", check)
        argument = f"{given}({literal(argument)}, {argument}, {literal(variable)})"
    if scheme.type in BEARER_TYPES or (scheme.type == "http" and scheme.scheme == "bearer"):
        return f"{client.core('security', 'Bearer')}({argument})"
    if scheme.type == "http" and scheme.scheme == "basic":
        return f"{client.core('security', 'Basic')}(*{argument})"
    if scheme.type == "apiKey" and scheme.place and scheme.parameter:
        api_key = client.core("security", "ApiKey")
        return f"{api_key}({literal(scheme.parameter)}, {literal(scheme.place)}, {argument})"
    if scheme.type == "http" and scheme.scheme:
        return f"{client.core('http_scheme', 'HttpScheme')}({literal(scheme.scheme)}, {argument})"
    raise SpecloomError.of(
        "unsupported-security",
        f"the security scheme {scheme.name!r} of type {scheme.type!r} is not supported yet",
        hint="use http, apiKey, oauth2 or openIdConnect; an overlay can repair it",
        location=scheme.location,
    )


def _attribute(resource: Resource, client: _Client) -> AttributeView:
    local, line = _imported(resource, client)
    return AttributeView(
        decorator=client.imports.name("functools", "cached_property", otherwise="_"),
        name=client.layout.names.resources[client.version.name, (resource.name,)].attribute,
        class_name=local,
        docstring=resource_summary(resource),
        import_line=line,
        value=f"{local}(self)",
    )


def _imported(resource: Resource, client: _Client) -> tuple[str, str]:
    """The local name of the class of a resource, and the statement that imports it."""
    key = (client.version.name, (resource.name,))
    module = client.layout.resource(key)
    name = class_name(client.layout.names.resources[key].class_name, client.is_async)
    local = client.typing_imports.name(module, name, otherwise="Resource")
    return local, import_line(module, name, local)


def _open_resource(resource: Resource, client: _Client) -> OpenResourceView:
    key = (client.version.name, (resource.name,))
    names = client.layout.names.resources[key]
    local, line = _imported(resource, client)
    client.core("lazy", "expand")
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
        import_line=line,
        roots=tuple(literal(encoded_path(root)) for root in resource.roots),
        values=f"{{{values}}}",
    )
