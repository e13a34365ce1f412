"""`diff` on two published versions of public APIs.

The expected changes of Okta's were compared with an independent comparison of the two JSON documents; those of Twilio's record
what `diff` reports.
"""

from __future__ import annotations

import pytest
from specloom.comparing.versions import compare_projects
from specloom.project.model import Project, plain_project

from tests.corpus.sources import Source, fetch

pytestmark = pytest.mark.whole

OKTA = ("@okta/openapi", "dist/spec.json", "2.12.0", "2.15.0")
CONVERSATIONS = (
    "@twilio/cli-core",
    "src/services/twilio-api/twilio_conversations_v1.json",
    "8.0.2",
    "9.0.0",
)


def project(name: str, package: str, path: str, version: str) -> Project:
    source = Source(name, package, version, (path,))
    fetch(source)
    return plain_project([source.folder / path], package="client", output=source.folder / "out")


def risky_and_counts(
    name: str, history: tuple[str, str, str, str]
) -> tuple[set[tuple[str, str]], dict[str, int]]:
    """Return the subjects and details of risky changes, and the number of changes of each level."""
    package, path, *versions = history
    old, new = (project(name, package, path, each) for each in versions)
    changes = compare_projects(old, new)
    labels = [each.level.label for each in changes]
    risky = {(each.subject, each.detail) for each in changes if each.level.label == "risky"}
    return risky, {label: labels.count(label) for label in ("breaking", "risky", "safe")}


def test_okta() -> None:
    risky, counts = risky_and_counts("okta", OKTA)
    assert risky == {
        ("DomainCertificateSourceType", "'OKTA_MANAGED'"),
        ("DomainValidationStatus", "'DOMAIN_TAKEN'"),
        ("DomainValidationStatus", "'FAILED_TO_VERIFY'"),
        ("SessionAuthenticationMethod", "'mca'"),
        ("SessionAuthenticationMethod", "'sc'"),
    }
    # Safe: 7 operations, 6 properties, 4 values that are sent, one argument, one model.
    assert counts == {"breaking": 0, "risky": 5, "safe": 19}


def test_conversations_of_twilio() -> None:
    risky, counts = risky_and_counts("twilio", CONVERSATIONS)
    assert {detail for _, detail in risky} == {"'initializing'", "'twilsock'"}
    assert counts == {"breaking": 0, "risky": 5, "safe": 0}
