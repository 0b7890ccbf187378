"""Options that several commands take together: a dataclass of them is one parameter of a command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """*command* as Typer reads it: a dataclass among its parameters becomes its fields as options."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if is_dataclass(hint) and isinstance(hint, type)}
    options = list(_options(command, hints, groups))

    def run(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{field.name: given.pop(field.name) for field in fields(group)})
        command(**given)

    run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
    run.__annotations__ = {option.name: option.annotation for option in options}
    run.__signature__ = Signature(options)  # type: ignore[attr-defined]  # what `inspect` reads first
    return run


def _options(
    command: Callable[..., None], hints: dict[str, Any], groups: dict[str, type]
) -> Iterator[Parameter]:
    for name, one in signature(command).parameters.items():
        if name not in groups:
            yield one.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[name])
            continue
        its = get_type_hints(groups[name], include_extras=True)
        for field in fields(groups[name]):
            yield Parameter(
                field.name, Parameter.KEYWORD_ONLY, default=_default(field), annotation=its[field.name]
            )


def _default(field: Field[Any]) -> object:
    return Parameter.empty if field.default is MISSING else field.default
