"""Export contacts to a file

HubSpot writes the file. `download` waits until it is complete, and saves it: after an interruption there is no file, or
a complete one.
"""

from pathlib import Path

from hubspot_crm import HubSpot


def export_contacts(client: HubSpot, path: Path) -> None:
    task = client.exports.create(
        {
            "exportType": "VIEW",
            "exportName": "All contacts",
            "objectType": "CONTACT",
            "objectProperties": ["email", "city"],
            "format": "CSV",
            "language": "EN",
        }
    )
    client.exports.download(task.id, path, overwrite=True)
