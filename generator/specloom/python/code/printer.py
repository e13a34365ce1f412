"""Print statements in the style of black, with lines of at most `WIDTH` characters where that is possible.

Black keeps a list apart that ends in a comma. So what does not fit into its line is printed with one
element a line and a comma after the last; nothing else about the style has to be decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from specloom.python.code.tree import (
    Argument,
    Assign,
    Await,
    Call,
    ClassHead,
    Compare,
    Conditional,
    Constant,
    Dict,
    Evaluate,
    Expression,
    FunctionHead,
    Import,
    ImportBlock,
    ImportFrom,
    Keyword,
    List,
    Name,
    Parameter,
    Return,
    Set,
    Statement,
    Subscript,
    Tuple,
    Union,
    Unpack,
)

WIDTH = 100
"""The most characters of a line."""

INDENT = 4


def print_statement(statement: Statement, indent: int = 0) -> str:
    """Return the source of a statement, without a line break at its end.

    Args:
        statement: what to print.
        indent: the number of spaces before each of its lines.
    """
    return "\n".join(_statement(statement, indent))


def flat(node: Argument) -> str:
    """Return the source of an expression or argument in one line."""
    match node:
        case Name(text):
            return text
        case Constant(value):
            return _literal(value)
        case Compare(left, operator, right):
            return f"{left.text} {operator} {_literal(right.value)}"
        case Conditional(value, test, otherwise):
            return f"({flat(value)} if {flat(test)} else {flat(otherwise)})"
        case Keyword(name, value):
            return f"{name}={flat(value)}"
        case Unpack(value, stars):
            return f"{'*' * stars}{flat(value)}"
        case Await(call):
            return f"await {flat(call)}"
        case Union(members):
            return " | ".join(map(flat, members))
        case Call() | Subscript() | List() | Set() | Tuple() | Dict():
            opening, elements, closing = _parts(node)
            trailing = "," if isinstance(node, Tuple) and len(elements) == 1 else ""
            inner = ", ".join(f"{prefix}{flat(value)}" for prefix, value in elements)
            return f"{opening}{inner}{trailing}{closing}"
    assert_never(node)


def _literal(value: str | bytes | int | float | bool | None) -> str:
    """A literal in ASCII, so that nothing in it can mislead a reader; quoted as black quotes."""
    if not isinstance(value, (str, bytes)):
        return repr(value)
    text = ascii(value)
    prefix = "b" if isinstance(value, bytes) else ""
    quote, body = text[len(prefix)], text[len(prefix) + 1 : -1]
    if quote == '"':
        return text
    plain = body.replace("\\'", "'")
    doubled = plain.replace('"', '\\"')
    return f'{prefix}"{doubled}"' if doubled.count("\\") <= body.count("\\") else text


Bracketed = Call | Subscript | List | Set | Tuple | Dict


def _parts(node: Bracketed) -> tuple[str, list[tuple[str, Argument]], str]:
    """The opening of a bracketed node, its elements with what precedes each, and its closing."""
    match node:
        case Call(function, arguments):
            return f"{function.text}(", [("", each) for each in arguments], ")"
        case Subscript(value, items):
            return f"{value.text}[", [("", each) for each in items], "]"
        case List(items):
            return "[", [("", each) for each in items], "]"
        case Set(items):
            return "{", [("", each) for each in items], "}"
        case Tuple(items):
            return "(", [("", each) for each in items], ")"
        case Dict(entries):
            return (
                "{",
                [("**" if key is None else f"{flat(key)}: ", value) for key, value in entries],
                "}",
            )
    assert_never(node)


def _statement(statement: Statement, indent: int) -> Iterator[str]:
    match statement:
        case Assign(target, value, annotation):
            yield from _assign(target, annotation, value, indent)
        case Return(value):
            yield from _value("return ", value, "", indent)
        case Evaluate(value):
            yield from _element("", value, "", indent)
        case Import(module):
            yield f"{' ' * indent}import {module}"
        case ImportFrom():
            yield from _import_from(statement, indent)
        case ImportBlock(groups):
            for number, group in enumerate(groups):
                yield from ("",) if number else ()
                for each in group:
                    yield from _statement(each, indent)
        case FunctionHead():
            yield from _function(statement, indent)
        case ClassHead(name, arguments):
            if arguments:
                yield from _element("class ", Call(Name(name), arguments), ":", indent)
            else:
                yield f"{' ' * indent}class {name}:"
        case _:
            assert_never(statement)


def _import_from(statement: ImportFrom, indent: int) -> Iterator[str]:
    pad = " " * indent
    texts = [f"{name} as {alias}" if alias else name for name, alias in statement.names]
    line = f"{pad}from {statement.module} import {', '.join(texts)}"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{pad}from {statement.module} import ("
    yield from (f"{pad}{' ' * INDENT}{each}," for each in texts)
    yield f"{pad})"


def _assign(
    target: str, annotation: Expression | None, value: Expression | None, indent: int
) -> Iterator[str]:
    pad = " " * indent
    head = target if annotation is None else f"{target}: {flat(annotation)}"
    if value is None:
        assert annotation is not None, "an assignment needs an annotation or a value"
        yield from _value(f"{target}: ", annotation, "", indent)
    elif annotation is None or len(f"{pad}{head} = {flat(value)}") <= WIDTH:
        yield from _value(f"{head} = ", value, "", indent)
    elif isinstance(value, (Name, Constant, Compare)):
        if len(f"{pad}{head} = ") < WIDTH:
            yield from _in_parentheses(f"{head} = ", value, "", indent)
        elif isinstance(annotation, Name) and indent + INDENT + len(annotation.text) > WIDTH:
            yield f"{pad}{head} = ({flat(value)})"  # no line break helps; black has it so
        else:
            yield from _value(f"{target}: ", annotation, f" = {flat(value)}", indent)
    elif len(f"{pad}{head} = (") <= WIDTH:
        yield from _value(f"{head} = ", value, "", indent)
    else:
        opening, elements, closing = _annotation_parts(annotation)
        yield f"{pad}{target}: {opening}"
        comma = "" if len(elements) == 1 else ","
        for each in elements:
            yield from _element("", each, comma, indent + INDENT)
        yield from _value(f"{closing} = ", value, "", indent)


def _annotation_parts(annotation: Expression) -> tuple[str, Sequence[Argument], str]:
    """Where an annotation is broken, before a value that is broken as well: at its brackets or new ones."""
    match annotation:
        case Subscript(name, items):
            return f"{name.text}[", items, "]"
        case _:
            return "(", (annotation,), ")"


def _value(prefix: str, value: Expression, suffix: str, indent: int) -> Iterator[str]:
    """What stands alone in its statement, which may have parentheses around it."""
    line = f"{' ' * indent}{prefix}{flat(value)}{suffix}"
    if len(line) <= WIDTH or _is_breakable_after(f"{' ' * indent}{prefix}", value):
        yield from _element(prefix, value, suffix, indent)
    elif (
        not isinstance(value, (Name, Constant, Compare))
        or indent + INDENT + len(flat(value)) <= WIDTH
    ):
        yield from _in_parentheses(prefix, value, suffix, indent)
    else:
        yield line


def _in_parentheses(prefix: str, value: Expression, suffix: str, indent: int) -> Iterator[str]:
    yield f"{' ' * indent}{prefix}("
    yield from _element("", value, "", indent + INDENT)
    yield f"{' ' * indent}){suffix}"


def _is_breakable_after(start: str, value: Expression) -> bool:
    """Whether a value has brackets with something in them that open within the line."""
    match value:
        case Await(call):
            return _is_breakable_after(f"{start}await ", call)
        case Call() | Subscript() | List() | Set() | Tuple() | Dict():
            opening, elements, _ = _parts(value)
            return bool(elements) and len(start) + len(opening) <= WIDTH
        case Conditional():
            return True
        case Name() | Constant() | Compare() | Union():
            return False
    assert_never(value)


def _element(prefix: str, value: Argument, suffix: str, indent: int) -> Iterator[str]:
    """A value in a line, or in several if it has brackets or operators to break at."""
    pad = " " * indent
    line = f"{pad}{prefix}{flat(value)}{suffix}"
    if len(line) <= WIDTH:
        yield line
        return
    match value:
        case Keyword(name, inner):
            yield from _element(f"{prefix}{name}=", inner, suffix, indent)
        case Unpack(inner, stars):
            yield from _element(f"{prefix}{'*' * stars}", inner, suffix, indent)
        case Await(call):
            yield from _element(f"{prefix}await ", call, suffix, indent)
        case Union(members):
            yield from _operands(prefix, members, suffix, indent)
        case Call() | Subscript() | List() | Set() | Tuple() | Dict():
            opening, elements, closing = _parts(value)
            if not elements:
                yield line
                return
            # A comma after the only item of a subscript would make a tuple of it.
            comma = "" if isinstance(value, Subscript) and len(elements) == 1 else ","
            yield f"{pad}{prefix}{opening}"
            for before, each in elements:
                yield from _element(before, each, comma, indent + INDENT)
            yield f"{pad}{closing}{suffix}"
        case Conditional(chosen, test, otherwise):
            yield f"{pad}{prefix}("
            yield from _element("", chosen, "", indent + INDENT)
            yield from _test(test, indent + INDENT)
            yield from _element("else ", otherwise, "", indent + INDENT)
            yield f"{pad}){suffix}"
        case Name() | Constant() | Compare():
            yield line
        case _:
            assert_never(value)


def _test(test: Expression, indent: int) -> Iterator[str]:
    line = f"{' ' * indent}if {flat(test)}"
    if len(line) <= WIDTH or not isinstance(test, Compare):
        yield line
    else:
        yield f"{' ' * indent}if {flat(test.left)}"
        yield f"{' ' * indent}{test.operator} {flat(test.right)}"


def _operands(
    prefix: str, members: Sequence[Expression], suffix: str, indent: int
) -> Iterator[str]:
    last = len(members) - 1
    for number, member in enumerate(members):
        before = f"{prefix}" if number == 0 else "| "
        yield from _element(before, member, suffix if number == last else "", indent)


def _function(head: FunctionHead, indent: int) -> Iterator[str]:
    pad, end = " " * indent, ": ..." if head.is_stub else ":"
    start = f"{pad}{'async ' if head.is_async else ''}def {head.name}("
    line = (
        f"{start}{', '.join(map(_flat_parameter, head.parameters))}) -> {flat(head.returns)}{end}"
    )
    if len(line) <= WIDTH or not head.parameters:
        yield line
        return
    yield start
    for each in head.parameters:
        yield from _parameter(each, indent + INDENT)
    yield from _value(") -> ", head.returns, end, indent)


def _flat_parameter(parameter: Parameter) -> str:
    text = parameter.name
    if parameter.annotation is not None:
        text = f"{text}: {flat(parameter.annotation)}"
    if parameter.default is None:
        return text
    equals = "=" if parameter.annotation is None else " = "
    return f"{text}{equals}{flat(parameter.default)}"


def _parameter(parameter: Parameter, indent: int) -> Iterator[str]:
    line = f"{' ' * indent}{_flat_parameter(parameter)},"
    if len(line) <= WIDTH or parameter.annotation is None:
        yield line
        return
    default = "" if parameter.default is None else f" = {flat(parameter.default)}"
    yield from _value(f"{parameter.name}: ", parameter.annotation, f"{default},", indent)
