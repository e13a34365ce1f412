"""Batches of records for the stand-in."""

from __future__ import annotations

import json
from typing import Any

from hubspot_crm.testing import StandIn

from tests.package.test_stand_in_documents import send


def batch(crm: StandIn, what: str, inputs: list[Any], **members: Any) -> tuple[int, Any]:
    """Return the status and the body of a batch of contacts; the body None for none."""
    path = f"/crm/objects/2026-09/contacts/batch/{what}"
    answer = send(crm, "POST", path, {"inputs": inputs, **members})
    return answer.status, json.loads(answer.content) if answer.content else None
