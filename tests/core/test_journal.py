"""Test runs that end early, one of them by a real kill, and runs that resume them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hubspot_crm._core.batch.journal import Journal, JournalError, Mark
from hubspot_crm._core.batch.operation import BatchOperation, BatchOptions
from hubspot_crm._core.batch.outcome import Outcome
from hubspot_crm._core.errors import ApiTimeoutError
from hubspot_crm._resource import Resource

from tests.support.batch_server import CREATE, TRACE, UPDATE, Answer, BatchServer, answer, created
from tests.support.loopback import Loopback, RecordedRequest, json_answer

ROOT = Path(__file__).parents[2]


def run(
    server: BatchServer, operation: BatchOperation[Any], inputs: Any, journal: Path, **options: Any
) -> Outcome[Any, Any]:
    batching = BatchOptions(journal=journal, repeat_wait=0, concurrency=1, **options)
    with server.client() as client:
        return Resource(client)._batch(operation, inputs, batching=batching)


def names(count: int) -> list[dict[str, Any]]:
    return [{"name": f"n{number}"} for number in range(count)]


def all_well(inputs: list[Any]) -> Answer:
    return answer(created(inputs), 201)


def test_a_second_run_sends_only_what_did_not_succeed(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    first = BatchServer(lambda i: answer({}, 401) if i[0]["name"] == "n6" else all_well(i))
    outcome = run(first, CREATE, names(12), journal)
    assert outcome.succeeded_count == 6 and outcome.failed
    second = BatchServer(all_well)
    outcome = run(second, CREATE, names(12), journal)
    assert outcome.skipped == 6
    assert [each.index for each in outcome.succeeded] == list(range(6, 12))
    assert outcome.complete
    assert set(second.sent) == {f"n{number}" for number in range(6, 12)}
    third = BatchServer(all_well)
    assert run(third, CREATE, names(12), journal).skipped == 12 and third.requests == []


def test_what_was_sent_and_not_answered_is_named_and_not_sent_again(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    server = BatchServer(lambda i: ApiTimeoutError("late") if i[0]["name"] == "n0" else all_well(i))
    [sent] = [each.correlation_id for each in run(server, CREATE, names(1), journal).unknown]
    second = BatchServer(all_well)
    outcome = run(second, CREATE, names(4), journal)
    assert [(each.index, each.correlation_id) for each in outcome.unknown] == [(0, sent)]
    assert [each.index for each in outcome.succeeded] == [1, 2, 3]
    found = run(BatchServer(all_well), CREATE, names(4), journal, find=lambda _: [{"id": "7"}])
    assert found.results == [{"id": "7"}] and found.skipped == 3 and found.complete


def test_what_may_be_repeated_is_sent_again(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    late = BatchServer(lambda _: ApiTimeoutError("late"))
    run(late, UPDATE, [{"id": "1"}], journal, repeats=0)
    server = BatchServer(lambda i: answer({"results": i}))
    assert run(server, UPDATE, [{"id": "1"}], journal).complete
    assert server.sent == {"1": 1}


def test_other_inputs_and_other_calls_are_refused(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    run(BatchServer(all_well), CREATE, names(3), journal)
    with pytest.raises(JournalError, match="input 1 differs"):
        run(BatchServer(all_well), CREATE, [*names(1), {"name": "other"}], journal)
    with pytest.raises(JournalError, match="belongs to POST /create, not to POST /update"):
        run(BatchServer(all_well), UPDATE, names(1), journal)


def test_a_refused_input_may_be_given_corrected(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    run(BatchServer(lambda _: answer({}, 400)), CREATE, names(1), journal)
    outcome = run(BatchServer(all_well), CREATE, [{"name": "better"}], journal)
    assert outcome.complete and outcome.succeeded_count == 1


def test_a_torn_last_line_is_dropped_and_other_damage_is_reported(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    run(BatchServer(all_well), CREATE, names(3), journal)
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'{"sent":[3],"dig')
    outcome = run(BatchServer(all_well), CREATE, names(4), journal)
    assert (outcome.skipped, outcome.succeeded_count) == (3, 1)
    assert all(json.loads(line) for line in journal.read_bytes().splitlines())
    lines = whole.splitlines(keepends=True)
    for damage in (b"{}\n", b"[1]\n", b"x\n", b'{"sent":[1],"digests":[]}\n', b'{"gone":[1]}\n'):
        journal.write_bytes(lines[0] + damage + b"".join(lines[1:]))
        with pytest.raises(JournalError, match="line 2 of the journal .* is damaged"):
            run(BatchServer(all_well), CREATE, names(4), journal)


def test_every_beginning_of_a_journal_can_be_continued(tmp_path: Path) -> None:
    """Wherever a crash truncates the file, no success is forgotten."""
    journal = tmp_path / "run.jsonl"
    run(BatchServer(all_well), CREATE, names(7), journal)
    whole = journal.read_bytes()
    for length in range(0, len(whole), 7):
        journal.write_bytes(whole[:length])
        outcome = run(BatchServer(all_well), CREATE, names(7), journal)
        unknown = len(outcome.unknown)
        assert outcome.skipped + outcome.succeeded_count + unknown == 7 and unknown <= 3


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    held = Journal(journal, "POST /create", "a")
    with pytest.raises(JournalError, match="used by another run"):
        run(BatchServer(all_well), CREATE, names(1), journal)
    held.close()
    assert run(BatchServer(all_well), CREATE, names(1), journal).complete


def test_a_request_is_in_the_journal_before_it_is_sent(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    seen: list[list[int]] = []

    def respond(inputs: list[Any]) -> Answer:
        seen.append(json.loads(journal.read_bytes().splitlines()[-1])["sent"])
        return all_well(inputs)

    run(BatchServer(respond), CREATE, names(5), journal)
    assert seen == [[0, 1, 2], [3, 4]]


def test_marks_are_small(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", "x", "a")
    journal.sending(range(2), [2**64 - 1, 1])
    journal.settled(Mark.SUCCEEDED, [1])
    journal.close()
    again = Journal(tmp_path / "j", "x", "b")
    assert again.run == "a"
    marks = [again.mark(0, 2**64 - 1), again.mark(1, 1), again.mark(2, 9)]
    assert marks == [Mark.SENT, Mark.SUCCEEDED, Mark.UNSENT]
    again.close()


# --- real processes ----------------------------------------------------------------------------

SCRIPT = """
import sys
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.client import Client
from hubspot_crm._core.batch.outcome import outcome_of
from hubspot_crm._resource import Resource
from tests.support.batch_server import CREATE

