"""Run the recipes of a page about webhooks with their frameworks: `PAGE FRAMEWORK...`.

The page is Markdown; a block with the title of a framework is its recipe. Each recipe gets requests as a
proxy that ends TLS passes them on: http, and another host.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from hubspot_crm.webhooks import Verifier

Send = Callable[[str, str, bytes, dict[str, str]], int]
BODY = b'[{"eventId": 1, "subscriptionType": "contact.creation", "objectId": 7}]'
SECRET = "secret"


def recipe(page: Path, name: str) -> ModuleType:
    """Return the block of a page as a module whose `handled` collects the events."""
    found = re.search(rf'```python title="{name}"\n(.*?)```', page.read_text("utf-8"), re.DOTALL)
    assert found is not None, f"{page} has no recipe {name}"
    module: Any = ModuleType(f"recipe_{name}")
    sys.modules[module.__name__] = module
    module.client_secret = SECRET
    exec(compile(found[1], f"{page.name}:{name}", "exec"), vars(module))
    module.handled = []
    module.handle = module.handled.extend
    return module


def fastapi(module: Any) -> Send:
    """Return a function that sends a request to an ASGI application."""

    def send(method: str, target: str, body: bytes, headers: dict[str, str]) -> int:
        path, _, query = target.partition("?")
        pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [(b"host", b"10.0.0.5:8000"), *pairs],
            "server": ("10.0.0.5", 8000),
            "client": ("10.0.0.1", 1),
        }
        chunks = [body[:10], body[10:]]  # the body arrives in parts
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": chunks.pop(0), "more_body": bool(chunks)}

        async def reply(message: Any) -> None:
            sent.append(message)

        asyncio.run(module.app(scope, receive, reply))
        return int(sent[0]["status"])

    return send


def django(module: Any) -> Send:
    """Return a function that sends a request to the URLs of a Django project."""
    import django as framework
    from django.conf import settings

    settings.configure(ROOT_URLCONF=module.__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="x")
    framework.setup()
    from django.test import Client

    client = Client(enforce_csrf_checks=True)

    def send(method: str, target: str, body: bytes, headers: dict[str, str]) -> int:
        answer: Any = client.generic(
            method, target, body, content_type="application/json", headers=headers
        )
        return int(answer.status_code)

    return send


def flask(module: Any) -> Send:
    """Return a function that sends a request to a Flask application."""
    client = module.app.test_client()

    def send(method: str, target: str, body: bytes, headers: dict[str, str]) -> int:
        answer = client.open(
            target, method=method, data=body, headers=headers, base_url="http://10.0.0.5:8000"
        )
        return int(answer.status_code)

    return send


FRAMEWORKS: dict[str, Callable[[Any], Send]] = {
    "django": django,
    "fastapi": fastapi,
    "flask": flask,
}


def check(page: Path, name: str) -> None:
    """Send good and bad requests to a recipe."""
    module: Any = recipe(page, name)
    send = FRAMEWORKS[name](module)
    target = "/hooks?portal=1&to=a%2Fb"

    def signed(verifier: Verifier, body: bytes = BODY, uri: str = target) -> dict[str, str]:
        return verifier.sign(method="POST", uri=f"https://app.example.com{uri}", body=body)

    good = signed(Verifier(SECRET))
    assert send("POST", target, BODY, good) == 204
    assert [event.object_id for event in module.handled] == [7]
    assert send("POST", "/hooks", BODY, signed(Verifier(SECRET), uri="/hooks")) == 204
    late = signed(Verifier(SECRET, now=lambda: time.time() - 301))
    for body, headers in [
        (BODY, {}),
        (BODY, late),
        (BODY, signed(Verifier("other"))),
        (BODY.replace(b"7", b"8"), good),
        (BODY, signed(Verifier(SECRET), uri="/other")),
    ]:
        assert send("POST", target, body, headers) == 401, headers
    assert send("GET", target, b"", good) == 405
    assert len(module.handled) == 2


if __name__ == "__main__":
    for framework in sys.argv[2:]:
        check(Path(sys.argv[1]), framework)
        print(framework, "ok")
