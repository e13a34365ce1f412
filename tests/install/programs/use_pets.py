"""Call a server with the installed generated package, by its URL and the names of transports."""

import asyncio
import sys
from datetime import UTC, datetime

import pets
from pets import AsyncPets, Pets, models, transports


def main(url: str, names: list[str]) -> None:
    for name in names:
        transport = getattr(transports, name)()
        if hasattr(transport, "aclose"):
            asyncio.run(call_async(url, transport))
        else:
            call(url, transport)
        print("called by", name)
    print("from", pets.__file__)


def call(url: str, transport: transports.Transport) -> None:
    with Pets(key="secret", base_url=url, transport=transport) as client:
        check(client.pets.get("1"))
        check(client.pets.create(id="1"))
        client.pets.picture.replace("1", picture=b"\x89PNG")
        try:
            client.pets.get("none")
        except pets.NotFoundError as error:
            assert error.status == 404 and isinstance(error.body, models.Problem), error.body
        else:
            raise AssertionError("no error")
    transport.close()


async def call_async(url: str, transport: transports.AsyncTransport) -> None:
    async with AsyncPets(key="secret", base_url=url, transport=transport) as client:
        check(await client.pets.get("1"))
        check(await client.pets.create(id="1"))
        await client.pets.picture.replace("1", picture=b"\x89PNG")
    await transport.aclose()


def check(pet: models.Pet) -> None:
    assert pet == models.Pet(id="1", born=datetime(2026, 1, 2, tzinfo=UTC), kind="cat"), pet


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