url, journal, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
inputs = ({"name": f"n{number}"} for number in range(count))
client = Client(base_url=url, product="t/1", security={})
batching = BatchOptions(journal=journal, concurrency=2, grace=0.2)
print("begun", flush=True)
try:
    outcome = Resource(client)._batch(CREATE, inputs, batching=batching)
except KeyboardInterrupt as error:
    outcome = outcome_of(error)
    print("interrupted", flush=True)
groups = {name: [each.index for each in getattr(outcome, name)]
          for name in ("succeeded", "unsent", "unknown", "failed")}
import json
print(json.dumps(groups | {"skipped": outcome.skipped}), flush=True)
"""


def start(url: str, journal: Path, count: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'generated'}"}
    command = [sys.executable, "-c", SCRIPT, url, str(journal), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)


class Holding(Loopback):
    """Creates at once, but delays the responses after the first few until it is released."""

    def __init__(self, free: int) -> None:
        super().__init__(self.create)
        self.free, self.held, self.gone = free, Event(), Event()
        self.written: dict[str, int] = {}

    def create(self, request: RecordedRequest) -> Any:
        inputs = request.json()["inputs"]
        for each in inputs:
            self.written[each[TRACE]] = self.written.get(each[TRACE], 0) + 1
        if len(self.requests) > self.free and not self.gone.is_set():
            self.held.set()
            self.gone.wait(30)
        return json_answer(created(inputs), status=201)


def test_a_killed_run_is_continued_and_nothing_is_written_twice(tmp_path: Path) -> None:
    journal = tmp_path / "run.jsonl"
    with Holding(free=4) as server:
        process = start(server.url, journal, 60)
        assert server.held.wait(30)
        process.kill()
        process.communicate(timeout=30)
        server.gone.set()
        process = start(server.url, journal, 60)
        output, _ = process.communicate(timeout=60)
        groups = json.loads(output.splitlines()[-1])
        assert groups["skipped"] + len(groups["succeeded"]) + len(groups["unknown"]) == 60
        assert 3 <= len(groups["unknown"]) <= 6 + 3
        assert not groups["failed"] and not groups["unsent"]
        assert set(server.written.values()) == {1} and len(server.written) >= 60 - 6


def test_ctrl_c_leaves_what_was_answered_and_what_is_unknown(tmp_path: Path) -> None:
    with Holding(free=4) as server:
        process = start(server.url, tmp_path / "run.jsonl", 60)
        assert server.held.wait(30)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=30)
        server.gone.set()
        assert "interrupted" in output
        groups = json.loads(output.splitlines()[-1])
        done = len(groups["succeeded"]) + len(groups["unknown"]) + len(groups["unsent"])
        assert done < 60 and len(groups["succeeded"]) in (9, 12)
        assert 3 <= len(groups["unknown"]) <= 9 and not groups["failed"]
        sent = {f"{index}" for name in ("succeeded", "unknown") for index in groups[name]}
        assert {trace.rpartition("-")[2] for trace in server.written} == sent


ASYNC_SCRIPT = """
import asyncio
import sys
from hubspot_crm._core.batch.operation import BatchOptions
from hubspot_crm._core.client import AsyncClient
from hubspot_crm._core.batch.outcome import outcome_of
from hubspot_crm._resource import AsyncResource
from tests.support.batch_server import CREATE

