"""Schemas, properties, parameters and alternatives become names: a table."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.corpus.growing_models import Named, name
from tests.generate.conftest import Generated
from tests.generate.support import HEAD

# --- names of properties and parameters ------------------------------------------------------

WORDS = """
    id                    id
    customerId            customer_id
    X-Request-ID          x_request_id
    filter[color]         filter_color
    $top                  top
    @odata.type           odata_type
    object                object
    type                  type
    list                  list
    date                  date
    str                   str
    field                 field
    format                format
    property              property
    from                  from_
    class                 class_
    None                  none
    OAuth2PasswordBearer  oauth2_password_bearer
    openIDConnectUrl      openid_connect_url
    ipV6Address           ip_v6_address
    IPv4Address           ipv4_address
    hostIPs               host_ips
    podCIDRs              pod_cidrs
    callbackURLs          callback_urls
    UUIDs                 uuids
    UUIDv4                uuid_v4
    APIv2Key              api_v2_key
    S3Bucket              s3_bucket
    s3_bucket_name        s3_bucket_name
    k8sVersion            k8s_version
    k8s                   k8s
    i18n                  i18n
    v1beta1               v1beta1
    sha256sum             sha256sum
    MD5Hash               md5_hash
    x509Certificate       x509_certificate
    base64EncodedData     base64_encoded_data
    E2ETest               e2e_test
    iOSVersion            ios_version
    macOSBuild            macos_build
    apiOSVersion          api_os_version
    isGitHubApp           is_github_app
    gRPCServer            grpc_server
    mTLSCertificate       mtls_certificate
    DateSent              date_sent
    DateSent<             date_sent_less_than
    DateSent>             date_sent_greater_than
    EndTime>=             end_time_at_least
    price!=               price_not
    2fa                   n_2fa
    3DSecure              n_3d_secure
    4xx                   n_4xx
    100Continue           n_100_continue
    load_15min            load_15min
    +1                    plus_1
    -1                    minus_1
    50+                   n_50_plus
    cpu%                  cpu_percent
    Q&A                   q_and_a
    Let'sEncryptKey       lets_encrypt_key
    *                     star
    größeInM              größe_in_m
"""

ATTRIBUTES_THAT_MEET = """
    @type beside type     at_type
    $id beside id         dollar_id
    E beside e            e_upper
    fooBar beside foo_bar foo_bar_2
    to_dict beside id     to_dict_
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Return the rows of a table: what is named, and its name."""
    lines = [line.strip() for line in table.strip().splitlines()]
    return [(found[1].strip(), found[2]) for line in lines if (found := _row(line))]


def _row(line: str) -> re.Match[str] | None:
    return re.fullmatch(r"(.*?)\s+(\S+)", line)


def document(paths: Any = None, **schemas: Any) -> dict[str, Any]:
    info = {"title": "Names", "version": "1"}
    return {
        "openapi": "3.1.0",
        "info": info,
        "paths": paths or {},
        "components": {"schemas": schemas},
    }


def test_attributes(tmp_path: Path) -> None:
    table = dict(rows(WORDS))
    assert len(table) > 55
    properties = {wire_name: {"type": "string"} for wire_name in table}
    named = name(document(Thing={"type": "object", "properties": properties}), tmp_path)
    found = {key.partition(" ")[2]: each for key, each in named.attributes.items()}
    assert found == table


def test_arguments(tmp_path: Path) -> None:
    """Parameters have the same names, and so has the body that is passed by its properties."""
    table = dict(rows(WORDS))
    parameters = [{"name": each, "in": "query", "schema": {"type": "string"}} for each in table]
    body = {"type": "object", "properties": {each: {"type": "string"} for each in table}}
    content = {"content": {"application/json": {"schema": body}}}
    done = {"204": {"description": "d"}}
    paths = {
        "/a": {"get": {"parameters": parameters, "responses": done}},
        "/b": {"post": {"requestBody": content, "responses": done}},
    }
    named = name(document(paths), tmp_path)
    for place, operation in (("query", "GET /a"), ("body", "POST /b")):
        lead = f"{operation} {place} "
        found = {key.removeprefix(lead): each for key, each in named.arguments.items()}
        assert {each: found[each] for each in table} == table


@pytest.mark.parametrize(("meeting", "expected"), rows(ATTRIBUTES_THAT_MEET))
def test_attributes_that_would_have_one_name(meeting: str, expected: str, tmp_path: Path) -> None:
    """The one that is written as in Python keeps the name, wherever it is in the document."""
    one, _, other = meeting.partition(" beside ")
    for order in ((one, other), (other, one)):
        properties = {each: {"type": "string"} for each in order}
        named = name(document(Thing={"type": "object", "properties": properties}), tmp_path)
        pointer = "/components/schemas/Thing"
        assert named.attributes[f"{pointer} {one}"] == expected
        assert named.attributes[f"{pointer} {other}"] == other


# --- names of components -----------------------------------------------------------------------

COMPONENTS = """
    Pet                                       Pet
    pet_page                                  PetPage
    checkout.session                          CheckoutSession
    HTTPError                                 HTTPError
    k8s-cluster                               K8sCluster
    Page<Pet>                                 PagePet
    io.k8s.api.core.v1.Service                Service
    io.k8s.api.core.v1.Event                  Event
    io.k8s.api.events.v1.Event                V1Event
    io.k8s.apiextensions-apiserver.pkg.v1.CRD CRD
    com.acme.shop.Models.Order                Order
    shop.v2.invoice                           Invoice
    shop.v2.sip.sip_domain                    SipDomain
    None                                      None_
    2FAToken                                  N2FAToken
    DateSent<                                 DateSentLessThan
