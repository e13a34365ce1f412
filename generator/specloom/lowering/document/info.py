"""Lower the Info Object of a document, from which the metadata of a package is taken."""

from __future__ import annotations

from specloom.documents.document import Document, Node
from specloom.ir import Info
from specloom.lowering.common.texts import text


def lower_info(document: Document) -> Info:
    """Return the information in a document about the API as a whole."""
    root = document.root_node()
    info = root["info"]
    license_, contact = info.get("license"), info.get("contact")
    return Info(
        title=text(info, "title"),
        version=text(info, "version"),
        summary=text(info, "summary"),
        description=text(info, "description"),
        license_name=_text(license_, "name"),
        license_identifier=_text(license_, "identifier"),
        contact_name=_text(contact, "name"),
        contact_url=_text(contact, "url"),
        contact_email=_text(contact, "email"),
        terms_of_service=text(info, "termsOfService"),
        documentation=_text(root.get("externalDocs"), "url"),
    )


def _text(node: Node | None, name: str) -> str:
    return text(node, name) if node is not None and isinstance(node.value, dict) else ""
