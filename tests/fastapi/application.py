"""A shop written with FastAPI, whose documents are like those of real servers."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import FastAPI, File, Form, Header, HTTPException, Query, UploadFile
from fastapi.responses import FileResponse, PlainTextResponse, StreamingResponse
from pydantic import BaseModel, Field


class Kind(Enum):
    TOOL = "tool"
    FOOD = "food"


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    name: str
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    name: str
    barks: bool = True


Pet = Annotated[Cat | Dog, Field(discriminator="kind")]


class Circle(BaseModel):
    type: Literal["circle"]
    radius: float


class Square(BaseModel):
    type: Literal["square"]
    side: float


class Owner(BaseModel):
    name: str
    born: date | None = None
    pets: list[Pet] = []


class Drawing(BaseModel):
    shape: Circle | Square  # a union without a discriminator
    notes: dict[str, int] = {}


class Item(BaseModel):
    id: int
    title: Annotated[str, Field(min_length=2)]
    kind: Kind = Kind.TOOL
    price: Decimal
    made: datetime
    tags: list[str] = []


class Filter(BaseModel):
    limit: Annotated[int, Field(ge=1, le=100)] = 10
    kinds: list[Kind] = []
    order_by: Literal["title", "price"] = "title"
    after: date | None = None


class Account(BaseModel):
    username: str
    age: int | None = None
    topics: list[str] = []


class Stored(BaseModel):
    filename: str | None
    size: int
    content_type: str | None


class Tick(BaseModel):
    count: int


def application(folder: Path) -> FastAPI:
    """Return the shop; its files are in a folder."""
    app = FastAPI(title="Shop", version="1.0")
    add_models(app)
    add_parameters(app)
    add_uploads(app, folder)
    add_streams(app)
    return app


def add_models(app: FastAPI) -> None:
    @app.post("/pets", tags=["pets"], status_code=201)
    async def create_pet(pet: Pet) -> Pet:
        return pet

    @app.get("/pets", tags=["pets"])
    async def list_pets() -> list[Pet]:
        return [Cat(name="Tom"), Dog(name="Rex", barks=False)]

    @app.post("/owners", tags=["owners"])
    async def create_owner(owner: Owner) -> Owner:
        return owner

    @app.post("/drawings", tags=["drawings"])
    async def create_drawing(drawing: Drawing) -> Drawing:
        return drawing

    @app.get("/shapes", tags=["drawings"])
    async def list_shapes() -> list[Circle | Square]:
        return [Circle(type="circle", radius=1.5), Square(type="square", side=2)]

    @app.post("/items", tags=["items"])
    async def create_item(item: Item) -> Item:
        return item

    @app.get("/items/{item_id}", tags=["items"])
    async def get_item(item_id: int) -> Item:
        if item_id == 404:
            raise HTTPException(404, "There is no such item")
        if item_id == 409:
            raise HTTPException(409, {"code": "busy", "by": ["ada"]}, {"Retry-After": "0"})
        made = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
        return Item(id=item_id, title="Hammer", price=Decimal("12.50"), made=made)

    @app.delete("/items/{item_id}", tags=["items"], status_code=204)
    async def delete_item(item_id: int) -> None:
        pass


def add_parameters(app: FastAPI) -> None:
    @app.get("/search", tags=["search"])
    async def search(
        filter: Annotated[Filter, Query()], x_token: Annotated[str | None, Header()] = None
    ) -> dict[str, Any]:
        return {**filter.model_dump(mode="json"), "token": x_token}

    @app.post("/accounts", tags=["accounts"])
    async def create_account(account: Annotated[Account, Form()]) -> Account:
        return account

    @app.post("/login", tags=["login"])
    async def login(
        username: Annotated[str, Form()], remember: Annotated[bool, Form()] = False
    ) -> dict[str, str | bool]:
        return {"username": username, "remember": remember}


async def stored(file: UploadFile) -> Stored:
    content = await file.read()
    return Stored(filename=file.filename, size=len(content), content_type=file.content_type)


def add_uploads(app: FastAPI, folder: Path) -> None:
    @app.post("/files/one", tags=["files"])
    async def upload_one(file: UploadFile) -> Stored:
        return await stored(file)

    @app.post("/files/bytes", tags=["files"])
    async def upload_bytes(file: Annotated[bytes, File()]) -> int:
        return len(file)

    @app.post("/files/many", tags=["files"])
    async def upload_many(files: list[UploadFile]) -> list[Stored]:
        return [await stored(each) for each in files]

    @app.post("/files/optional", tags=["files"])
    async def upload_optional(
        label: Annotated[str, Form()], file: UploadFile | None = None
    ) -> tuple[str, Stored | None]:
        return label, None if file is None else await stored(file)

    @app.get("/files/{name}", tags=["files"], response_class=FileResponse)
    async def download(name: str) -> FileResponse:
        if not (folder / name).is_file():
            raise HTTPException(404, f"There is no {name}")
        return FileResponse(folder / name, media_type="application/octet-stream")

    @app.get("/readme", tags=["files"], response_class=PlainTextResponse)
    async def readme() -> str:
        return "Read me: ä"


def add_streams(app: FastAPI) -> None:
    async def events() -> AsyncIterator[str]:
        for count in range(3):
            yield f"event: tick\ndata: {json.dumps({'count': count})}\n\n"
            await asyncio.sleep(0)
        yield "data: [DONE]\n\n"

    def lines() -> Iterator[str]:
        for count in range(3):
            yield f"{json.dumps({'count': count})}\n"

    tick: Any = Tick.model_json_schema()
    event_stream: Any = {
        "description": "Ticks.",
        "content": {"text/event-stream": {"schema": tick}},
    }
    json_lines: Any = {"description": "Ticks.", "content": {"application/jsonl": {"schema": tick}}}

    @app.get(
        "/ticks", tags=["ticks"], response_class=StreamingResponse, responses={200: event_stream}
    )
    async def ticks() -> StreamingResponse:
        return StreamingResponse(events(), media_type="text/event-stream")

    @app.get(
        "/lines", tags=["ticks"], response_class=StreamingResponse, responses={200: json_lines}
    )
    async def lines_() -> StreamingResponse:
        return StreamingResponse(lines(), media_type="application/jsonl")
