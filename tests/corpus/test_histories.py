"""`diff` on two published versions of public APIs: Okta's, GitHub's and 52 of Twilio's.

The expected changes of Okta's, GitHub's and the six documents of Twilio below were checked line by line against the two JSON
documents. For all documents of Twilio, the number of changes of each kind is that of `independent`, which does not use specloom.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from specloom.comparing.changes import Change
from specloom.comparing.versions import compare_projects
from specloom.project.model import plain_project

from tests.corpus.independent import compared
from tests.corpus.sources import Source, fetch

pytestmark = pytest.mark.whole

OKTA = ("okta", "@okta/openapi", "dist/spec.json", "2.12.0", "2.15.0")
GITHUB = ("github", "@octokit/openapi", "generated/api.github.com.json", "23.0.0", "23.0.2")
TWILIO = ("twilio", "@twilio/cli-core", "src/services/twilio-api", "8.0.2", "9.0.0")

# The kinds of changes that are counted, as `independent` calls them.
KINDS = {
    "call added": "operation added",
    "call removed": "operation removed",
    "required argument added": "argument added",
    "optional argument added": "argument added",
    "argument removed": "argument removed",
    "property added": "property added",
    "property removed from responses": "property removed",
    "value added to responses": "value added",
    "value added to requests": "value added",
    "value removed from requests": "value removed",
    "value removed from responses": "value removed",
}
# Bodies in JSON, whose properties are arguments of the calls, while `independent` counts them as properties.
JSON_BODIES = {"content_v1", "iam_organizations", "messaging_v2", "numbers_v1"}

ANY = "map of anything or null is anything now"
WIDER = "map of anything is anything now"
CHECKED = {
    "conversations_v1": {
        "ConversationEnumState: value added to responses: 'initializing'",
        "ConversationWithParticipantsEnumState: value added to responses: 'initializing'",
        "ServiceBindingEnumBindingType: value added to responses: 'twilsock'",
        "ServiceConversationEnumState: value added to responses: 'initializing'",
        "ServiceConversationWithParticipantsEnumState: value added to responses: 'initializing'",
    },
    "flex_v2": {
        "ConductorFlowEnumFlowType: model removed",
        "ConductorFlowEnumName: model removed",
        "Instance: model added",
        "web_chats.create: optional argument added: identity",
    },
    "lookups_v1": {
        *(f"{name}: model added" for name in "LogDetails LogEntry LogEntryCount".split()),
        *(f"{name}: model added" for name in "LogListResponse Metadata PackageError".split()),
        f"PhoneNumber: property wider in responses: add_ons: {ANY}",
        f"PhoneNumber: property wider in responses: caller_name: {ANY}",
        f"PhoneNumber: property wider in responses: carrier: {ANY}",
    },
    "sync_v1": {
        f"Document: property wider in responses: data: {ANY}",
        f"SyncListItem: property wider in responses: data: {ANY}",
        f"SyncMapItem: property wider in responses: data: {ANY}",
        f"SyncStreamStreamMessage: property wider in responses: data: {ANY}",
        f"services.documents.create: argument wider: data: {WIDER}",
        f"services.documents.update: argument wider: data: {WIDER}",
        f"services.lists.items.create: argument wider: data: {WIDER}",
        f"services.lists.items.update: argument wider: data: {WIDER}",
        f"services.maps.items.create: argument wider: data: {WIDER}",
        f"services.maps.items.update: argument wider: data: {WIDER}",
        f"services.streams.messages.create: argument wider: data: {WIDER}",
    },
    "trunking_v1": {
        "PhoneNumber: property type changed: capabilities: "
        "map of anything or null is PhoneNumberCapabilities or null now",
        "PhoneNumberCapabilities: model added",
        "trunks.recording.update: success removed: 202 is 200 now",
    },
    "video_v1": {
        "RoomTranscriptionsEnumStatus: value removed from requests: 'created'",
        "RoomTranscriptionListResponse: property added: transcriptions",
        "RoomTranscriptionListResponse: property removed from responses: extensions",
        f"Composition: property wider in responses: video_layout: {ANY}",
        f"CompositionHook: property wider in responses: video_layout: {ANY}",
        f"Recording: property wider in responses: grouping_sids: {ANY}",
        f"RoomRecording: property wider in responses: grouping_sids: {ANY}",
        "RoomTranscriptions: property added: configuration",
        "RoomTranscriptions: property added: source_sid",
        "RoomTranscriptions: property removed from responses: identity",
        f"composition_hooks.create: argument wider: video_layout: {WIDER}",
        f"composition_hooks.update: argument wider: video_layout: {WIDER}",
        f"compositions.create: argument wider: video_layout: {WIDER}",
        f"rooms.create: argument wider: recording_rules: {WIDER}",
        f"rooms.participants.subscribe_rules.create: argument wider: rules: {WIDER}",
        f"rooms.recording_rules.create: argument wider: rules: {WIDER}",
        "rooms.transcriptions.update: optional argument added: configuration",
    },
}


def versions(history: tuple[str, str, str, str, str]) -> tuple[Path, Path]:
    """The paths of both versions, fetched if they are not there yet."""
    name, package, path, *numbers = history
    sources = [Source(name, package, number, (path,)) for number in numbers]
    for each in sources:
        fetch(each)
    old, new = (each.folder / path for each in sources)
    return old, new


def changes_of(old: Path, new: Path) -> tuple[Change, ...]:
    before, after = (plain_project([each], package="client", output=Path()) for each in (old, new))
    return compare_projects(before, after)


def test_okta() -> None:
    changes = changes_of(*versions(OKTA))
    labels = Counter(each.level.label for each in changes)
    risky = {(each.subject, each.detail) for each in changes if each.level.label == "risky"}
    assert risky == {
        ("DomainCertificateSourceType", "'OKTA_MANAGED'"),
        ("DomainValidationStatus", "'DOMAIN_TAKEN'"),
        ("DomainValidationStatus", "'FAILED_TO_VERIFY'"),
        ("SessionAuthenticationMethod", "'mca'"),
        ("SessionAuthenticationMethod", "'sc'"),
    }
    # Safe: 7 operations, 6 properties, 4 values that are sent, one argument, one model.
    assert labels == {"risky": 5, "safe": 19}


def test_github() -> None:
    # The only difference but the version: GET /repos/{owner}/{repo}/contents/{path} has no requestBody any more.
    assert {str(each) for each in changes_of(*versions(GITHUB))} == {
        "repos.contents.get: argument removed: body",
        "repos.contents.get: body removed",
    }


@pytest.mark.parametrize("name", sorted(CHECKED))
def test_documents_of_twilio_line_by_line(name: str) -> None:
    old, new = versions(TWILIO)
    file = f"twilio_{name}.json"
    assert {str(each) for each in changes_of(old / file, new / file)} == CHECKED[name]


def test_all_documents_of_twilio_beside_an_independent_comparison() -> None:
    old, new = versions(TWILIO)
    count = 0
    for path in sorted(new.glob("*.json")):
        before = old / path.name
        name = path.stem.removeprefix("twilio_")
        if not before.exists() or before.read_bytes() == path.read_bytes() or name in JSON_BODIES:
            continue
        found = Counter(KINDS.get(each.kind, "") for each in changes_of(before, path))
        del found[""]
        assert found == compared(before, path), name
        count += 1
    assert count == 48
