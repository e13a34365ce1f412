"""Work with custom objects

A custom object type is selected by its full name or its type id. Its records have the same calls as all others.
"""

from hubspot_crm import HubSpot


def ensure_cars(client: HubSpot) -> str:
    """Define the type if it does not exist; return its type id."""
    for schema in client.schemas.list().results:
        if schema.name == "cars":
            return schema.object_type_id
    plate = {"name": "plate", "label": "Plate", "type": "string", "fieldType": "text"}
    return client.schemas.create(
        name="cars",
        labels={"singular": "Car", "plural": "Cars"},
        primary_display_property="plate",
        required_properties=["plate"],
        associated_objects=["CONTACT"],
        properties=[plate | {"hasUniqueValue": True}],
    ).object_type_id


def park(client: HubSpot, plates: list[str]) -> list[str]:
    """Create the cars that do not exist; return the ids of all."""
    outcome = client.custom_objects(ensure_cars(client)).batch.upsert(
        {"idProperty": "plate", "id": plate, "properties": {"plate": plate}} for plate in plates
    )
    outcome.raise_for_errors()
    return [car.id for car in outcome.results]
