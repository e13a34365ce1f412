"""Convert the constructor of a client: its credentials, environment variables and servers."""

from __future__ import annotations

from specloom.documents.document import Node
from specloom.initializing.findings import Findings
from specloom.initializing.settings import Settings, Update, at
from specloom.naming.words import snake_case

_CLIENT = {"default_env_prefix", "opts"}
_OPTION = {"type", "read_env", "auth", "nullable", "description"}


def take_client(root: Node, document: Node, settings: Settings, findings: Findings) -> None:
    """Convert the security schemes, the options of the client, and the environments."""
    _take_security(root, document, settings)
    client = root.get("client_settings")
    if client is not None and client.value is not None:
        findings.leave_others(client, _CLIENT, {})
        options = client.get("opts")
        for name, option in options.items() if options is not None else ():
            _take_option(name, option, settings, findings)
        prefix = client.text("default_env_prefix")
        if prefix:
            settings.environment["base_url"] = f"{prefix}_BASE_URL"
    _take_environments(root, document, settings, findings)


def _take_security(root: Node, document: Node, settings: Settings) -> None:
    schemes, requirements = root.get("security_schemes"), root.get("security")
    if schemes is not None and isinstance(schemes.value, dict) and schemes.value:
        components: Update = {"components": {"securitySchemes": {**schemes.value}}}
        settings.change("$", "The security schemes of the configuration.", components)
    if requirements is not None and isinstance(requirements.value, list):
        # An overlay appends to arrays, so the array of the document is removed first.
        if document.get("security") is not None:
            settings.change(at("security"), "The configuration has other security schemes.", None)
        settings.change(
            "$", "The security requirement of all operations.", {"security": requirements.value}
        )


def _take_option(name: str, option: Node, settings: Settings, findings: Findings) -> None:
    """Make an option that is a credential an argument. Other options are reported as not supported."""
    argument = snake_case(name)
    findings.leave_others(option, _OPTION, {})
    scheme = option.at(("auth", "security_scheme"))
    role = option.at(("auth", "role"))
    if scheme is None or not isinstance(scheme.value, str):
        findings.leave(
            option,
            f"the client option {name!r} is not a credential and is not converted",
            "pass a header as 'headers=', and a part of a path as an argument of the call",
        )
        return
    if role is not None and role.value in ("username", "password"):
        findings.leave(
            option,
            f"the client option {name!r} is only a part of a credential",
            "pass user name and password as one argument, a tuple",
        )
        return
    settings.security.setdefault(argument, []).append(scheme.value)
    variable = option.text("read_env")
    if variable:
        settings.environment[argument] = variable


def _take_environments(root: Node, document: Node, settings: Settings, findings: Findings) -> None:
    """Make the first environment the client's server. Others are reported with their URLs."""
    environments = root.get("environments")
    if environments is None or not isinstance(environments.value, dict):
        return
    urls = [(name, each) for name, each in environments.items() if isinstance(each.value, str)]
    first = document.at(("servers", "0", "url"))
    for number, (name, each) in enumerate(urls):
        if number:
            findings.leave(
                each,
                f"no client argument is set by the environment {name!r}",
                f"pass base_url={each.value!r}",
            )
        elif first is None or str(first.value).rstrip("/") != str(each.value).rstrip("/"):
            if document.get("servers") is not None:
                settings.change(at("servers"), "The configuration has another server.", None)
            servers: Update = {"servers": [{"url": each.value, "description": name}]}
            settings.change("$", "The server of the configuration.", servers)
