"""Plan the module of the sync and the async client of a version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from specloom.diagnostics import SpecloomError
from specloom.ir import ApiVersion, Resource, SecurityScheme
from specloom.lowering.document.hosts import BEARER_TYPES
from specloom.project.behavior import Support
from specloom.python import code
from specloom.python.clients.credentials import first_argument, used_schemes
from specloom.python.clients.resources import (
    SYNC_AND_ASYNC,
    class_name,
    find_resource,
    resource_summary,
)
from specloom.python.code.docstrings import docstring, entries, sentence
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.models.annotations import Annotator
from specloom.python.operations.paths import encoded_path
from specloom.python.operations.servers import (
    host_arguments,
    host_notes,
    hosts_note,
    hosts_value,
    knows_hosts,
    server_note,
    usual_server,
    usual_url,
    variable_arguments,
    variable_notes,
)
from specloom.python.views import AttributeView, ClientModuleView, ClientView, OpenResourceView


class _Client(Struct, frozen=True):
    """A client that is being planned."""

    version: ApiVersion
    layout: Layout
    annotator: Annotator
    imports: Imports
    is_async: bool

    def variables(self) -> dict[str, str]:
        """Return the arguments for the variables of the server, by their wire names."""
        return variable_arguments(self.version, set(self.layout.names.security.values()))

    def host_variables(self) -> dict[tuple[str, str], str]:
        """Return the arguments for the variables of the documents' servers, by document and wire name."""
        return host_arguments(self.version, set(self.layout.names.security.values()))

    def core(self, module: str, name: str) -> code.Name:
        return self.imports.imported(self.layout.core(module), name, otherwise="_")


_STRING = "A string, or a callable that returns one for each request."
_PAIR = (
    "A tuple of a user name and a password. The password is a string, or a callable that returns "
    "one for each request."
)


def plan_clients(version: ApiVersion, layout: Layout, annotator: Annotator) -> ClientModuleView:
    """Plan the module with the sync and the async client of a version."""
    package = layout.project.package
    module = layout.client(version.name)
    own = [class_name(package.client, is_async) for is_async in SYNC_AND_ASYNC]
    named = [layout.names.resources[version.name, (each.name,)] for each in version.resources]
    attributes = [each.attribute for each in named]
    parameters = [name for each in named for name in each.parameters.values()]
    imports = Imports(module, defined=[*own, *attributes, *parameters], shadowed=attributes)
    clients = tuple(
        _client(_Client(version, layout, annotator, imports, is_async))
        for is_async in SYNC_AND_ASYNC
    )
    return ClientModuleView(
        docstring=docstring(f"The clients of {_title(version, layout)}."),
        imports=imports.block(),
        clients=clients,
    )


def _client(client: _Client) -> ClientView:
    version, layout = client.version, client.layout
    name = class_name(layout.project.package.client, client.is_async)
    base = client.core("client", class_name("Client", client.is_async))
    open_ones = [each for each in version.resources if each.parameters]
    return ClientView(
        name=name,
        head=code.ClassHead(name, (base,)),
        docstring=_docstring(client),
        init=code.FunctionHead("__init__", _parameters(client), code.Constant(None)),
        statements=(*_support(client), _initialized(client)),
        attributes=tuple(
            _attribute(each, client) for each in version.resources if not each.parameters
        ),
        open_resources=tuple(_open_resource(each, client) for each in open_ones),
    )


def _initialized(client: _Client) -> code.Evaluate:
    """Return the call of the base class's `__init__`."""
    layout = client.layout
    product = f"{layout.project.package.distribution}/{layout.metadata.version}"
    given: dict[str, code.Expression] = {
        "base_url": _base_url(client),
        "product": code.Constant(product),
        "security": code.Dict(tuple(_security(client))),
    }
    if layout.has_settings:
        given["settings"] = client.imports.imported(layout.settings, "SETTINGS", otherwise="_")
    keywords = (code.Keyword(name, value) for name, value in given.items())
    options = code.Unpack(code.Name("options"), stars=2)
    return code.Evaluate(code.call(code.Name("super().__init__"), *keywords, options))


def _title(version: ApiVersion, layout: Layout) -> str:
    name = layout.project.package.distribution
    return f"{name}, version {version.name}" if version.name else name


def _docstring(client: _Client) -> str:
    way = "An async" if client.is_async else "A"
    lead = f"{way} client of {_title(client.version, client.layout)}."
    schemes: dict[str, str] = {}
    for each in used_schemes(client.version):
        text = sentence(each.description) or "The credential."
        given = _PAIR if each.scheme == "basic" else _STRING
        schemes.setdefault(client.layout.names.security[each.credential], f"{text} {given}")
    variables = _environment(client)
    described = [
        (name, f"{text}{_variable_note(variables.get(name))}") for name, text in schemes.items()
    ]
    described += [
        *variable_notes(client.version, client.variables()),
        *host_notes(client.version, client.host_variables()),
        ("base_url", _address_note(client)),
        (
            "options",
            "Options of ClientOptions, for example timeout, headers, retries and transport.",
        ),
    ]
    notes = [
        f"{subject} until {support.until.isoformat()}. {support.advice}"
        for version, support in _supported(client)
        for subject in ["Supported" if version == client.version.name else f"Its {version} calls"]
    ]
    return docstring(lead, *notes, entries("Args", described))


