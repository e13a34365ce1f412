"""Plan `_oauth.py`: the OAuth flow of the default version in, an `OAuthView` out."""

from __future__ import annotations

from urllib.parse import urljoin

from msgspec.structs import fields

from specloom.ir import OAuthFlow, default_address
from specloom.python.clients import used_schemes
from specloom.python.docstrings import docstring, literal
from specloom.python.imports import Imports
from specloom.python.layout import Layout
from specloom.python.servers import default_url
from specloom.python.views import OAuthView


def plan_oauth(layout: Layout) -> OAuthView | None:
    """The module of the `OAuth` class that knows this API's addresses; None where it has none."""
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
    return OAuthView(
        docstring=docstring(f"OAuth of {project.package.distribution}."),
        base=imports.name(layout.core("oauth"), "OAuth", otherwise="_"),
        flow=imports.name(layout.core("token_endpoint"), "OAuthFlow", otherwise="_"),
        values=tuple(_values(scheme.flow, f"{address}/")),
        user_agent=literal(f"{project.package.distribution}/{layout.metadata.version}"),
        imports=imports.lines(),
    )


def _values(flow: OAuthFlow, base: str) -> list[str]:
    """What the flow says, as arguments; addresses may be relative to the server."""
    values: list[str] = []
    for each in fields(flow):
        value: str | None = getattr(flow, each.name)
        if value is not None:
            text = urljoin(base, value) if each.name.endswith("_url") else value
            values.append(f"{each.name}={literal(text)}")
    return values