"""


def test_classes_of_components(tmp_path: Path) -> None:
    table = dict(rows(COMPONENTS))
    schemas = {each: {"type": "object", "properties": {each: {}}} for each in table}
    named = name(document(_referring(schemas), **schemas), tmp_path)
    found = {key.removeprefix("/components/schemas/"): each for key, each in named.models.items()}
    assert found == table


def test_the_common_beginning_of_names_is_omitted(tmp_path: Path) -> None:
    words = ("acme.core", "acme.core.order", "acme.core.order.line", "acme.core.user", "Other")
    schemas = {each: {"type": "object", "properties": {each: {}}} for each in words}
    named = name(document(_referring(schemas), **schemas), tmp_path)
    assert [*named.models.values()] == ["Core", "Order", "OrderLine", "User", "Other"]
    # It stays in names that would be equal without it.
    schemas["Order"] = {"type": "object", "properties": {"other": {}}}
    named = name(document(_referring(schemas), **schemas), tmp_path)
    assert named.models["/components/schemas/Order"] == "Order"
    assert named.models["/components/schemas/acme.core.order"] == "AcmeCoreOrder"


def _referring(schemas: dict[str, Any]) -> dict[str, Any]:
    """Return an operation that returns all schemas."""
    references = {
        f"p{number}": {"$ref": f"#/components/schemas/{each}"}
        for number, each in enumerate(schemas)
    }
    parameters = [
        {"name": key, "in": "query", "content": {"application/json": {"schema": each}}}
        for key, each in references.items()
    ]
    return {"/all": {"get": {"parameters": parameters, "responses": {"204": {"description": "d"}}}}}


# --- names of inline schemas -------------------------------------------------------------------

INLINE = """
paths:
  /v1/customers:
    post:
      parameters:
        - {name: trace, in: query, schema: {type: object, properties: {a: {}}}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                address: {type: object, properties: {city: {}}}
                emails: {type: array, items: {type: object, properties: {email: {}}}}
                statuses: {type: array, items: {type: object, properties: {status: {}}}}
                data: {type: array, items: {type: object, properties: {datum: {}}}}
                labels: {type: object, additionalProperties: {type: object, properties: {label: {}}}}
                grid: {type: array, items: {type: array, items: {type: object, properties: {cell: {}}}}}
      responses:
        "201": {description: d, content: {application/json: {schema: {type: object, properties: {made: {}}}}}}
        "202": {description: d, content: {application/json: {schema: {type: object, properties: {later: {}}}}}}
        "404": {description: d, content: {application/json: {schema: {type: object, properties: {lost: {}}}}}}
        "422": {$ref: "#/components/responses/Invalid"}
        "5XX": {description: d, content: {application/json: {schema: {type: object, properties: {down: {}}}}}}
        default: {description: d, content: {application/json: {schema: {type: object, properties: {bad: {}}}}}}
    get:
      responses:
        "200": {description: d, content: {application/json: {schema: {type: array, items: {type: object, properties: {one: {}}}}}}}
  /v1/customers/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: view, in: query, schema: {type: object, properties: {wide: {}}}}
    get:
      responses:
        "200": {description: d, content: {application/json: {schema: {type: object, properties: {response_metadata: {type: object, properties: {x: {}}}}}}}}
  /v1/accounts/{id}/cards/{card}/limits:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: card, in: path, required: true, schema: {type: string}}
    get:
      parameters: [{$ref: "#/components/parameters/Filter"}]
      responses:
        "200": {description: d, content: {application/json: {schema: {type: object, properties: {limit: {}}}}}}
  /v1/chat.postMessage:
    post:
      requestBody: {$ref: "#/components/requestBodies/Message"}
      responses:
        "200": {description: d, content: {application/json: {schema: {type: object, properties: {said: {}}}}}}
