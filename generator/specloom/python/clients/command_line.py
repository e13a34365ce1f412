"""Plan the module with the command line of a package."""

from __future__ import annotations

from specloom.python import code
from specloom.python.clients.credentials import used_schemes, variables_of
from specloom.python.layout.layout import Layout
from specloom.python.views import CommandLineView


def plan_command_line(layout: Layout) -> CommandLineView:
    """Plan the module. The program has the name of the distribution."""
    project = layout.project
    versions = sorted(
        layout.interned.api.versions, key=lambda each: each.name != project.default_version
    )
    credentials: dict[str, tuple[str, ...]] = {}
    for version in versions:
        for scheme in used_schemes(version):
            argument = layout.names.security[scheme.credential]
            if scheme.type != "mutualTLS":
                credentials.setdefault(argument, variables_of(scheme, argument, project))
    program = code.call(
        code.Name("Program"),
        code.Constant(project.package.distribution),
        code.Constant(project.package.client),
        code.constant({each.name: layout.version(each.name) for each in versions}),
        code.constant(credentials),
    )
    return CommandLineView(layout.imported_core, code.Assign("PROGRAM", program))