def _variable_note(variable: str | None) -> str:
    return f" By default the value of the environment variable {variable}." if variable else ""


def _address_note(client: _Client) -> str:
    version = client.version
    if version.hosts:
        return hosts_note(version)
    return f"{server_note(version)}{_variable_note(_environment(client).get('base_url'))}"


def _supported(client: _Client) -> Iterator[tuple[str, Support]]:
    """Yield the support dates of the client's version, and of the versions that are joined to it."""
    project = client.layout.project
    for version, support in project.support.items():
        if project.joined.get(version, version) == client.version.name:
            yield version, support


def _support(client: _Client) -> Iterator[code.Evaluate]:
    """Yield the calls that warn when the support of a version has ended, by the dates in the project file."""
    for version, support in _supported(client):
        day = client.imports.imported("datetime", "date", otherwise="_")
        last = support.until
        until = code.call(day, *map(code.Constant, (last.year, last.month, last.day)))
        yield code.Evaluate(
            code.call(
                client.core("support", "warn_after"),
                until,
                version=code.Constant(version),
                advice=code.Constant(support.advice),
            )
        )


def _parameters(client: _Client) -> tuple[code.Parameter, ...]:
    """Return the parameters of a client's `__init__`."""
    first = first_argument(client.version, client.layout)
    none = code.Constant(None)
    found = [code.Parameter("self")]
    for name, kind in _credentials(client).items():
        if name in _environment(client):  # None is not an omitted argument
            kind = code.union([kind, client.core("environment", "UnsetType")])
            kind = kind if name == first else code.optional(kind)
            found.append(code.Parameter(name, kind, client.core("environment", "UNSET")))
        elif name == first:
            found.append(code.Parameter(name, kind))
        else:
            found.append(code.Parameter(name, code.optional(kind), none))
    found.insert(2 if first else 1, code.KEYWORD_ONLY)
    text = client.imports.builtin_name("str")
    found += _variables(client)
    base_url = usual_url(client.version)
    if client.version.hosts:
        mapping = client.imports.imported("collections.abc", "Mapping", otherwise="_")
        addresses = code.union([text, code.Subscript(mapping, (text, text))])
        if knows_hosts(client.version):
            found.append(code.Parameter("base_url", code.optional(addresses), none))
        else:
            found.append(code.Parameter("base_url", addresses))
    elif "base_url" in _environment(client):
        found.append(code.Parameter("base_url", code.optional(text), none))
    else:
        default = code.Constant(base_url) if base_url else None
        found.append(code.Parameter("base_url", text, default))
    unpack = client.imports.imported("typing", "Unpack", otherwise="_")
    options = client.core("client", class_name("ClientOptions", client.is_async))
    return (*found, code.Parameter("**options", code.Subscript(unpack, (options,))))


def _environment(client: _Client) -> Mapping[str, str]:
    """Return the environment variables whose values replace omitted arguments."""
    return client.layout.project.environment


def _credentials(client: _Client) -> dict[str, code.Expression]:
    """Return the annotation of each credential, by its argument.

    HTTP Basic credentials are pairs of a user name and a password.
    """
    schemes: dict[str, list[SecurityScheme]] = {}
    for each in used_schemes(client.version):
        schemes.setdefault(client.layout.names.security[each.credential], []).append(each)
    annotations: dict[str, code.Expression] = {}
    for name, members in schemes.items():
        kind = client.core("client", "AsyncCredential" if client.is_async else "Credential")
        annotations[name] = kind
        if any(each.scheme == "basic" for each in members):
            pair = client.imports.builtin_name("tuple")
            annotations[name] = code.Subscript(pair, (client.imports.builtin_name("str"), kind))
    return annotations


def _variables(client: _Client) -> list[code.Parameter]:
    """Return the arguments for the variables of the server's URL."""
    server = usual_server(client.version)
    named = [(client.variables()[each.name], each) for each in (server.variables if server else ())]
    named += [
        (client.host_variables()[host.name, each.name], each)
        for host in client.version.hosts
        for each in host.server.variables
    ]
    kind = client.imports.builtin_name("str")
    return [
        code.Parameter(name, kind, code.Constant(each.default) if each.default else None)
        for name, each in named
    ]


def _base_url(client: _Client) -> code.Expression:
    """Return the base URL: the argument, with the server variables filled in."""
    base_url: code.Expression = code.Name("base_url")
    if client.version.hosts:
        filled = client.core("servers", "filled") if client.host_variables() else None
        hosts = hosts_value(client.version, filled, client.host_variables())
        return code.call(client.core("servers", "addresses"), base_url, hosts)
    variable = _environment(client).get("base_url")
    if variable is not None:
        address = client.core("environment", "address")
        default = code.Constant(usual_url(client.version))
        base_url = code.call(address, base_url, code.Constant(variable), default)
    names = client.variables()
    if not names:
        return base_url
    chosen = code.Dict(
        tuple((code.Constant(wire), code.Name(name)) for wire, name in names.items())
    )
    return code.call(client.core("servers", "filled"), base_url, chosen)


