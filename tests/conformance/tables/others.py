"""Calls by parameters, servers, statuses and services: operation and arguments by wire name, file by file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.conformance.tables.call import DURATION, REQUEST_ID, Call, Scalar

# Compatibility ideographs among them, which must not be normalised.
MULTIBYTE = "\u554a\u9f44\u4e02\u72db\u72dc\uf9f1\uf92c\uf9f1\ufa0c\ufa29".encode()

AWKWARD = "begin!*'();:@ &=+$,/?#[]end"


def _scenarios(operation_id: str, **values: Any) -> list[Call]:
    """Calls with a header `scenario` and, where there is one, a header `value`."""
    return [
        Call(operation_id, {"scenario": name} | ({} if value is ... else {"value": value}))
        for name, value in values.items()
    ]


_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)

_NEW_YEAR = datetime(2010, 1, 1, 12, 34, 56, tzinfo=UTC)

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

OTHERS: dict[str, list[Call]] = {
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
    "non-string-enum": [Call("int_put", {"": 200}), Call("float_put", {"": 200.4})],
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
}
