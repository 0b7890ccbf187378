"""The table of every option, written from the declarations: `docs/config.md` is this text."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields

from kiosk.base.config.forms import FORMS
from kiosk.base.config.option import METADATA_KEY, Option
from kiosk.base.config.sections import SECTIONS

_HEAD = """# Every option of the config

This file is written from the declarations in `kiosk/base/config/` by `./script/run doctor --options`.
An option that is left out has the default below. Examples: `resources/points/`.
"""


def config_reference() -> str:
    """Markdown: one table a section, one line an option."""
    parts = [_HEAD]
    for name, section in SECTIONS.items():
        parts.append(
            f"\n## [{name}]\n\n| option | default | allowed | nghĩa | meaning |\n|---|---|---|---|---|\n"
        )
        parts.extend(_line(field) for field in fields(section))
    return "".join(parts)


def _line(one: Field[object]) -> str:
    declared: Option = one.metadata[METADATA_KEY]
    return f"| `{one.name}` | {_default(one)} | {_allowed(declared)} | {declared.vi} | {declared.en} |\n"


def _default(one: Field[object]) -> str:
    if one.default is MISSING:
        return "–"
    match one.default:
        case bool() as switch:
            return f"`{str(switch).lower()}`"
        case str() as text:
            return f'`"{text}"`'
        case ():
            return "`[]`"
        case other:
            return f"`{other}`"


def _allowed(declared: Option) -> str:
    if declared.kind == "numbers":
        return f"`[…]`, {declared.low:g}–{declared.high:g}"
    if declared.choices:
        return " · ".join(f"`{choice}`" for choice in declared.choices)
    if declared.form:
        return FORMS[declared.form].allowed
    if declared.kind == "phone":
        return f"{declared.low:g}–{declared.high:g} digits, or empty"
    if declared.low is not None and declared.high is not None:
        between = f"{declared.low:g}–{declared.high:g} {declared.unit}".strip()
        return f"{between}; 0: {declared.zero}" if declared.zero else between
    return {
        "yes-no": "`true` · `false`",
        "hours": '`mon` … `sun` = `["08:00-11:30", …]`',
        "size": "`WIDTHxHEIGHT`",
        "url": "`http://…` or `https://…`, or empty",
        "keys": "names of keys, a blank between",
    }.get(declared.kind, declared.kind)
