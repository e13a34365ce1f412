"""Create a million tasks, and resume an interrupted run

Inputs are read when they are needed, so memory use stays low. The journal is a file that records what was sent and
answered. After a crash, Ctrl-C or a power failure, run the same program again: only missing tasks are sent. Tasks have
no unique property, so a task that was sent without a response stays `unknown` and is not sent again. The progress bar
appears in a terminal; elsewhere there are log lines. An async client has the same call, with `await`.
"""

from collections.abc import Iterable

from hubspot_crm import BatchOptions, HubSpot


def create_tasks(client: HubSpot, subjects: Iterable[str], journal: str) -> str:
    outcome = client.tasks.batch.create(
        ({"properties": {"hs_task_subject": subject}} for subject in subjects),
        batching=BatchOptions(journal=journal, progress=True, keep_succeeded=False, concurrency=8),
    )
    for unclear in outcome.unknown:
        print(f"input {unclear.index} may have been made: {unclear.error}")
    return outcome.summary()
