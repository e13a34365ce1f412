"""Calls with bodies: operation and arguments by wire name, file by file."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from decimal import Decimal

from tests.conformance.tables.call import DURATION, Call, Scalar

_FLAT = {"p.name": "Product1", "type": "Flat"}

_TAGS = {"tag1": "value1", "tag2": "value3"}

_RESOURCES = {
    "Resource1": {"location": "West US", "tags": _TAGS, "properties": _FLAT},
    "Resource2": {
        "location": "Building 44",
        "properties": {"p.name": "Product2", "type": "Flat"},
    },
}

_FLATTENED = {
    "base_product_id": "123",
    "base_product_description": "product description",
    "details": {
        "max_product_display_name": "max name",
        "max_product_capacity": "Large",
        "max_product_image": {"@odata.value": "http://foo"},
    },
}

_FLATTENED_MORE = {
    **_FLATTENED,
    "details": {
        "max_product_display_name": "max name",
        "max_product_capacity": "Large",
        "max_product_image": {"@odata.value": "http://foo", "generic_value": "https://generic"},
    },
}

_PUPPY = {"id": 1, "name": "Puppy"}

_BIRTH = {"birthdate": "2017-12-13T02:29:51Z", "complexProperty": {"color": "Red"}}

_SIZES = {"height": 5.61, "weight": 599, "footsize": 11.5}

BODIES: dict[str, list[Call]] = {
    "additionalProperties": [
        Call("Pets_CreateAPTrue", {"": {**_PUPPY, **_BIRTH}}),
        Call("Pets_CreateCatAPTrue", {"": {"id": 1, "name": "Lisa", "friendly": True, **_BIRTH}}),
        Call(
            "Pets_CreateAPObject",
            {
                "": {
                    "id": 2,
                    "name": "Hira",
                    "siblings": [{**_PUPPY, **_BIRTH}],
                    "picture": "//////4=",
                }
            },
        ),
        Call(
            "Pets_CreateAPString",
            {"": {"id": 3, "name": "Tommy", "color": "red", "weight": "10 kg", "city": "Bombay"}},
        ),
        Call(
            "Pets_CreateAPInProperties", {"id": 4, "name": "Bunny", "additionalProperties": _SIZES}
        ),
        Call(
            "Pets_CreateAPInPropertiesWithAPString",
            {
                "": {
                    "id": 5,
                    "name": "Funny",
                    "@odata.location": "westus",
                    "additionalProperties": _SIZES,
                    "color": "red",
                    "city": "Seattle",
                    "food": "tikka masala",
                }
            },
        ),
    ],
    "any-type": [
        Call("PutObject", {"": {"foo": "bar"}}),
        Call("PutString", {"": "anything"}),
        Call("PutArray", {"": ["foo", "bar"]}),
    ],
    "body-array": [
        Call(
            "array_putDurationValid",
            {"": [DURATION, Scalar("Duration", timedelta(days=5, hours=1))]},
        ),
        Call(
            "array_putDateTimeValid",
            {
                "": [
                    datetime(2000, 12, 1, 0, 0, 1, tzinfo=UTC),
                    datetime(1980, 1, 2, 0, 11, 35, tzinfo=UTC),
                    datetime(1492, 10, 12, 10, 15, 1, tzinfo=UTC),
                ]
            },
        ),
    ],
    "body-binary": [
        Call("Upload_File", {"": {"more": "cowbell"}}),
        Call("Upload_Binary", {"": b"Hello, world!"}),
    ],
    "body-byte": [Call("byte_putNonAscii", {"": bytes(range(255, 245, -1))})],
    "body-complex": [
        Call(
            "basic_putValid",
            {"api-version": "2016-02-29", "id": 2, "name": "abc", "color": "Magenta"},
        ),
        Call(
            "polymorphism_putMissingDiscriminator",
            {
                "fishtype": "salmon",
                "species": "king",
                "length": 1,
                "siblings": [
                    {
                        "fishtype": "shark",
                        "age": 6,
                        "birthday": "2012-01-05T01:00:00Z",
                        "length": 20,
                        "species": "predator",
                    },
                    {
                        "fishtype": "sawshark",
                        "age": 105,
                        "birthday": "1900-01-05T01:00:00Z",
                        "picture": "//////4=",
                        "length": 10,
                        "species": "dangerous",
                    },
                    {
                        "fishtype": "goblin",
                        "age": 1,
                        "birthday": "2015-08-08T00:00:00Z",
                        "length": 30,
                        "species": "scary",
                        "jawsize": 5,
                        "color": "pinkish-gray",
                    },
                ],
                "location": "alaska",
                "iswild": True,
            },
        ),
    ],
    "body-datetime-rfc1123": [
        Call(
            "datetimerfc1123_putUtcMaxDateTime",
            {"": datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)},
        )
    ],
    "body-datetime": [
        Call("datetime_putUtcMaxDateTime", {"": datetime(9999, 12, 31, 23, 59, 59, 999000, UTC)}),
        Call(
            "datetime_putUtcMaxDateTime7Digits",
            {"": datetime(9999, 12, 31, 23, 59, 59, 999999, UTC)},
        ),
        Call(
            "datetime_putLocalPositiveOffsetMaxDateTime",
            {"": datetime(9999, 12, 31, 23, 59, 59, 999000, timezone(timedelta(hours=14)))},
        ),
        Call(
            "datetime_putLocalNegativeOffsetMaxDateTime",
            {"": datetime(9999, 12, 31, 23, 59, 59, 999000, timezone(timedelta(hours=-14)))},
        ),
    ],
    "body-dictionary": [
        Call(
            "dictionary_putDateTimeValid",
            {
                "": {
                    "0": datetime(2000, 12, 1, 0, 0, 1, tzinfo=UTC),
                    "1": datetime(1980, 1, 1, 23, 11, 35, tzinfo=UTC),
                    "2": datetime(1492, 10, 12, 18, 15, 1, tzinfo=UTC),
                }
            },
        )
    ],
    "body-duration": [Call("duration_putPositiveDuration", {"": DURATION})],
    "body-formdata-urlencoded": [
        Call(
            "formdataurlencoded_updatePetWithForm",
            {
                "petId": 1,
                "pet_type": "dog",
                "pet_food": "meat",
                "pet_age": 42,
                "name": "Fido",
            },
        ),
        Call(
            "formdataurlencoded_partialConstantBody",
            {"grant_type": "access_token", "service": "bar", "access_token": "foo"},
        ),
    ],
    "body-formdata": [
        Call("formdata_UploadFileViaBody", {"": b"Hello, world!"}),
        Call("formdata_UploadFile", {"fileContent": b"Hello, world!", "fileName": "hello.txt"}),
    ],
    "body-integer": [
        Call("int_putMax32", {"": 2**31 - 1}),
        Call("int_putMin32", {"": -(2**31)}),
        Call("int_putMax64", {"": 2**63 - 1}),
        Call("int_putMin64", {"": -(2**63)}),
    ],
    "body-string": [
        Call("string_putNull"),
        Call("enum_putReferencedConstant", {"ColorConstant": "green-color"}),
    ],
    "body-time": [Call("time_put", {"": time(8, 7, 56)})],
    "media_types": [
        Call("AnalyzeBody", {"": {"source": "foo"}}),
        Call("AnalyzeBody", {"": b"PDF"}),
        Call("AnalyzeBodyNoAcceptHeader", {"": {"source": "foo"}}),
        Call("contentTypeWithEncoding", {"": "input"}),
        Call("binaryBodyWithTwoContentTypes", {"": {"hello": "world"}}),
        Call("binaryBodyWithTwoContentTypes", {"": b"hello, world"}),
        *(
            Call("binaryBodyWithThreeContentTypes", {"": body, "content_type": media_type})
            for media_type, body in (
                ("application/octet-stream", b"hello, world"),
                ("text/plain", b"hello, world"),
                ("application/json", b'{"hello": "world"}'),
            )
        ),
        Call("bodyThreeTypes", {"": {"hello": "world"}}),
        Call("bodyThreeTypes", {"": b"hello, world"}),
        Call("bodyThreeTypes", {"": "hello, world"}),
    ],
    "merge-patch": [
        Call("patchSingle", {"": {"foo": "bar"}}),
        Call("patchSingle", {"": {"foo": None}}),
    ],
    "model-flattening": [
        Call(
            "PutArray",
            {"": [{"location": "West US", "tags": _TAGS}, {"location": "Building 44"}]},
        ),
        Call("PutDictionary", {"": _RESOURCES}),
        Call(
            "PutResourceCollection",
            {
                "arrayofresources": [
                    {"location": "West US", "tags": _TAGS, "properties": _FLAT},
                    {
                        "location": "East US",
                        "properties": {"p.name": "Product2", "type": "Flat"},
                    },
                ],
                "dictionaryofresources": _RESOURCES,
                "productresource": {
                    "location": "India",
                    "properties": {"p.name": "Azure", "type": "Flat"},
                },
            },
        ),
        Call("PutSimpleProduct", _FLATTENED_MORE),
        Call("PostFlattenedSimpleProduct", _FLATTENED),
        Call("PutSimpleProductWithGrouping", {"name": "groupproduct", **_FLATTENED}),
    ],
    "multiple-inheritance": [
        Call("putPet", {"name": "Butter"}),
        Call("putHorse", {"name": "General", "isAShowHorse": False}),
        Call("putFeline", {"meows": False, "hisses": True}),
        Call("putCat", {"name": "Boots", "likesMilk": False, "meows": True, "hisses": False}),
        Call(
            "putKitten",
            {
                "name": "Kitty",
                "likesMilk": False,
                "meows": True,
                "hisses": False,
                "eatsMiceYet": True,
            },
        ),
    ],
    "object-type": [
        Call("put", {"": {"foo": "bar"}}),
        Call("put", {"": {"bad": "object"}}, failing=True),
    ],
    "body-number": [Call("number_putBigDecimal", {"": Decimal("2.5976931e+101")})],
}
