"""Create a million tasks, and resume an interrupted run

Inputs are read when they are needed, so memory use stays low. The journal is a file that records what was sent and
answered. After a crash, Ctrl-C or a power failure, run the same program again: only missing tasks are sent. Tasks have
no unique property, so a task that was sent without a response stays `unknown` and is not sent again. The progress bar
appears in a terminal; elsewhere there are log lines.
"""

from collections.abc import Iterable, Iterator

from hubspot_crm import AsyncHubSpot, BatchOptions, HubSpot


def tasks(subjects: Iterable[str]) -> Iterator[dict[str, object]]:
    for subject in subjects:
        yield {"properties": {"hs_task_subject": subject, "hs_task_status": "NOT_STARTED"}}


def options(journal: str) -> BatchOptions:
    return BatchOptions(journal=journal, progress=True, keep_succeeded=False, concurrency=8)


def create_tasks(client: HubSpot, subjects: Iterable[str], journal: str) -> str:
    outcome = client.tasks.batch.create(tasks(subjects), batching=options(journal))
    for unclear in outcome.unknown:
        print(f"input {unclear.index} may have been made: {unclear.error}")
    return outcome.summary()


async def create_tasks_async(client: AsyncHubSpot, subjects: Iterable[str], journal: str) -> str:
    outcome = await client.tasks.batch.create(tasks(subjects), batching=options(journal))
    return outcome.summary()
