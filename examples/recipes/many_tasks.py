"""Create a million tasks, and go on where a run ended

Inputs are taken as they are needed, so memory stays small. The journal is a file that knows what was sent and answered:
run the same again after a crash, Ctrl-C or a power cut, and only what is missing is sent. Tasks have no key, so one
that was sent and never answered stays `unknown` and is not sent twice. In a terminal there is a bar, elsewhere lines
in the log.
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