components:
  parameters:
    Filter: {name: filter, in: query, schema: {type: object, properties: {since: {}}}}
  requestBodies:
    Message: {content: {application/json: {schema: {type: array, items: {type: object, properties: {text: {}}}}}}}
  responses:
    Invalid: {description: d, content: {application/json: {schema: {type: object, properties: {why: {type: object, properties: {line: {}}}}}}}}
"""

INLINE_NAMES = """
    POST /v1/customers, the parameter trace                    trace            CustomerCreateTrace
    POST /v1/customers, its property address                   address          CustomerCreateAddress
    POST /v1/customers, an item of emails                      emails           CustomerCreateEmail
    POST /v1/customers, an item of statuses                    statuses         CustomerCreateStatus
    POST /v1/customers, an item of data                        data             CustomerCreateDataItem
    POST /v1/customers, a value of labels                      labels           CustomerCreateLabel
    POST /v1/customers, an item of an item of grid             grid             CustomerCreateGridItemItem
    POST /v1/customers, what 201 returns                       201              CustomerCreateResponse
    POST /v1/customers, what 202 returns                       202              CustomerCreateAcceptedResponse
    POST /v1/customers, what 404 returns                       404              CustomerCreateNotFoundError
    POST /v1/customers, what 5XX returns                       5XX              CustomerCreateServerError
    POST /v1/customers, any other response                     default          CustomerCreateError
    GET /v1/customers, an item of the response                 items            CustomerListResponseItem
    /v1/customers/{id}, the parameter view of all methods      view             CustomerView
    GET /v1/customers/{id}, response_metadata of the response  metadata         CustomerGetResponseMetadata
    GET /v1/accounts/{id}/cards/{card}/limits                  limits           CardLimitGetResponse
    POST /v1/chat.postMessage                                  postMessage      ChatPostMessageResponse
    the component Filter, a parameter                          Filter           Filter
    the component Message, a body, an item                     Message          MessageRequestItem
    the component Invalid, a response                          Invalid          InvalidResponse
    the component Invalid, its property why                    why              InvalidResponseWhy
