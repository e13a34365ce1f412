"""Test OAuth as documents describe it, and the class for it in a package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import generate

from tests.generate.support import HEAD, Package, importable, made_of, project_of

PATHS = """\
paths:
  /things:
    get:
      security: [{o: []}]
      responses: {"204": {description: Done.}}
"""


def document(scheme: str, servers: str = "") -> str:
    return f"{HEAD}{servers}{PATHS}components:\n  securitySchemes:\n    o: {scheme}\n"


@contextmanager
def generated(text: str, folder: Path, name: str) -> Iterator[Package]:
    package = made_of(project_of(text, folder, name))
    with importable(package.folder, name):
        yield package


def test_the_flow_of_a_document_becomes_a_class(tmp_path: Path) -> None:
    scheme = """{type: oauth2, x-specloom-oauth: {clientAuthentication: basic, revocationUrl: /revoke},
      flows: {
        clientCredentials: {tokenUrl: "https://b.example/t", scopes: {}},
        authorizationCode: {
          authorizationUrl: "https://a.example/?a='\\"{{", tokenUrl: /oauth/t,
          refreshUrl: "https://r.example", scopes: {}}}}"""
    servers = "servers: [{url: 'https://api.example/v2'}]\n"
    with generated(document(scheme, servers), tmp_path, "shop") as package:
        oauth = package.module().OAuth(client_id="1")
        flow = oauth.flow
        assert flow.authorization_url == "https://a.example/?a='\"{{"
        assert flow.token_url == "https://api.example/oauth/t"
        assert flow.refresh_url == "https://r.example"
        assert flow.revocation_url == "https://api.example/revoke"
        assert flow.client_authentication == "basic"
        assert oauth.user_agent == "shop/1"
        assert package.module().FileTokenStore


def test_without_a_server_the_addresses_need_a_base_url(tmp_path: Path) -> None:
    scheme = "{type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {}}}}"
    with generated(document(scheme), tmp_path, "shop") as package:
        made = package.module().OAuth
        with pytest.raises(ValueError, match="base_url"):
            made(client_id="1")
        assert made(client_id="1", base_url="https://x.example").flow.token_url == (
            "https://x.example/t"
        )


@pytest.mark.parametrize(
    "scheme",
    [
        "{type: http, scheme: bearer}",
        "{type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.example', scopes: {}}}}",
    ],
)
def test_without_a_flow_that_lasts_there_is_none(scheme: str, tmp_path: Path) -> None:
    with generated(document(scheme), tmp_path, "shop") as package:
        assert "OAuth" not in package.module().__all__
        assert not (package.folder / "shop" / "_oauth.py").exists()


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("x-specloom-oath: {}", "the extension 'x-specloom-oath' has no meaning here"),
        ("x-specloom-oauth: {revokeUrl: x}", "has no property 'revokeUrl'"),
        ("x-specloom-oauth: {clientAuthentication: jwt}", "unknown 'clientAuthentication' 'jwt'"),
    ],
)
def test_faults_of_the_extension(extension: str, message: str, tmp_path: Path) -> None:
    flows = "{authorizationCode: {authorizationUrl: /a, tokenUrl: /t, scopes: {}}}"
    text = document(f"{{type: oauth2, flows: {flows}, {extension}}}")
    with pytest.raises(SpecloomError) as caught:
        generate(project_of(text, tmp_path, "shop"))
    [diagnostic] = caught.value.diagnostics
    assert message in diagnostic.message and diagnostic.hint