def _security(client: _Client) -> Iterator[tuple[code.Expression | None, code.Expression]]:
    """Yield the credentials by their names, as entries of a dictionary."""
    optional = not first_argument(client.version, client.layout)
    for scheme in used_schemes(client.version):
        name = client.layout.names.security[scheme.credential]
        value = _scheme(scheme, name, client, optional=optional)
        key = code.Constant(scheme.credential)
        if scheme.scheme == "basic" and optional:
            is_given = code.Compare(code.Name(name), "is not", code.Constant(None))
            yield None, code.Conditional(code.Dict(((key, value),)), is_given, code.Dict(()))
        else:
            yield key, value


def _scheme(
    scheme: SecurityScheme, argument: str, client: _Client, *, optional: bool
) -> code.Expression:
    check = "optional_credential" if optional else "required_credential"
    variable = _environment(client).get(argument)
    given: list[code.Expression] = [code.Constant(argument), code.Name(argument)]
    given += [] if variable is None else [code.Constant(variable)]
    home = "security" if variable is None else "environment"
    checked = code.call(client.core(home, check), *given)
    if scheme.type in BEARER_TYPES or (scheme.type == "http" and scheme.scheme == "bearer"):
        return code.call(client.core("security", "Bearer"), checked)
    if scheme.type == "http" and scheme.scheme == "basic":
        return code.call(client.core("security", "Basic"), code.Unpack(checked))
    if scheme.type == "apiKey" and scheme.place and scheme.parameter:
        where = (code.Constant(scheme.parameter), code.Constant(scheme.place))
        return code.call(client.core("api_key", "ApiKey"), *where, checked)
    if scheme.type == "http" and scheme.scheme:
        kind = client.core("http_scheme", "HttpScheme")
        return code.call(kind, code.Constant(scheme.scheme), checked)
    raise SpecloomError.of(
        "unsupported-security",
        f"the security scheme {scheme.name!r} has the unsupported type {scheme.type!r}",
        hint="use http, apiKey, oauth2 or openIdConnect; an overlay can correct the document",
        location=scheme.location,
    )


def _attribute(resource: Resource, client: _Client) -> AttributeView:
    kind = _resource_class(resource, client)
    key = (client.version.name, (resource.name,))
    name = client.layout.names.resources[key].attribute
    owner = find_resource(client.layout, *client.layout.names.owners[key])
    arguments: list[code.Expression] = [code.Name("self")]
    if owner.roots != resource.roots:
        arguments.append(code.constant(tuple(map(encoded_path, resource.roots))))
    return AttributeView(
        decorator=client.imports.name("functools", "cached_property", otherwise="_"),
        name=name,
        head=code.FunctionHead(name, (code.Parameter("self"),), kind),
        docstring=_summary(resource, client),
        import_line=None,
        statement=code.Return(code.call(kind, *arguments)),
    )


def _summary(resource: Resource, client: _Client) -> str:
    """Return the docstring of the attribute for a resource.

    It repeats that of the class of the resource, for editors. Only the default version has it, because
    clients of several versions would repeat it again.
    """
    is_default = client.version.name == client.layout.project.default_version
    return resource_summary(resource) if is_default else ""


def _resource_class(resource: Resource, client: _Client) -> code.Name:
    """Return the class of a resource, which the package of resources imports when it is first accessed."""
    package, _, name = client.layout.resources(client.version.name).rpartition(".")
    names = client.layout.names.resources[client.version.name, (resource.name,)]
    local = client.imports.name(package, name, otherwise="_")
    return code.Name(f"{local}.{class_name(names.class_name, client.is_async)}")


def _open_resource(resource: Resource, client: _Client) -> OpenResourceView:
    key = (client.version.name, (resource.name,))
    names = client.layout.names.resources[key]
    kind = _resource_class(resource, client)
    expand = client.core("lazy", "expand")
    parameters = tuple(
        code.Parameter(
            names.parameters[each.wire_name],
            client.annotator.input_type(each.type, client.imports),
        )
        for each in resource.parameters
    )
    values = code.Dict(
        tuple(
            (code.Constant(each.wire_name), code.Name(names.parameters[each.wire_name]))
            for each in resource.parameters
        )
    )
    roots = code.Tuple(
        tuple(
            code.call(expand, code.Constant(encoded_path(root)), values) for root in resource.roots
        )
    )
    return OpenResourceView(
        name=names.attribute,
        head=code.FunctionHead(names.attribute, (code.Parameter("self"), *parameters), kind),
        docstring=_summary(resource, client),
        statement=code.Return(code.call(kind, code.Name("self"), roots)),
    )
