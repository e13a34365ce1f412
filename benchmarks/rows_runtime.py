"""The rows about clients at run time: decode, encode, a batch, a GET; what importing and installing costs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measure import OURS, PEER, YARDSTICK, Case, Failed, Row, Sample, Words, run
from benchmarks.options import Options
from benchmarks.places import CLIENTS, ROOT, VENVS, WORK, python
from benchmarks.server import authorities, certificate, served

GENERATED = ROOT / "generated"


@dataclass(frozen=True, slots=True)
class Client:
    """A client: its module in `clients/`, the environment it runs in, and the folder of its
    package."""

    module: str
    title: str
    kind: str
    environment: str
    folder: Path | None = None


OPC, OGC = "openapi-python-client", "openapi-generator"
BY_HAND = Client("by_hand", "msgspec and httpx2, by hand", YARDSTICK, "hubspot-crm")
FLOOR = Client("floor", "http.client and json, untyped", YARDSTICK, "hubspot-crm")
DEFAULT = Client("ours", "hubspot-crm", OURS, "hubspot-crm", GENERATED)
PEERS = (
    Client("ogc", OGC, PEER, f"{OGC}-runtime", CLIENTS / OGC),
    Client("opc", OPC, PEER, f"{OPC}-runtime", CLIENTS / OPC),
    Client("hubspot_api_client", "hubspot-api-client", PEER, "hubspot-api-client"),
    Client("hubspot_sdk", "hubspot-sdk", PEER, "hubspot-sdk"),
)
TRANSPORTS = (
    Client("ours", "hubspot-crm, httpx2", OURS, "transports", GENERATED),
    Client("ours_pyreqwest", "hubspot-crm, pyreqwest", OURS, "transports", GENERATED),
    Client("ours_async", "hubspot-crm, httpx2, async", OURS, "transports", GENERATED),
    Client("ours_aiohttp", "hubspot-crm, aiohttp, async", OURS, "transports", GENERATED),
)


@contextmanager
def decode(options: Options) -> Generator[Row, None, None]:
    """The response to a batch of 100, from bytes to typed records."""
    certificate()
    clients = (DEFAULT, *PEERS, BY_HAND, FLOOR)
    title = "Decode an answer of 100 records to typed models"
    goal = "≤ 55 on the machine where bare msgspec takes 50, so ≤ 1.1 of the line by hand"
    yield Row("decode", title, "µs", _cases("decode", clients, "-", options), goal)


@contextmanager
def encode(options: Options) -> Generator[Row, None, None]:
    """100 inputs, from their properties to the bytes of the request."""
    certificate()
    clients = (DEFAULT, *PEERS, BY_HAND, FLOOR)
    title = "Build and encode 100 inputs"
    yield Row("encode", title, "µs", _cases("encode", clients, "-", options))


@contextmanager
def batch(options: Options) -> Generator[Row, None, None]:
    """A batch of 100 over loopback; the server is another process and does not count."""
    clients = (*TRANSPORTS, *PEERS, BY_HAND, FLOOR)
    goal = "≤ 400 on httpx2, ≤ 170 on pyreqwest"
    certificate()
    with served() as url:
        cases = _cases("batch", clients, url, options)
        yield Row("batch", "A batch of 100, typed in to typed out", "µs", cases, goal)


@contextmanager
def get(options: Options) -> Generator[Row, None, None]:
    """One GET with TLS through the attributes of an existing client."""
    clients = (*TRANSPORTS, *PEERS, BY_HAND, FLOOR)
    with served(tls=True) as url:
        cases = _cases("get", clients, url, options)
        title = "One GET through the attributes of a client, with TLS"
        yield Row("get", title, "µs", cases, "≤ 250")


def _cases(task: str, clients: Sequence[Client], url: str, options: Options) -> list[Case]:
    seconds = 0.3 if options.quick else 0.5
    return [
        Case(each.title, each.kind, partial(_worker, each, task, url, seconds)) for each in clients
    ]


def _worker(client: Client, task: str, url: str, seconds: float) -> Sample:
    command = worker_command(_interpreter(client), client, task, url, seconds)
    ran = run(command, environment(client))
    told = ran.told()
    if "wrong" in told:
        raise Failed(told["wrong"])
    return Sample(told["microseconds"], ran.memory)


def worker_command(
    interpreter: str | Path, client: Client, task: str, url: str, seconds: float
) -> Words:
    """Return the command that repeats a task of a client for so many seconds, and prints the
    microseconds of each repetition."""
    words = ["-m", "benchmarks.clients.worker", client.module, task, url, str(seconds)]
    return [interpreter, *words]


def environment(client: Client) -> dict[str, str]:
    """Return the environment variables with which the package of a client is found, and the
    server's certificate is trusted."""
    paths = [str(ROOT)] + ([str(client.folder)] if client.folder else [])
    trusted = authorities()  # not there before the set-up; without TLS, none are needed
    trust = {"SSL_CERT_FILE": str(trusted)} if trusted.exists() else {}
    return {"PYTHONPATH": ":".join(paths), **trust}


