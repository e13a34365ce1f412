"""Name the arguments of a client for its credentials."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir import InternedApi, SecurityScheme
from specloom.naming import reserved
from specloom.naming.chooser import Chooser
from specloom.naming.scope import Scope
from specloom.naming.words import snake_case


def name_credentials(interned: InternedApi, chooser: Chooser) -> dict[str, str]:
    """Return the client's argument for each credential. The project file may use one for several."""
    versions = interned.api.versions
    schemes = [each for version in versions for each in version.security_schemes]
    declared = {each.credential: each for each in schemes}
    known = {each.name for each in schemes}
    known |= {f"{each.owner}: {each.name}" for each in schemes}
    for argument, names in chooser.project.security.items():
        for name in names:
            if name not in known:
                text = f"no document has the security scheme {name!r}"
                chooser.refuse_unused("unused-security", text, argument)
    scope = Scope(chooser.collector, "argument")
    arguments: dict[str, str] = {}
    for credential, scheme in declared.items():
        if credential in chooser.project.security:
            name = scope.take(credential, credential, scheme.location)
        else:
            derived = snake_case(credential)
            banned = reserved.CREDENTIALS
            name = chooser.take(scope, derived, credential, scheme.location, banned)
        arguments[credential] = name
    _check_environment(chooser, arguments, declared)
    return arguments


def _check_environment(
    chooser: Chooser, arguments: Mapping[str, str], declared: Mapping[str, SecurityScheme]
) -> None:
    """Check the environment variables in the project file.

    Only a credential that is one string and the base URL can have one.
    """
    known = {name for key, name in arguments.items() if declared[key].scheme != "basic"} | {
        "base_url"
    }
    for argument in chooser.project.environment:
        if argument not in known:
            text = f"the client has no string argument {argument!r}"
            chooser.refuse_unused("unused-environment", text, argument)
