"""Group models into modules."""

from __future__ import annotations

from specloom.diagnostics import Location
from specloom.ir import ObjectSchema, SchemaId
from specloom.python.layout.model_groups import FEW_MODELS, FEWEST_MODELS, group_models


def test_resources_with_few_models_share_a_module() -> None:
    counts = {"cats": FEWEST_MODELS, "dogs": FEW_MODELS, "owners": FEW_MODELS + 1, "toys": 1}
    users = {
        SchemaId(f"{name}{number}"): frozenset({(name,)})
        for name, count in counts.items()
        for number in range(count)
    }
    nowhere = Location("api.yaml")
    schemas = {key: ObjectSchema(key, (key,), (), nowhere) for key in users}
    groups = group_models(users, users, schemas)
    found = {key.rstrip("0123456789"): group for key, group in groups.items()}
    assert found == {"cats": "several", "dogs": "several", "owners": "owners", "toys": "shared"}
    alone = {key: words for key, words in users.items() if not key.startswith("dogs")}
    assert group_models(alone, alone, schemas)[SchemaId("cats0")] == "cats"
