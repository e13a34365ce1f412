"""Calls whose arguments no document tells: operation and arguments by wire name, file by file.

What is sent is what a user would write who has read the descriptions in the documents. The one
argument of a body that is not spread has the name "".
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, NamedTuple

REQUEST_ID = "9C4D50EE-2D56-4CD3-8152-34347DC9F2B0"
# Compatibility ideographs among them, which must not be normalised.
MULTIBYTE = "\u554a\u9f44\u4e02\u72db\u72dc\uf9f1\uf92c\uf9f1\ufa0c\ufa29".encode()
AWKWARD = "begin!*'();:@ &=+$,/?#[]end"


class Scalar(NamedTuple):
    """A value of a class that the generated package has for its format."""

    kind: str
    value: Any


DURATION = Scalar(
    "Duration", timedelta(days=123, hours=22, minutes=14, seconds=12, milliseconds=11)
)


class Call(NamedTuple):
    """One call by operationId; `failing` says that the answer is an error, and meant to be."""

    operation_id: str
    arguments: dict[str, Any] = {}
    headers: dict[str, str] = {}
    failing: bool = False


def _scenarios(operation_id: str, **values: Any) -> list[Call]:
    """Calls with a header `scenario` and, where there is one, a header `value`."""
    return [
        Call(operation_id, {"scenario": name} | ({} if value is ... else {"value": value}))
        for name, value in values.items()
    ]


_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
_NEW_YEAR = datetime(2010, 1, 1, 12, 34, 56, tzinfo=UTC)
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
_SUBSCRIPTION = {"subscriptionId": "1234-5678-9012-3456"}
_VERSION = {"api-version": "2015-07-01-preview"}
_PATHS = {
    "globalStringPath": "globalStringPath",
    "pathItemStringPath": "pathItemStringPath",
    "localStringPath": "localStringPath",
}
_ITEM = {"pathItemStringQuery": "pathItemStringQuery"}
_LOCAL = {"localStringQuery": "localStringQuery"}
_GLOBAL = {"globalStringQuery": "globalStringQuery"}
_STRINGS = ["ArrayQuery1", AWKWARD, None, ""]

TABLE: dict[str, list[Call]] = {
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
    "azure-parameter-grouping": [
        Call(
            "parameterGrouping_postRequired",
            {"path": "path", "customHeader": "header", "query": 21, "": 1234},
        ),
        Call("parameterGrouping_postReservedWords", {"from": "bob", "accept": "yes"}),
        Call(
            "parameterGrouping_groupWithConstant",
            {"groupedConstant": "foo", "groupedParameter": "bar"},
        ),
    ],
    "azure-special-properties": [
        Call("x-ms-client-request-id_ParamGet", {"x-ms-client-request-id": REQUEST_ID}),
        Call("x-ms-client-request-id_Get", headers={"x-ms-client-request-id": REQUEST_ID}),
        Call("x-ms-client-request-id_Get", headers={"x-ms-client-request-id": "1"}, failing=True),
        *(
            Call(f"subscriptionIn{name}", _SUBSCRIPTION, {"x-ms-client-request-id": REQUEST_ID})
            for name in (
                "Credentials_postMethodGlobalValid",
                "Method_postMethodLocalValid",
                "Credentials_postPathGlobalValid",
                "Method_postPathLocalValid",
                "Credentials_postSwaggerGlobalValid",
                "Method_postSwaggerLocalValid",
            )
        ),
        Call(
            "subscriptionInCredentials_postMethodGlobalNotProvidedValid",
            {**_SUBSCRIPTION, **_VERSION},
            {"x-ms-client-request-id": REQUEST_ID},
        ),
        *(
            Call(f"apiVersionDefault_get{name}", _VERSION)
            for name in (
                "MethodGlobalValid",
                "MethodGlobalNotProvidedValid",
                "PathGlobalValid",
                "SwaggerGlobalValid",
            )
        ),
        *(
            Call(
                f"skipUrlEncoding_get{place}PathValid", {"unencodedPathParam": "path1/path2/path3"}
            )
            for place in ("Method", "Path", "Swagger")
        ),
        *(
            Call(f"skipUrlEncoding_get{place}QueryValid", {"q1": "value1&q2=value2&q3=value3"})
            for place in ("Method", "Path", "Swagger")
        ),
        Call("header_customNamedRequestId", {"foo-client-request-id": REQUEST_ID}),
        Call("header_customNamedRequestIdParamGrouping", {"foo-client-request-id": REQUEST_ID}),
        Call("header_customNamedRequestIdHead", {"foo-client-request-id": REQUEST_ID}),
        Call(
            "odata_getWithFilter",
            {"$filter": "id gt 5 and name eq 'foo'", "$top": 10, "$orderby": "id"},
        ),
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
    "custom-baseUrl-more-options": [
        Call("paths_getEmpty", {"keyName": "key1", "subscriptionId": "test12", "keyVersion": "v1"})
    ],
    "dpg-customization": [
        Call("getModel", {"mode": "raw"}),
        Call("getModel", {"mode": "model"}),
        Call("postModel", {"mode": "raw", "hello": "world!"}),
        Call("postModel", {"mode": "model", "hello": "world!"}),
        Call("lro", {"mode": "raw"}),
        Call("lro", {"mode": "model"}),
    ],
    "dpg-initial": [
        Call("params_getRequired", {"parameter": "foo"}),
        Call("params_putRequiredOptional", {"requiredParam": "foo"}),
        Call("params_postParameters", {"url": "http://example.org/myimage.jpeg"}),
    ],
    "dpg-update1": [
        Call("params_getRequired", {"parameter": "foo", "new_parameter": "bar"}),
        Call("params_putRequiredOptional", {"requiredParam": "foo", "new_parameter": "bar"}),
        Call("params_postParameters", {"": {"url": "http://example.org/myimage.jpeg"}}),
        Call("params_postParameters", {"": b"binary"}),
    ],
    "extensible-enums-swagger": [
        *(Call("Pet_GetByPetId", {"petId": name}) for name in ("tommy", "casper", "scooby")),
        Call("Pet_AddPet", {"name": "Retriever", "IntEnum": "3", "DaysOfWeek": "Friday"}),
    ],
    "httpInfrastructure": [
        Call("httpRedirects_put301", {"": True}, failing=True),
        Call("httpRedirects_put307", {"": True}, failing=True),
        Call("httpClientFailure_put400", {"": True}, failing=True),
    ],
    "header": [
        Call("header_paramExistingKey", {"User-Agent": "overwrite"}),
        Call("header_responseExistingKey"),
        Call("header_responseProtectedKey"),
        *_scenarios("header_paramInteger", positive=1, negative=-2),
        *_scenarios("header_paramLong", positive=105, negative=-2),
        *_scenarios("header_paramFloat", positive=0.07, negative=-3.0),
        *_scenarios("header_paramDouble", positive=7e120, negative=-3.0),
        *_scenarios("header_paramBool", true=True, false=False),
        *_scenarios(
            "header_paramString",
            valid="The quick brown fox jumps over the lazy dog",
            null=...,
            empty="",
        ),
        *_scenarios("header_paramEnum", valid="GREY", null=...),
        *_scenarios("header_paramDate", valid=date(2010, 1, 1), min=date(1, 1, 1)),
        *_scenarios("header_paramDatetime", valid=_NEW_YEAR, min=_LONG_AGO),
        *_scenarios(
            "header_paramDatetimeRfc1123",
            valid=Scalar("HttpDate", _NEW_YEAR),
            min=Scalar("HttpDate", _LONG_AGO),
        ),
        *_scenarios("header_paramDuration", valid=DURATION),
        *_scenarios("header_paramByte", valid=MULTIBYTE),
        *_scenarios("header_responseInteger", positive=..., negative=...),
        *_scenarios("header_responseLong", positive=..., negative=...),
        *_scenarios("header_responseFloat", positive=..., negative=...),
        *_scenarios("header_responseDouble", positive=..., negative=...),
        *_scenarios("header_responseBool", true=..., false=...),
        *_scenarios("header_responseString", valid=..., null=..., empty=...),
        *_scenarios("header_responseEnum", valid=..., null=...),
        *_scenarios("header_responseDate", valid=..., min=...),
        *_scenarios("header_responseDatetime", valid=..., min=...),
        *_scenarios("header_responseDatetimeRfc1123", valid=..., min=...),
        *_scenarios("header_responseDuration", valid=...),
        *_scenarios("header_responseByte", valid=...),
        Call("header_customRequestId", headers={"x-ms-client-request-id": REQUEST_ID}),
    ],
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
    "multiapi-v0": [Call("OperationGroupOne_testTwo", {"api-version": "1.0.0"})],
    "multiapi-v1-custom-base-url": [Call("test", {"id": 1, "api-version": "1.0.0"})],
    "multiapi-v1": [
        Call("testOne", {"id": 1, "api-version": "1.0.0"}),
        Call("OperationGroupOne_testTwo", {"api-version": "1.0.0"}),
        Call("testDifferentCalls", {"api-version": "1.0.0", "greetingInEnglish": "hello"}),
    ],
    "multiapi-v2-custom-base-url": [Call("test", {"id": 2, "api-version": "2.0.0"})],
    "multiapi-v2": [
        Call("testOne", {"id": 1, "api-version": "2.0.0"}),
        Call("OperationGroupOne_testTwo", {"api-version": "2.0.0", "id": 1}),
        Call("OperationGroupOne_testThree", {"api-version": "2.0.0"}),
        Call("OperationGroupTwo_testFour", {"api-version": "2.0.0", "parameterOne": True}),
        Call(
            "testDifferentCalls",
            {
                "api-version": "2.0.0",
                "greetingInEnglish": "hello",
                "greetingInChinese": "nihao",
            },
        ),
    ],
    "multiapi-v3": [
        Call("OperationGroupOne_testTwo", {"api-version": "3.0.0", "optionalProperty": "hello"}),
        Call("OperationGroupTwo_testFour", {"api-version": "3.0.0", "": {"source": "foo"}}),
        Call("OperationGroupTwo_testFour", {"api-version": "3.0.0", "": b"PDF"}),
        Call("OperationGroupTwo_testFive", {"api-version": "3.0.0"}),
        Call(
            "testDifferentCalls",
            {
                "api-version": "3.0.0",
                "greetingInEnglish": "hello",
                "greetingInChinese": "nihao",
                "greetingInFrench": "bonjour",
            },
        ),
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
    "non-string-enum": [Call("int_put", {"": 200}), Call("float_put", {"": 200.4})],
    "object-type": [
        Call("put", {"": {"foo": "bar"}}),
        Call("put", {"": {"bad": "object"}}, failing=True),
    ],
    "paging": [
        Call("Paging_getSinglePagesWithBodyParams", {"name": "body"}),
        Call("Paging_pageWithMaxPageSize"),
        Call("Paging_firstResponseEmpty"),
    ],
    "required-optional": [Call("explicit_putRequiredBinaryBody", {"": b"Hello, world!"})],
    "reserved-words": [
        Call("import_operationOne", {"parameter1": "foo"}),
        Call("operationWithContentParam", {"": b"hello, world"}),
        Call("operationWithJsonParam", {"": {"hello": "world"}}),
        Call("operationWithDataParam", {"data": "hello", "world": "world"}),
        Call("operationWithFilesParam", {"files": b"hello", "fileName": "my.txt"}),
        Call(
            "operationWithUrl",
            {"url": "foo", "headerParameters": "x", "queryParameters": ["one", "two"]},
        ),
        Call("reservedEnum", {"enumParameter": "import"}),
    ],
    "subscriptionId-apiVersion": [
        Call(
            "group_getSampleResourceGroup",
            {
                **_SUBSCRIPTION,
                "resourceGroupName": "testgroup101",
                "api-version": "2014-04-01-preview",
            },
        )
    ],
    "url": [
        Call(
            "paths_unixTimeUrl",
            {"unixTimeUrlPath": Scalar("UnixTime", datetime(2016, 4, 13, tzinfo=UTC))},
        ),
        Call("paths_base64Url", {"base64UrlPath": Scalar("Base64Url", b"lorem")}),
        Call("paths_enumValid", {"enumPath": "green color"}),
        Call("paths_byteMultiByte", {"bytePath": MULTIBYTE}),
        Call("paths_ArrayCsvInPath", {"arrayPath": ["ArrayPath1", *_STRINGS[1:]]}),
        Call("queries_enumValid", {"enumQuery": "green color"}),
        Call("queries_byteMultiByte", {"byteQuery": MULTIBYTE}),
        Call("queries_arrayStringCsvValid", {"arrayQuery": _STRINGS}),
        Call("queries_arrayStringCsvEmpty", {"arrayQuery": []}),
        Call("queries_arrayStringSsvValid", {"arrayQuery": _STRINGS}),
        Call("queries_arrayStringTsvValid", {"arrayQuery": _STRINGS}),
        Call("queries_arrayStringPipesValid", {"arrayQuery": _STRINGS}),
        Call(
            "queries_arrayStringNoCollectionFormatEmpty",
            {"arrayQuery": ["hello", "nihao", "bonjour"]},
        ),
        Call("pathItems_getAllWithValues", {**_PATHS, **_ITEM, **_LOCAL, **_GLOBAL}),
        Call("pathItems_getGlobalQueryNull", {**_PATHS, **_ITEM, **_LOCAL}),
        Call("pathItems_getGlobalAndLocalQueryNull", {**_PATHS, **_ITEM}),
        Call("pathItems_getLocalPathItemQueryNull", {**_PATHS, **_GLOBAL}),
    ],
    "url-multi-collectionFormat": [Call("queries_arrayStringMultiValid", {"arrayQuery": _STRINGS})],
    "validation": [
        Call(
            "postWithConstantInBody",
            {
                "constantParam": "constant",
                "child": {"constProperty": "constant"},
                "constChild": {"constProperty": "constant", "constProperty2": "constant2"},
                "constInt": 0,
                "constString": "constant",
            },
        )
    ],
    "xml-service": [Call("xml_jsonInput", {"id": 42})],
    "xms-error-responses": [
        Call("Pet_GetPetById", {"petId": "tommy"}),
        *(
            Call("Pet_GetPetById", {"petId": name}, failing=True)
            for name in ("coyoteUgly", "weirdAlYankovic", "ringo", "alien123")
        ),
        Call("Pet_DoSomething", {"whatAction": "stay"}),
        Call("Pet_DoSomething", {"whatAction": "jump"}, failing=True),
        Call("Pet_DoSomething", {"whatAction": "fetch"}, failing=True),
        Call("Pet_HasModelsParam", {"models": "value1"}, failing=True),
    ],
    "body-number": [Call("number_putBigDecimal", {"": Decimal("2.5976931e+101")})],
}
