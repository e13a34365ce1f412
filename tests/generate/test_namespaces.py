"""Test that schemas in namespaces are named after their last part, with the part before it if two
collide."""

from __future__ import annotations

import json
from typing import Any

from tests.generate.conftest import Generated
from tests.support.loopback import Loopback

NAMES = {
    "io.k8s.api.core.v1.Pod": "Pod",
    "io.k8s.api.core.v1.Event": "Event",
    "io.k8s.api.events.v1.Event": "V1Event",
    "io.k8s.api.audit.v1.Event": "AuditV1Event",
    "Acme.Billing.Models.Invoice": "Invoice",
    "checkout.session": "CheckoutSession",
    "customer.subscription.created": "CustomerSubscriptionCreated",
    "Page.1.2": "Page12",
}


def document() -> str:
    def schema(number: int) -> dict[str, Any]:
        return {"type": "object", "properties": {f"property_{number}": {"type": "string"}}}

    paths = {
        f"/things/{number}x": {
            "get": {
                "responses": {
                    "200": {
                        "description": "d",
                        "content": {
                            "application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}
                        },
                    }
                }
            }
        }
        for number, name in enumerate(NAMES)
    }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "servers": [{"url": "http://localhost"}],
            "paths": paths,
            "components": {"schemas": {name: schema(i) for i, name in enumerate(NAMES)}},
        }
    )


def test_namespaces(generated: Generated, server: Loopback) -> None:
    made = generated(document())
    fields = {
        name: getattr(made.models, class_name).__struct_encode_fields__
        for name, class_name in NAMES.items()
    }
    assert fields == {name: (f"property_{number}",) for number, name in enumerate(NAMES)}
