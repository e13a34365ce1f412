"""Find the credentials that the client of a version takes."""

from __future__ import annotations

from specloom.diagnostics import SpecloomError
from specloom.ir import ApiVersion, SecurityScheme
from specloom.lowering.document.hosts import placement
from specloom.project.model import Project
from specloom.python.layout.layout import Layout


def used_schemes(version: ApiVersion) -> tuple[SecurityScheme, ...]:
    """Return one security scheme for each credential that an operation of this version requires.

    Raises:
        SpecloomError: schemes with the same credential send it in different locations.
    """
    used = {
        name
        for resource in version.resources
        for operation in resource.all_operations()
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
                    f"{other.name!r} and {each.name!r} send their credential in different "
                    "locations",
                    hint="give each scheme its own argument under [security], or correct one "
                    "of them by an overlay",
                    location=each.location,
                )
    return tuple(chosen.values())


def first_argument(version: ApiVersion, layout: Layout) -> str:
    """Return the only credential if every operation requires it, otherwise an empty string."""
    names = {layout.names.security[each.credential] for each in used_schemes(version)}
    always = all(
        operation.credentials and all(operation.credentials)
        for resource in version.resources
        for operation in resource.all_operations()
    )
    return names.pop() if len(names) == 1 and always else ""


def variables_of(scheme: SecurityScheme, argument: str, project: Project) -> tuple[str, ...]:
    """Return the environment variables that have the credential of an argument.

    They are those of the project file, otherwise names that begin with the name of the client.
    """
    prefix = project.package.client.upper()
    if scheme.scheme == "basic":
        return f"{prefix}_USER", f"{prefix}_PASSWORD"
    return (project.environment.get(argument, f"{prefix}_{argument.upper()}"),)
