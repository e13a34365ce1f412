"""Forms: their fields and consent options are distinguished by their types."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hubspot_crm import AsyncMockTransport, MockTransport, json_response
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import AsyncHubSpot, HubSpot, models

from tests.package.test_families import run

USUAL = {
    "objectTypeId": "0-1",
    "name": "email",
    "label": "Email",
    "required": True,
    "hidden": False,
}
LIMITS = {"minAllowedDigits": 7, "maxAllowedDigits": 20}
CHOICE: dict[str, Any] = {"defaultValues": [], "options": []}
FIELDS = {
    "email": {"validation": {"blockedEmailDomains": [], "useDefaultBlockList": False}},
    "phone": {"validation": LIMITS, "useCountryCodeSelect": True},
    "mobile_phone": {"validation": LIMITS},
    "single_line_text": {},
    "multi_line_text": {},
    "number": {},
    "single_checkbox": {},
    "multiple_checkboxes": CHOICE,
    "dropdown": CHOICE,
    "radio": CHOICE,
    "datepicker": {},
    "file": {"allowMultipleFiles": False},
    "payment_link_radio": CHOICE,
}
TIME = "2026-04-01T09:00:00Z"


def form(**members: Any) -> dict[str, Any]:
    """Return a form, as the API does."""
    configuration = {
        "language": "en",
        "postSubmitAction": {"type": "thank_you", "value": "Thank you."},
        "notifyRecipients": [],
        "lifecycleStages": [],
        "notifyContactOwner": False,
        "archivable": True,
        "cloneable": True,
        "editable": True,
        "recaptchaEnabled": False,
        "createNewContactForNewEmail": False,
        "prePopulateKnownValues": True,
        "allowLinkToResetKnownValues": False,
    }
    display = {"theme": "canvas", "renderRawHtml": True, "submitButtonText": "Send", "style": {}}
    return {
        "id": "f1",
        "name": "Newsletter",
        "formType": "hubspot",
        "archived": False,
        "createdAt": TIME,
        "updatedAt": TIME,
        "displayOptions": display,
        "configuration": configuration,
        "legalConsentOptions": {"type": "none"},
        "fieldGroups": [],
        **members,
    }


def group(*fields: dict[str, Any]) -> dict[str, Any]:
    return {"groupType": "default_group", "richTextType": "text", "fields": list(fields)}


def test_the_page_runs() -> None:
    crm = StandIn(seed=1)
    names = run(crm, "forms.md")
    assert names["form"].id
    created, updated = [each.request for each in crm.requests][-2:]
    sent = json.loads(created.content)
    assert sent["formType"] == "hubspot" and sent["legalConsentOptions"] == {"type": "none"}
    assert sent["fieldGroups"][0]["fields"][0]["fieldType"] == "email"
    assert updated.method == "PATCH" and list(json.loads(updated.content)) == ["fieldGroups"]
    assert json.loads(updated.content)["fieldGroups"][-1]["fields"][0]["fieldType"] == "dropdown"


def test_each_type_of_field_has_its_model() -> None:
    inner = {"fieldType": "number", **USUAL}
    condition = {"operator": "set_any", "values": ["a"]}
    dependent = [{"dependentCondition": condition, "dependentField": inner}]
    fields = [{"fieldType": kind, **USUAL, **own} for kind, own in FIELDS.items()]
    fields[0]["dependentFields"] = dependent
    body = form(fieldGroups=[group(*fields)])
    client = HubSpot("token", transport=MockTransport([json_response(body)]))
    [found] = client.forms.get("f1").field_groups
    assert [type(field).__name__ for field in found.fields] == [
        *("EmailField", "PhoneField", "MobilePhoneField", "SingleLineTextField"),
        *("MultiLineTextField", "NumberField", "SingleCheckboxField", "MultipleCheckboxesField"),
        *("DropdownField", "RadioField", "DatepickerField", "FileField", "PaymentLinkRadioField"),
    ]
    [shown] = found.fields[0].dependent_fields
    assert isinstance(shown.dependent_field, models.NumberField)
    assert shown.dependent_condition.values == ["a"]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ({"type": "none"}, "LegalConsentOptionsNone"),
        (
            {
                "type": "legitimate_interest",
                "lawfulBasis": "lead",
                "privacyText": "",
                "subscriptionTypeIds": [8],
            },
            "LegalConsentOptionsLegitimateInterest",
        ),
        (
            {
                "type": "explicit_consent_to_process",
                "communicationsCheckboxes": [],
                "privacyText": "",
            },
            "LegalConsentOptionsExplicitConsentToProcess",
        ),
        (
            {
                "type": "implicit_consent_to_process",
                "communicationsCheckboxes": [],
                "privacyText": "",
            },
            "LegalConsentOptionsImplicitConsentToProcess",
        ),
    ],
)
def test_each_type_of_consent_has_its_model(options: dict[str, Any], name: str) -> None:
    async def read() -> Any:
        transport = AsyncMockTransport([json_response(form(legalConsentOptions=options))])
        async with AsyncHubSpot("token", transport=transport) as client:
            return await client.forms.get("f1")

    assert type(asyncio.run(read()).legal_consent_options).__name__ == name


def test_an_unknown_type_of_field_is_kept() -> None:
    unknown = {"fieldType": "signature", **USUAL}
    body = form(fieldGroups=[group(unknown)])
    client = HubSpot("token", transport=MockTransport([json_response(body)]))
    [found] = client.forms.get("f1").field_groups
    assert [field.field_type for field in found.fields] == ["signature"]


def test_an_update_sends_what_is_given() -> None:
    transport = MockTransport([json_response(form())])
    consent = models.LegalConsentOptionsLegitimateInterest(
        lawful_basis="client", privacy_text="Private.", subscription_type_ids=[8]
    )
    HubSpot("token", transport=transport).forms.update("f1", legal_consent_options=consent)
    [request] = transport.requests
    assert request.method == "PATCH"
    assert json.loads(request.content) == {
        "legalConsentOptions": {
            "type": "legitimate_interest",
            "lawfulBasis": "client",
            "privacyText": "Private.",
            "subscriptionTypeIds": [8],
        }
    }
