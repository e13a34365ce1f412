# Written by hubspot_crm.typed_properties from the property definitions of an account.
# fmt: off
"""Typed records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Literal
from hubspot_crm import UnsetType
from hubspot_crm.typed_record import TypedRecord, prop


@dataclass(kw_only=True)
class Deal(TypedRecord):
    object_type: ClassVar[str] = "deals"

    amount: Decimal | None | UnsetType = prop("amount", "number")
    "amount"

    closed_on: date | None | UnsetType = prop("closed_on", "date")
    "closed_on"

    closedate: datetime | None | UnsetType = prop("closedate", "datetime")
    "closedate"

    createdate: datetime | None | UnsetType = prop("createdate", "datetime", read_only=True)
    "createdate"

    dealname: str | None | UnsetType = prop("dealname", "string")
    "dealname"

    hs_createdate: datetime | None | UnsetType = prop("hs_createdate", "datetime", read_only=True)
    "hs_createdate"

    hs_lastmodifieddate: datetime | None | UnsetType = prop("hs_lastmodifieddate", "datetime", read_only=True)
    "hs_lastmodifieddate"

    hs_object_id: str | None | UnsetType = prop("hs_object_id", "string", read_only=True)
    "hs_object_id"

    hs_timestamp: datetime | None | UnsetType = prop("hs_timestamp", "datetime")
    "hs_timestamp"

    outcome: Literal["lost", "won"] | str | None | UnsetType = prop("outcome", "enumeration")
    "outcome"
