"""Assign all Python names of an API in one pass, without changing the IR."""

from __future__ import annotations

from msgspec.structs import replace

from specloom.ir import InternedApi
from specloom.naming.chooser import Chooser
from specloom.naming.credentials import name_credentials
from specloom.naming.implementations import name_implementations
from specloom.naming.models import name_models
from specloom.naming.names import Names
from specloom.naming.operations import name_operations
from specloom.naming.resources import name_resources
from specloom.naming.shared_classes import find_owners, find_shared
from specloom.project.model import Project


def assign_names(interned: InternedApi, project: Project) -> Names:
    """Assign all names. Collisions are reported together.

    Raises:
        SpecloomError: two names are equal after conversion to a Python case, or a name in the project
            file is unused.
    """
    chooser = Chooser(project)
    schemas, properties = name_models(interned, chooser)
    operations = name_operations(interned, chooser)
    resources = name_resources(interned, chooser, operations)
    class_names = {key: each.class_name for key, each in resources.items()}
    owners = find_owners(interned, resources, project.methods)
    shared = find_shared(interned, owners)
    names = Names(
        schemas=schemas,
        properties=properties,
        resources=resources,
        owners=owners,
        shared=shared,
        implementations=name_implementations(
            interned, class_names, shared, word=project.mounts.shared
        ),
        operations=operations,
        security=name_credentials(interned, chooser),
        warnings=(),
    )
    chooser.refuse_unused_names()
    chooser.collector.raise_if_errors()
    return replace(names, warnings=chooser.collector.diagnostics)