async def run():
    inputs = [{"name": f"n{number}"} for number in range(60)]
    batching = BatchOptions(concurrency=1, grace=0.2)
    async with AsyncClient(base_url=sys.argv[1], product="t/1", security={}) as client:
        await AsyncResource(client)._batch(CREATE, inputs, batching=batching)

try:
    asyncio.run(run())
except KeyboardInterrupt as error:
    outcome = outcome_of(error)
    print(outcome.succeeded_count + len(outcome.unknown) + len(outcome.unsent), len(outcome.unknown))
"""


def test_ctrl_c_in_asyncio_leaves_the_outcome_too() -> None:
    with Holding(free=2) as server:
        environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'generated'}"}
        command = [sys.executable, "-c", ASYNC_SCRIPT, server.url]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert server.held.wait(30)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=30)
        server.gone.set()
    assert output.split() == ["60", "3"]


class TestAFileThatIsNoJournal:
    @pytest.mark.parametrize(
        "content",
        [
            b'[{"properties": {"email": "a@example.com"}}, {"important": "data"}]',
            b"name,email\nAda,ada@example.com\n",
            b"{",
            b"{}\n",
            b"\x89PNG\r\n\x1a\n\x00\x00",
            b"\0" * 100,
            b"one line without an end",
            b"\n",
        ],
        ids=lambda content: repr(content[:20]),
    )
    def test_is_refused_and_stays_as_it_was(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "inputs.json"
        path.write_bytes(content)
        server = BatchServer(all_well)
        if content == b"{":  # what a crash may leave of the first line: nothing was sent yet
            assert run(server, CREATE, names(1), path).complete
            return
        with pytest.raises(
            JournalError, match=r"is not a journal and was not changed.* does not exist yet"
        ):
            run(server, CREATE, names(1), path)
        assert path.read_bytes() == content and server.requests == []

    def test_that_is_empty_becomes_one(self, tmp_path: Path) -> None:
        path = tmp_path / "run.jsonl"
        path.touch()
        assert run(BatchServer(all_well), CREATE, names(1), path).complete

    def test_that_cannot_be_opened_is_refused(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "file").touch()
        for path, reason in (
            (tmp_path, "is not a regular file"),
            (tmp_path / "pipe", "is not a regular file"),
            (Path("/dev/null"), "is not a regular file"),
            (tmp_path / "absent" / "run.jsonl", "No such file"),
            (tmp_path / "file" / "run.jsonl", "Not a directory"),
            (tmp_path / "nul\0", "null byte"),
        ):
            with pytest.raises(JournalError, match=reason):
                run(BatchServer(all_well), CREATE, names(1), path)

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_that_may_not_be_read_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "run.jsonl"
        path.touch(mode=0o200)
        with pytest.raises(JournalError, match="cannot be opened: Permission denied"):
            run(BatchServer(all_well), CREATE, names(1), path)

    @pytest.mark.parametrize(
        ("damage", "message"),
        [
            (b"and then some words", "line 4 of the journal .* is damaged"),
            (b'{"sent":[1', None),
            (b"\0\0\0\0", None),
            (b'{"succeeded":[99999999999]}\n', "line 4 of the journal .* is damaged"),
            (b'{"succeeded":[-1]}\n', "line 4 of the journal .* is damaged"),
            (b'{"sent":[4000000000],"digests":[1]}\n', "line 4 of the journal .* is damaged"),
            (b'{"sent":[true],"digests":[1]}\n', "line 4 of the journal .* is damaged"),
            (b"[" * 100_000 + b"\n", "line 4 of the journal .* is damaged"),
            (b"\xff\xfe\n", "line 4 of the journal .* is damaged"),
        ],
        ids=lambda each: repr(each)[:30],
    )
    def test_damage_at_the_end(self, tmp_path: Path, damage: bytes, message: str | None) -> None:
        """A crash truncates the last line, or leaves zeros; nothing else is dropped."""
        path = tmp_path / "run.jsonl"
        run(BatchServer(all_well), CREATE, names(2), path)
        whole = path.read_bytes() + damage
        path.write_bytes(whole)
        if message is None:
            assert run(BatchServer(all_well), CREATE, names(2), path).skipped == 2
            return
        with pytest.raises(JournalError, match=message):
            run(BatchServer(all_well), CREATE, names(2), path)
        assert path.read_bytes() == whole

    def test_another_version_is_named(self, tmp_path: Path) -> None:
        path = tmp_path / "run.jsonl"
        path.write_text('{"journal":2,"operation":"POST /create","run":"a"}\n')
        with pytest.raises(JournalError, match="has version 2, but this package reads version 1"):
            run(BatchServer(all_well), CREATE, names(1), path)
