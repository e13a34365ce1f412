"""Plan `_oauth.py`, for the OAuth flow of the default version."""

from __future__ import annotations

from urllib.parse import urljoin

from msgspec.structs import fields

from specloom.ir import OAuthFlow, default_address
from specloom.python import code
from specloom.python.clients.credentials import used_schemes
from specloom.python.code.docstrings import docstring
from specloom.python.code.imports import Imports
from specloom.python.layout.layout import Layout
from specloom.python.operations.servers import default_url
from specloom.python.views import OAuthView


def plan_oauth(layout: Layout) -> OAuthView | None:
    """Plan the module of the `OAuth` class with this API's URLs. Return None if the API has no OAuth flow."""
    project = layout.project
    versions = {each.name: each for each in layout.interned.api.versions}
    version = versions[project.default_version]
    scheme = next((each for each in used_schemes(version) if each.flow), None)
    if scheme is None or scheme.flow is None:
        return None
    servers = {each.name: each.server for each in version.hosts}
    own = servers.get(scheme.owner)
    address = default_address(own) if own else default_url(version)
    imports = Imports(layout.oauth, defined=["OAuth"])
    base = imports.imported(layout.core("oauth"), "OAuth", otherwise="_")
    flow = imports.imported(layout.core("tokens"), "OAuthFlow", otherwise="_")
    preset = code.call(flow, **_values(scheme.flow, f"{address}/"))
    user_agent = f"{project.package.distribution}/{layout.metadata.version}"
    return OAuthView(
        docstring=docstring(f"OAuth of {project.package.distribution}."),
        imports=imports.block(),
        head=code.ClassHead("OAuth", (base,)),
        attributes=(
            code.Assign("__doc__", code.Name(f"{base.text}.__doc__")),
            code.Assign("preset", preset),
            code.Assign("user_agent", code.Constant(user_agent)),
        ),
    )


def _values(flow: OAuthFlow, base: str) -> dict[str, code.Expression]:
    """Return the arguments that describe the flow. Its URLs may be relative to the server."""
    values: dict[str, code.Expression] = {}
    for each in fields(flow):
        value: str | None = getattr(flow, each.name)
        if value is not None:
            resolved = urljoin(base, value) if each.name.endswith("_url") else value
            values[each.name] = code.Constant(resolved)
    return values