def _interpreter(client: Client) -> Path:
    if not python(client.environment).exists():
        raise Failed("not set up: make bench-setup")
    if client.folder is not None and not client.folder.is_dir():
        raise Failed("its client was not made: make bench-setup")
    return python(client.environment)


CONSTRUCT = {
    "ours": "from hubspot_crm import HubSpot; HubSpot('token', base_url={url!r})",
    "opc": "from tasks_api import AuthenticatedClient; "
    "AuthenticatedClient({url!r}, token='token').get_httpx_client()",
    "ogc": "import tasks_api; "
    "tasks_api.BasicApi(tasks_api.ApiClient(tasks_api.Configuration({url!r}, access_token='token')))",
    "hubspot_api_client": "from hubspot import HubSpot; "
    "HubSpot(access_token='token', host={url!r}).crm.objects.tasks.basic_api",
    "hubspot_sdk": "from hubspot_sdk import HubSpot; HubSpot(access_token='token', base_url={url!r})",
}
GET = "from benchmarks.clients.{module} import get; get({url!r})()"


@contextmanager
def imports(options: Options) -> Generator[Row, None, None]:
    """From a bare interpreter to a client, and to the end of a first GET with TLS."""
    certificate()
    clients = (DEFAULT, *PEERS)
    title = "Import to constructed client, over bare Python"
    url = "https://localhost:1"
    cases = [
        Case(each.title, each.kind, partial(_import, each, CONSTRUCT[each.module].format(url=url)))
        for each in clients
    ]
    openai = Client("openai", "openai", PEER, "openai")
    code = "from openai import OpenAI; OpenAI(api_key='key')"
    cases.append(Case("openai", YARDSTICK, partial(_import, openai, code)))
    yield Row("import", title, "ms", cases, "≤ 20")


@contextmanager
def first_call(options: Options) -> Generator[Row, None, None]:
    """From a bare interpreter to the end of a first GET with TLS."""
    clients = (DEFAULT, *TRANSPORTS[1:], *PEERS, BY_HAND, FLOOR)
    with served(tls=True) as url:
        cases = [
            Case(
                each.title,
                each.kind,
                partial(_import, each, GET.format(module=each.module, url=url)),
            )
            for each in clients
        ]
        title = "Import to the end of a first GET with TLS, over bare Python"
        yield Row("first-call", title, "ms", cases, "≤ 95 on httpx2")


_COUNT = "; import sys; print(len(sys.modules))"


def _import(client: Client, code: str) -> Sample:
    """Return the milliseconds of whole processes, minus those of a process that does nothing."""
    interpreter, env = _interpreter(client), environment(client)
    run([interpreter, "-c", code], env).succeeded()  # compiles what is not compiled yet
    taken: list[float] = []
    bare: list[float] = []
    for _ in range(3):
        bare.append(run([interpreter, "-c", "pass"], env).seconds)
        taken.append(run([interpreter, "-c", code], env).seconds)
    told = run([interpreter, "-c", code + _COUNT], env)
    spent = (median(taken) - median(bare)) * 1000
    return Sample(spent, told.memory, {"modules": told.told()})


@contextmanager
def size(options: Options) -> Generator[Row, None, None]:
    """What pip writes, with the dependencies and the compiled bytecode."""
    clients = (DEFAULT, *PEERS)
    cases = [
        Case(
            each.title + " of one document" * (each.folder == CLIENTS / each.title),
            each.kind,
            partial(_size, each),
            1,
        )
        for each in clients
    ]
    cases.append(Case("openai", YARDSTICK, partial(_size, Client("openai", "", PEER, "openai")), 1))
    goal = "≤ 9 with dependencies, our own part ≤ 3"
    yield Row("size", "Installed, with dependencies and bytecode", "MiB", cases, goal)


def _size(client: Client) -> Sample:
    _interpreter(client)
    (installed,) = (VENVS / client.environment).glob("lib/python*/site-packages")
    whole = _bytes(installed)
    if client.folder is None:
        return Sample(whole)
    target = WORK / "size" / client.module
    shutil.rmtree(target, ignore_errors=True)
    if client.kind == OURS:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        run([*pip, "--target", target, client.folder]).succeeded()
    else:
        shutil.copytree(client.folder / "tasks_api", target / "tasks_api")
        run([python(client.environment), "-m", "compileall", "-q", target]).succeeded()
    own = _bytes(target)
    return Sample(whole + own, 0.0, {"own part, MiB": round(own, 2)})


def _bytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20
