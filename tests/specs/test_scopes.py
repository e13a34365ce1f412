"""Test which OAuth scopes the operations of the documents require, and in which combination."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from specs.authoring.__main__ import main
from tests.specs.authored import replace, specs, write

__all__ = ["specs"]

VERSIONS = ("v3", "2025-09", "2026-03", "2026-09")
Alternatives = Callable[[str, str, str], list[list[str]]]


@pytest.fixture
def alternatives(published: Any) -> Alternatives:
    """Return a function for the groups of scopes of an operation; one group suffices."""

    def groups(document: str, method: str, ending: str) -> list[list[str]]:
        for path, item in published[document]["paths"].items():
            if path.endswith(ending) and method in item:
                security = item[method]["security"]
                by_scheme = {
                    scheme: [sorted(each[scheme]) for each in security if scheme in each]
                    for each in security
                    for scheme in each
                }
                [found] = {str(one): one for one in by_scheme.values()}.values()
                return found
        raise AssertionError(f"{document} has no {method} {ending}")

    return groups


@pytest.mark.parametrize(
    ("subject", "read"),
    [
        ("line_items", ["crm.objects.line_items.read", "e-commerce"]),
        ("products", ["crm.objects.products.read", "e-commerce"]),
        ("quotes", ["crm.objects.quotes.read", "e-commerce"]),
        ("fees", ["crm.objects.line_items.read", "e-commerce"]),
        ("discounts", ["crm.objects.line_items.read", "e-commerce"]),
        ("emails", ["crm.objects.contacts.read", "sales-email-read"]),
        (
            "feedback_submissions",
            ["crm.objects.contacts.read", "crm.objects.feedback_submissions.read"],
        ),
    ],
)
def test_both_scopes_or_either(subject: str, read: list[str], alternatives: Alternatives) -> None:
    """Two scopes that are both required are one requirement; two that suffice alone are two."""
    for version in ("2025-09", "2026-09"):
        assert alternatives(f"{version}/{subject}", "post", "/search") == [read]
    for version in ("v3", "2026-03"):
        assert alternatives(f"{version}/{subject}", "post", "/search") == [[each] for each in read]


def test_one_requirement_object_has_both_scopes(published: Any) -> None:
    security = published["2026-09/products"]["paths"]["/crm/objects/2026-09/{objectType}"]["post"][
        "security"
    ]
    both = ["crm.objects.products.write", "e-commerce"]
    assert security == [
        {"oauth2": both},
        {"private_apps": both},
        {"private_apps_legacy": both},
    ]


def test_a_change_of_a_list_requires_two_scopes(alternatives: Alternatives) -> None:
    for version in VERSIONS:
        document = f"{version}/lists"
        assert alternatives(document, "put", "/update-list-name") == [
            ["cms.membership.access_groups.write", "crm.lists.read"],
            ["crm.lists.read", "crm.lists.write"],
        ]
        assert alternatives(document, "get", "/memberships") == [["crm.lists.read"]]


def test_reading_partner_records_requires_no_write_scope(alternatives: Alternatives) -> None:
    for version in VERSIONS:
        for subject in ("partner-clients", "partner-services"):
            document = f"{version}/{subject.replace('-', '_')}"
            read = alternatives(document, "post", "/search")
            assert read == [[f"crm.objects.{subject}.read"]]


def test_contracts_state_no_scopes_in_two_versions(alternatives: Alternatives) -> None:
    for version in VERSIONS:
        stated = [] if version in ("2025-09", "2026-09") else ["crm.objects.contracts.read"]
        assert alternatives(f"{version}/contracts", "get", "Id}") == [stated]


def test_any_scope_for_records_allows_associations(alternatives: Alternatives) -> None:
    ending = "/associations/{toObjectType}/{toObjectId}"
    for version in ("2025-09", "2026-03"):
        for subject in ("emails", "contacts"):
            document = f"{version}/{subject}"
            assert alternatives(document, "put", ending) == [[]]
            assert alternatives(document, "delete", ending) == [[]]
            default = "/associations/default/{toObjectType}/{toObjectId}"
            assert alternatives(document, "put", default) == [[]]
    assert alternatives("v3/appointments", "put", "/{associationType}") == [[]]
    assert alternatives("v3/partner_clients", "put", "/{associationType}") == [
        ["crm.objects.partner-clients.write"]
    ]


def test_the_limit_of_custom_object_types_names_its_scopes(alternatives: Alternatives) -> None:
    for version in VERSIONS:
        stated = alternatives(f"{version}/limits", "get", "/custom-object-types")
        assert len(stated) == 8
        assert ["crm.schemas.custom.read"] in stated
        assert alternatives(f"{version}/limits", "get", "/records") == [[]]


def test_versions_of_scopes_are_checked(specs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = "scopes: {read: [crm.objects.contacts.read], write: [crm.objects.contacts.write]}"
    replace(specs, "objects.yaml", old, old[:-1] + ', all_in: ["2026-08"]}')
    assert write(specs) == 1
    assert "unknown version `2026-08`" in capsys.readouterr().err


def test_all_in_joins_the_scopes_of_a_version(specs: Path) -> None:
    old = "scopes: {read: [crm.objects.contacts.read], write: [crm.objects.contacts.write]}"
    new = 'scopes: {read: [crm.objects.contacts.read, tickets], all_in: ["2026-09"], none_in: [v3]}'
    replace(specs, "objects.yaml", old, new)
    assert main(["--specs", str(specs)]) == 0
    requirements = {
        version: list(_oauth(specs / "documents" / version / "calls.json")) for version in VERSIONS
    }
    assert requirements["v3"] == [[]]
    assert requirements["2025-09"] == [["crm.objects.contacts.read"], ["tickets"]]
    assert requirements["2026-09"] == [["crm.objects.contacts.read", "tickets"]]


def _oauth(path: Path) -> Iterator[list[str]]:
    document = json.loads(path.read_text("utf-8"))
    [search] = [item for path, item in document["paths"].items() if path.endswith("/search")]
    for each in search["post"]["security"]:
        if "oauth2" in each:
            yield each["oauth2"]