"""
POINTERS = {
    "trace": "post/parameters/0/schema",
    "items": "get/responses/200/content/application~1json/schema/items",
    "view": "/paths/~1v1~1customers~1{id}/parameters/1/schema",
    "metadata": "schema/properties/response_metadata",
    "limits": "limits/get/responses/200/content/application~1json/schema",
    "postMessage": "chat.postMessage/post/responses/200/content/application~1json/schema",
    "Filter": "/components/parameters/Filter/schema",
    "Message": "/components/requestBodies/Message/content/application~1json/schema/items",
    "Invalid": "/components/responses/Invalid/content/application~1json/schema",
    "why": "schema/properties/why",
    "grid": "grid/items/items",
    "address": "schema/properties/address",
    "labels": "labels/additionalProperties",
    **{each: f"{each}/items" for each in ("emails", "statuses", "data")},
    **{
        each: f"customers/post/responses/{each}/content/application~1json/schema"
        for each in ("201", "202", "404", "5XX", "default")
    },
}


@pytest.fixture(scope="module")
def inline(tmp_path_factory: pytest.TempPathFactory) -> Named:
    found = yaml.safe_load(HEAD + INLINE)
    return name(found, tmp_path_factory.mktemp("inline"))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (found[2], found[3])
        for line in INLINE_NAMES.strip().splitlines()
        if (found := re.fullmatch(r"(.*\S)\s+(\S+)\s+(\S+)", line.strip()))
    ],
)
def test_classes_of_inline_schemas(key: str, expected: str, inline: Named) -> None:
    found = {each for pointer, each in inline.models.items() if pointer.endswith(POINTERS[key])}
    assert found == {expected}


def test_inline_schemas_follow_the_calls_that_a_project_chooses(generated: Generated) -> None:
    settings = '[verbs]\ncreate = "add"\n[calls]\n"POST /v1/chat.postMessage" = "chat.say"\n'
    package = generated(HEAD + INLINE, settings=settings)
    assert {"CustomerAddAddress", "ChatSayResponse"} <= {*dir(package.models)}


# --- names of alternatives ---------------------------------------------------------------------


def _with(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


TEXT = {"type": "string"}
OPTIONS: dict[str, tuple[Any, list[str]]] = {
    "a title": (
        [{"title": "User", **_with(id=TEXT)}, {"title": "Team", **_with(slug=TEXT, id=TEXT)}],
        ["PetOwnerUser", "PetOwnerTeam"],
    ),
    "a title that repeats the name": (
        [{"title": "Pet owner user", **_with(id=TEXT)}, {"title": "Bot", **_with(slug=TEXT)}],
        ["PetOwnerUser", "PetOwnerBot"],
    ),
    "a property with one value": (
        [_with(kind={"const": "card"}, n=TEXT), _with(kind={"enum": ["bank_account"]}, m=TEXT)],
        ["PetOwnerCard", "PetOwnerBankAccount"],
    ),
    "a property with few values": (
        [_with(s={"enum": ["done"]}, a=TEXT), _with(s={"enum": ["queued", "running"]}, a=TEXT)],
        ["PetOwnerDone", "PetOwnerQueuedOrRunning"],
    ),
    "a boolean": (
        [_with(ok={"const": True}, a=TEXT), _with(ok={"const": False}, a=TEXT)],
        ["PetOwnerOk", "PetOwnerNotOk"],
    ),
    "a required property": (
        [
            {**_with(id=TEXT, email=TEXT), "required": ["email"]},
            {**_with(id=TEXT, phone=TEXT), "required": ["id", "phone"]},
        ],
        ["PetOwnerWithEmail", "PetOwnerWithId"],
    ),
    "a property of its own": (
        [_with(id=TEXT, image=TEXT), _with(id=TEXT, size=TEXT)],
        ["PetOwnerWithImage", "PetOwnerWithSize"],
    ),
    "what is left": (
        [_with(id=TEXT), _with(id=TEXT, size=TEXT), _with(id=TEXT, image=TEXT)],
        ["PetOwnerOther", "PetOwnerWithSize", "PetOwnerWithImage"],
    ),
    "the only object": ([TEXT, _with(id=TEXT), {"type": "integer"}], ["PetOwner"]),
    "an object and an array": (
        [_with(id=TEXT), {"type": "array", "items": _with(n=TEXT)}],
        ["PetOwner", "PetOwnerItem"],
    ),
    "a value or nothing": ([{"type": "null"}, _with(id=TEXT)], ["PetOwner"]),
    "an empty object": (
        [
            {"type": "object", "additionalProperties": False},
            {"type": "object", "properties": {"id": TEXT}},
        ],
        ["PetOwnerEmpty", "PetOwnerWithId"],
    ),
    "nothing": (
        [_with(a=TEXT), _with(a={"type": "integer"})],
        ["PetOwnerOption1", "PetOwnerOption2"],
    ),
}


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("what", OPTIONS)
def test_classes_of_alternatives(what: str, keyword: str, tmp_path: Path) -> None:
    options, expected = OPTIONS[what]
    pet = {"type": "object", "properties": {"owner": {keyword: options}}}
    named = name(document(_referring({"Pet": pet}), Pet=pet), tmp_path)
    assert sorted(named.models.values()) == sorted(["Pet", *expected])


def test_alternatives_with_a_discriminator(tmp_path: Path) -> None:
    options = [
        _with(type={"const": "message_start"}, a=TEXT),
        _with(type={"const": "ping"}, a=TEXT),
    ]
    event = {"oneOf": options, "discriminator": {"propertyName": "type"}}
    named = name(document(_referring({"Event": event}), Event=event), tmp_path)
    assert sorted(named.models.values()) == ["Event", "EventMessageStart", "EventPing"]


def test_alternatives_that_add_components_to_an_object(tmp_path: Path) -> None:
    """Each is named after the component that only it includes, without what it repeats."""
    parts = {each: _with(**{each: TEXT}) for each in ("rule-creation", "rule-update", "info")}
    both = [
        {"allOf": [{"$ref": f"#/components/schemas/{each}"}, {"$ref": "#/components/schemas/info"}]}
        for each in ("rule-creation", "rule-update")
    ]
    schemas = {**parts, "rule": {"oneOf": both}}
    named = name(document(_referring(schemas), **schemas), tmp_path)
    assert named.models["/components/schemas/rule/oneOf/0"] == "RuleCreationObject"
    assert {"RuleCreation", "RuleUpdate", "Rule"} <= {*named.models.values()}


# --- names that meet ---------------------------------------------------------------------------


def test_a_component_keeps_its_name_beside_an_inline_schema(tmp_path: Path) -> None:
    pet = _with(owner=_with(a=TEXT), tags={"type": "array", "items": _with(b=TEXT)})
    schemas = {"Pet": pet, "PetOwner": _with(c=TEXT), "PetTag": _with(d=TEXT)}
    named = name(document(_referring(schemas), **schemas), tmp_path)
    assert named.models == {
        "/components/schemas/Pet": "Pet",
        "/components/schemas/Pet/properties/owner": "PetOwnerObject",
        "/components/schemas/Pet/properties/tags/items": "PetTagsItem",
        "/components/schemas/PetOwner": "PetOwner",
        "/components/schemas/PetTag": "PetTag",
    }


def test_two_media_types_with_bodies_of_their_own(tmp_path: Path) -> None:
    content = {
        "application/json": {"schema": {"type": "array", "items": _with(a=TEXT)}},
        "multipart/form-data": {"schema": _with(b={"type": "object", "properties": {"x": TEXT}})},
    }
    answers = {
        "200": {
            "description": "d",
            "content": {
                "application/json": {"schema": _with(a=TEXT)},
                "application/xml": {"schema": _with(b=TEXT)},
            },
        }
    }
    paths = {"/pets": {"post": {"requestBody": {"content": content}, "responses": answers}}}
    named = name(document(paths), tmp_path)
    assert {"PetCreateResponse", "PetCreateXmlResponse"} <= {*named.models.values()}


def test_a_reference_into_another_schema_is_named_after_its_location(tmp_path: Path) -> None:
    schemas = {
        "Answer": _with(model={"$ref": "#/components/schemas/Question/properties/model"}),
        "Question": _with(model=_with(name=TEXT)),
        "Holder": {**_with(part={"$ref": "#/components/schemas/Holder/$defs/Part"})},
    }
    schemas["Holder"]["$defs"] = {"Part": _with(size=TEXT)}
    named = name(document(_referring(schemas), **schemas), tmp_path)
    assert sorted(named.models.values()) == [
        "Answer",
        "Holder",
        "Part",
        "Question",
        "QuestionModel",
    ]


# --- values of enumerations --------------------------------------------------------------------


def test_values_of_enumerations_are_written_as_they_are(generated: Generated) -> None:
    """They have no names in Python, so that none of them can be renamed."""
    values = ["+1", "-1", "", "2fa", "class", "None", "DateSent<", "a", "A"]
    reaction = {"type": "string", "enum": values}
    package = generated(
        json.dumps(
            document(_referring({"Pet": {}}), Pet=_with(reaction=reaction), Reaction=reaction)
        )
    )
    source = (package.folder / package.name / "models.py").read_text("utf-8")
    listed = ", ".join(json.dumps(each) for each in values)
    assert listed in re.sub(r"\s+", " ", source).replace(", ]", "]")
