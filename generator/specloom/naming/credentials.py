"""Name the arguments of a client for its credentials."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir import InternedApi, SecurityScheme
from specloom.naming import reserved
from specloom.naming.chooser import Chooser
from specloom.naming.scope import Scope
from specloom.naming.words import snake_case

_SCHEMES = "name a scheme of 'components/securitySchemes', or remove the entry"


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
                chooser.refuse_unused("unused-security", text, argument, _SCHEMES)
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
    _check_environment(chooser, credential_arguments(interned, arguments))
    return arguments


def credential_arguments(
    interned: InternedApi, arguments: Mapping[str, str]
) -> dict[str, SecurityScheme]:
    """Return the scheme of each argument that a client takes for a credential.

    A client takes no argument for a scheme that no operation requires.

    Args:
        interned: the API.
        arguments: the argument for each credential.
    """
    found: dict[str, SecurityScheme] = {}
    for version in interned.api.versions:
        required = {
            name
            for resource in version.resources
            for operation in resource.all_operations()
            for alternative in operation.credentials
            for name in alternative
        }
        for each in version.security_schemes:
            if each.credential in required:
                found.setdefault(arguments[each.credential], each)
    return found


def _check_environment(chooser: Chooser, arguments: Mapping[str, SecurityScheme]) -> None:
    """Check the environment variables in the project file.

    Only a credential that is one string and the base URL can have one.
    """
    known = ["base_url", *(name for name, each in arguments.items() if each.scheme != "basic")]
    for argument in chooser.project.environment:
        if argument not in known:
            text = (
                f"the argument {argument!r} is a user name and a password, not one string"
                if argument in arguments
                else f"the client has no string argument {argument!r}"
            )
            hint = f"remove the entry, or name one of: {', '.join(sorted(known))}"
            chooser.refuse_unused("unused-environment", text, argument, hint)
