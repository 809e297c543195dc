"""JSON Schemas of exports, after the formats' own documents."""

from __future__ import annotations

from typing import Any

DAY = r"^\d{4}-\d\d-\d\d$"
_TEXTS = {"type": "array", "items": {"type": "string"}}


def _closed(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


_ENTITY = _closed(
    [],
    code={"type": "string", "pattern": "^[A-Z]{3}$"},
    sector={"type": "string", "pattern": "^[A-Z]{3}$"},
    entity_text={"type": "string"},
    identifier_id={"type": "string"},
    identifier_text={"type": "string"},
    religion={"type": "string"},
    ethnicity={"type": "string"},
    office={"type": "string"},
    gender={"type": "string"},
    age={"type": "number"},
)
PLOVER = _closed(
    ["id", "date", "actor", "event"],
    id={"type": "string"},
    has_event={"const": True},
    date={"type": "string", "pattern": DAY},
    time={"type": "string", "pattern": r"^\d\d:\d\d"},
    enddate={"type": "string", "pattern": DAY},
    endtime={"type": "string"},
    actor={"type": "array", "minItems": 1, "items": _ENTITY},
    recipient={"type": "array", "items": _ENTITY},
    event={"type": "array", "items": {"type": "string", "pattern": "^[A-Z]+$"}, "minItems": 1},
    event_loc=_closed(
        [],
        extracted_place={"type": "string"},
        resolved_place={"type": "string"},
        geonameid={"type": "string"},
        lat={"type": "number"},
        lon={"type": "number"},
        city={"type": "string"},
        district={"type": "string"},
        province={"type": "string"},
        country={"type": "string"},
        country_code={"type": "string", "pattern": "^[A-Z]{3}$"},
        feature_class={"type": "string"},
        feature_code={"type": "string"},
        resolution={"enum": [1, 2, 3, 4, 5]},
    ),
    event_text=_TEXTS,
    quad_code={"enum": [1, 2, 3, 4]},
    event_scale={"type": "number", "minimum": -10, "maximum": 10},
    mode=_TEXTS,
    context=_TEXTS,
    link={"type": "string"},
    text={"type": "string"},
    text_info=_closed(
        ["sequence", "start", "end"],
        sequence={"type": "integer", "minimum": 1},
        start={"type": "integer"},
        end={"type": "integer"},
    ),
    cite_info={"type": "object"},
    coder={"type": "string"},
    size=_closed([], dead={"type": "integer"}, injured={"type": "integer"}, arrested={"type": "integer"}),
    onrecord={"type": "object", "required": ["status", "polarity", "certainty", "told_by", "trigger", "rule"]},
)

_NULLABLE_TEXT = {"type": ["string", "null"]}
_NULLABLE_COUNT = {"type": ["integer", "null"]}
GEOJSON_PROPERTIES = [
    "type",
    "mode",
    "contexts",
    "cameo",
    "quad",
    "score",
    "status",
    "certainty",
    "actors",
    "recipients",
    "date_start",
    "date_end",
    "date_words",
    "place",
    "place_words",
    "place_precision",
    "geonameid",
    "admin1",
    "country",
    "killed_low",
    "killed_high",
    "injured_low",
    "injured_high",
    "told_by",
    "quote",
    "start",
    "end",
    "publisher",
    "published",
    "record_url",
    "source_url",
    "reports",
    "independent_reports",
    "speakers",
]
GEOJSON = _closed(
    ["type", "features"],
    type={"const": "FeatureCollection"},
    features={
        "type": "array",
        "items": _closed(
            ["type", "id", "geometry", "properties"],
            type={"const": "Feature"},
            id={"type": "string"},
            geometry={
                "oneOf": [
                    {"type": "null"},
                    _closed(
                        ["type", "coordinates"],
                        type={"const": "Point"},
                        coordinates={
                            "type": "array",
                            "prefixItems": [
                                {"type": "number", "minimum": -180, "maximum": 180},
                                {"type": "number", "minimum": -90, "maximum": 90},
                            ],
                            "minItems": 2,
                            "maxItems": 2,
                        },
                    ),
                ]
            },
            properties=_closed(
                GEOJSON_PROPERTIES,
                **{
                    name: _NULLABLE_COUNT
                    if name.endswith(("_low", "_high")) or name in ("reports", "independent_reports", "speakers")
                    else {"type": ["number", "null"]}
                    if name in ("quad", "score", "start", "end")
                    else _NULLABLE_TEXT
                    for name in GEOJSON_PROPERTIES
                },
            ),
        ),
    },
)

# The properties that each schema has, its ancestors' included, of those that an export may write.
_THING = ["name", "alias", "country", "notes", "proof", "publisher", "sourceUrl", "summary", "description", "keywords"]
_INTERVAL = ["startDate", "endDate", "date", "sourceUrl", "publisher", "summary", "description", "recordId", "proof"]
FTM_PROPERTIES: dict[str, set[str]] = {
    "Article": {*_THING, "fileName", "title", "publishedAt", "language", "contentHash"},
    "Person": {*_THING, "wikidataId"},
    "Organization": {*_THING, "wikidataId"},
    "PublicBody": {*_THING, "wikidataId"},
    "LegalEntity": {*_THING, "wikidataId"},
    "Event": {*_THING, *_INTERVAL, "location", "involved", "organizer"},
    "UnknownLink": {*_INTERVAL, "subject", "object", "role", "status"} - {"proof"},
    "Mention": {"document", "name", "resolved", "detectedSchema"},
}
FTM_REQUIRED = {"Article": ["fileName"], "Event": ["name"], "UnknownLink": ["subject", "object"],
                "Mention": ["document", "name"]}  # fmt: skip


def ftm_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of FollowTheMoney entities of one schema."""
    properties = {
        prop: {
            "type": "array",
            "minItems": 1,
            "uniqueItems": prop != "sourceUrl",
            "items": {"type": "string", "minLength": 1},
        }
        for prop in sorted(FTM_PROPERTIES[name])
    }
    properties |= {
        prop: {**properties[prop], "items": {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}}
        for prop in ("date", "startDate", "endDate", "publishedAt")
        if prop in properties
    }
    if "country" in properties:
        properties["country"] = {**properties["country"], "items": {"type": "string", "pattern": "^[a-z]{2}$"}}
    required = FTM_REQUIRED.get(name, ["name"])
    return _closed(
        ["id", "schema", "properties"],
        id={"type": "string", "pattern": "^onr-[0-9a-f]{40}$"},
        schema={"const": name},
        properties=_closed(required, **properties),
    )


_BODY = {
    "type": "object",
    "required": ["type", "purpose", "value"],
    "properties": {"type": {"const": "TextualBody"}, "purpose": {"enum": ["tagging", "describing"]},
                   "value": {"type": "string"}, "format": {"type": "string"}},
    "additionalProperties": False,
}  # fmt: skip
_SELECTOR = {
    "oneOf": [
        _closed(["type", "exact", "prefix", "suffix"], type={"const": "TextQuoteSelector"},
                exact={"type": "string", "minLength": 1}, prefix={"type": "string", "maxLength": 32},
                suffix={"type": "string", "maxLength": 32}),
        _closed(["type", "start", "end"], type={"const": "TextPositionSelector"},
                start={"type": "integer", "minimum": 0}, end={"type": "integer", "minimum": 1}),
    ]
}  # fmt: skip
WEB_ANNOTATION = _closed(
    ["@context", "id", "type", "motivation", "body", "target"],
    **{"@context": {"const": "http://www.w3.org/ns/anno.jsonld"}},
    id={"type": "string", "pattern": "^urn:onrecord:"},
    type={"const": "Annotation"},
    motivation={"const": "classifying"},
    body={"type": "array", "items": _BODY, "minItems": 2},
    target={
        "type": "array",
        "minItems": 1,
        "items": _closed(
            ["source", "selector"],
            source={"type": "string", "format": "uri"},
            selector={"type": "array", "items": _SELECTOR},
            state={"type": "object"},
        ),
    },
)
