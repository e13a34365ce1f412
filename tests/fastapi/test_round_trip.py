"""Test that what a FastAPI application declares is sent and returned, with both kinds of client."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.fastapi.conftest import Shop

ITEM = {
    "id": 1,
    "title": "Hammer",
    "price": "12.50",
    "made": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
}


def test_the_document_is_generated_whole(shop: Shop) -> None:
    assert shop.package.messages == []


class TestModels:
    def test_a_union_distinguished_by_its_discriminator(self, shop: Shop) -> None:
        models = shop.package.models
        tom, rex = shop.call(lambda client: client.pets.list())
        assert tom == models.Cat(kind="cat", name="Tom", lives=9)
        assert rex == models.Dog(kind="dog", name="Rex", barks=False)
        for pet in tom, rex:
            assert shop.call(lambda client: client.pets.create(pet)) == pet  # noqa: B023

    def test_a_union_without_discriminator(self, shop: Shop) -> None:
        models = shop.package.models
        circle, square = shop.call(lambda client: client.shapes.list())
        assert circle == models.Circle(type="circle", radius=1.5)
        assert square == models.Square(type="square", side=2)
        drawn = shop.call(lambda client: client.drawings.create(shape=square, notes={"a": 1}))
        assert isinstance(drawn.shape, models.Square) and drawn.notes == {"a": 1}

    def test_unions_inside_of_models(self, shop: Shop) -> None:
        models = shop.package.models
        pets = [models.Dog(kind="dog", name="Rex"), models.Cat(kind="cat", name="Tom", lives=7)]
        owner = shop.call(
            lambda client: client.owners.create(name="Ada", born=date(1815, 12, 10), pets=pets)
        )
        assert owner.born == date(1815, 12, 10)
        assert [type(each) for each in owner.pets] == [models.Dog, models.Cat]
        assert shop.call(lambda client: client.owners.create(name="Bob", born=None)).born is None

    def test_formats_enums_and_defaults(self, shop: Shop) -> None:
        item = shop.call(lambda client: client.items.create(**ITEM, kind="food", tags=["a", "b"]))
        assert (item.price, item.made) == (ITEM["price"], ITEM["made"])
        assert (item.kind, item.tags) == ("food", ["a", "b"])
        assert shop.call(lambda client: client.items.create(**ITEM)).kind == "tool"
        assert shop.call(lambda client: client.items.get(7)).id == 7
        assert shop.call(lambda client: client.items.delete(7)) is None


class TestParameters:
    def test_a_query_model_and_a_header(self, shop: Shop) -> None:
        found = shop.call(
            lambda client: client.search.get(
                limit=5,
                kinds=["food", "tool"],
                order_by="price",
                after=date(2026, 1, 2),
                x_token="ä b".encode().hex(),
            )
        )
        assert found["kinds"] == ["food", "tool"] and found["after"] == "2026-01-02"
        assert (found["limit"], found["order_by"]) == (5, "price")
        assert found["token"] == "ä b".encode().hex()
        assert shop.call(lambda client: client.search.get())["limit"] == 10

    def test_forms(self, shop: Shop) -> None:
        account = shop.call(
            lambda client: client.accounts.create(username="a&b=ä", age=3, topics=["x", "y"])
        )
        assert (account.username, account.age, account.topics) == ("a&b=ä", 3, ["x", "y"])
        login = shop.call(lambda client: client.login(username="ada", remember=True))
        assert login == {"username": "ada", "remember": True}


class TestErrors:
    def test_an_exception_of_the_application(self, shop: Shop) -> None:
        package = shop.package.module()
        with pytest.raises(package.NotFoundError) as missing:
            shop.call(lambda client: client.items.get(404))
        assert missing.value.status == 404
        with pytest.raises(package.ConflictError) as busy:
            shop.call(lambda client: client.items.get(409))
        assert busy.value.body == {"detail": {"code": "busy", "by": ["ada"]}}

    def test_what_does_not_validate(self, shop: Shop) -> None:
        package = shop.package.module()
        with pytest.raises(package.UnprocessableEntityError) as wrong:
            shop.call(lambda client: client.owners.create(name="Ada", pets=[{"kind": "bird"}]))
        assert isinstance(wrong.value.body, shop.package.models.HTTPValidationError)
        (finding,) = wrong.value.body.detail
        assert (finding.loc, finding.type) == (["body", "pets", 0], "union_tag_invalid")

    def test_what_the_client_finds_wrong_by_itself(self, shop: Shop) -> None:
        package = shop.package.module()
        with pytest.raises(package.InputError, match="limit is 1000; the API accepts at most 100"):
            shop.call(lambda client: client.search.get(limit=1000))


class TestStreams:
    def test_lines(self, shop: Shop) -> None:
        lines = shop.items(lambda client: client.lines.get())
        assert [each.count for each in lines] == [0, 1, 2]

    def test_events(self, shop: Shop) -> None:
        events = shop.items(lambda client: client.ticks.get())
        assert [each.event for each in events[:3]] == ["tick"] * 3
        assert [each.parse().count for each in events[:3]] == [0, 1, 2]

    def test_a_text(self, shop: Shop) -> None:
        assert shop.call(lambda client: client.readme.get()) == "Read me: ä"
