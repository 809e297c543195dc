"""What is written is what is read back, for any reading that the types allow."""

from __future__ import annotations

import json
import types
import typing
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import Reading, json_schema, load_json, write_json
from onrecord.reading.span import Argument, Span, Target

_SCALARS: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(max_size=12),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
}


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(st.none() if argument is type(None) else _values(argument) for argument in arguments))
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_values(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(_values, arguments))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return st.deferred(lambda: _structs(hint))
    return _SCALARS[hint]


def _structs(cls: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{name: _values(hints[name]) for name in cls.__struct_fields__})


@settings(max_examples=60)
@given(_structs(Reading))
def test_a_reading_survives_writing_and_loading(reading: Reading) -> None:
    """Equal values, equal bytes, one line."""
    line = write_json(reading)
    again = load_json(line)
    assert again == reading
    assert write_json(again) == line
    assert b"\n" not in line


@settings(max_examples=40)
@given(_structs(Reading))
def test_every_reading_holds_to_the_schema(reading: Reading) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(write_json(reading)))


@given(st.text(), st.data())
def test_a_span_is_its_part_of_the_text(text: str, data: st.DataObject) -> None:
    """Offsets count code points, beyond the basic plane too, and are the same after JSON."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for cls in (Span, Argument, Target):
        span = cls.of(text, start, end)
        assert isinstance(span, cls)
        assert span.text == text[start:end]
        assert msgspec.json.decode(msgspec.json.encode(span), type=cls) == span


@given(st.text())
def test_a_document_is_told_apart_by_its_text(text: str) -> None:
    """The text's length is kept, and another text gives another hash."""
    document = Document(id="a", text=text)
    info = DocumentInfo.of(document)
    assert info.chars == len(text)
    assert info.sha256 == DocumentInfo.of(Document(id="b", text=text, title="t")).sha256
    assert info.sha256 != DocumentInfo.of(Document(id="a", text=text + ".")).sha256
