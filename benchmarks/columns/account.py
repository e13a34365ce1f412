"""Serve an account with many contacts until standard input ends: python account.py RECORDS."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

KINDS = [
    *(("number", "number"),) * 15,
    *(("date", "date"),) * 8,
    *(("datetime", "date"),) * 7,
    *(("enumeration", "select"),) * 8,
    *(("enumeration", "checkbox"),) * 2,
    *(("bool", "booleancheckbox"),) * 3,
    *(("string", "text"),) * 7,
]
PROPERTIES = {f"{kind}_{number}": (kind, field) for number, (kind, field) in enumerate(KINDS)}
BEGIN = datetime(2020, 1, 1, tzinfo=UTC)


def value(kind: str, field: str, number: int) -> str:
    """Return the value of a property of one record; one in nine is empty."""
    if number % 9 == 0:
        return ""
    match kind:
        case "number":
            return f"{number * 7 % 100_003}.25"
        case "date":
            return (BEGIN + timedelta(days=number % 2000)).date().isoformat()
        case "datetime":
            moment = BEGIN + timedelta(seconds=number * 997 % 10**8, milliseconds=number % 1000)
            return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case "enumeration":
            return (
                "first;third" if field == "checkbox" else ("first", "second", "third")[number % 3]
            )
        case "bool":
            return ("true", "false")[number % 2]
        case _:
            return f"Text number {number % 5000}"


def main(records: int) -> None:
    from hubspot_crm.testing import StandIn

    crm = StandIn(seed=1)
    for name, (kind, field) in PROPERTIES.items():
        options = [{"value": each, "label": each} for each in ("first", "second", "third")]
        crm.define("contacts", name, kind, fieldType=field, options=options)
    for number in range(records):
        named = enumerate(PROPERTIES.items())
        crm.create("contacts", {name: value(*of, number + each) for each, (name, of) in named})
    with crm.serve() as url:
        print(url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]))
