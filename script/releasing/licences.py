"""Under which licence each wheel is, by what it says of itself, and the texts it brings."""

from __future__ import annotations

import email
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import NormalizedName, canonicalize_name

READ: dict[str, str] = {
    "espeakng-loader": "GPL-3.0-or-later",  # states none; the library it carries is
    "flatbuffers": "Apache-2.0",
    "jinja2": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "onnxruntime": "MIT",
    "opencv-python-headless": "Apache-2.0 AND LGPL-2.1-or-later",  # FFmpeg inside
    "protobuf": "BSD-3-Clause",
    "pyrage": "MIT",
    "qrcode": "BSD-3-Clause",
    "shellingham": "ISC",
}
"""Read by us in the files of packages whose metadata has no licence that a program understands."""
WITH_OURS = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-3.0-only", "GPL-3.0-or-later",
    "ISC", "LGPL-2.1-or-later", "LGPL-3.0-only", "MIT", "MIT-0", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Zlib",
})  # fmt: skip
"""What may be given away together with a program under GPL-3.0-or-later."""
_TEXT = re.compile(r"\.dist-info/(?:.*/)?[^/]*(?:licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_RULE = "=" * 100


class LicenceInDoubt(Exception):
    """A package states no licence that is known here, or one that does not go with ours."""


@dataclass(frozen=True, slots=True)
class Described:
    """A package as its wheel describes it. `licence`: an SPDX expression. `texts`: by the file's name."""

    name: NormalizedName
    version: str
    summary: str
    licence: str
    requires: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]


def described(wheel: Path) -> Described:
    """Raises `LicenceInDoubt`, `OSError`."""
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(archive.namelist())
        (metadata,) = (name for name in names if re.fullmatch(r"[^/]+\.dist-info/METADATA", name))
        metadata_read = email.message_from_string(archive.read(metadata).decode("utf-8"))
        texts = [
            (text.partition("/")[2], archive.read(text).decode("utf-8", "replace"))
            for text in names
            if _TEXT.search(text)
        ]
    name = canonicalize_name(metadata_read["Name"])
    return Described(
        name, metadata_read["Version"], metadata_read["Summary"] or "", _licence(name, metadata_read),
        tuple(metadata_read.get_all("Requires-Dist", [])), tuple(texts),
    )  # fmt: skip


def licences_text(packages: Iterable[Described], own: str) -> str:
    """The licence of each package, then every text of a licence that a wheel brings; *own*: our notices."""
    packages = sorted(packages, key=lambda package: package.name)
    table = "".join(f"{package.name} {package.version}: {package.licence}\n" for package in packages)
    parts = [f"The packages of this release and their licences\n\n{table}", own]
    parts += [
        f"{package.name} {package.version}: {file}\n\n{text.rstrip()}\n"
        for package in packages
        for file, text in package.texts
    ]
    return f"\n{_RULE}\n".join(parts)


def goes_with_ours(licence: str) -> bool:
    """Whether one of the choices of an SPDX expression may be given away with our own program."""
    choices = licence.replace("(", "").replace(")", "").split(" OR ")
    return any(all(one in WITH_OURS for one in choice.split(" AND ")) for choice in choices)


def _licence(name: str, said: Message) -> str:
    for stated in (said["License-Expression"], READ.get(name), said["License"]):
        try:
            licence = str(canonicalize_license_expression(stated)) if stated else ""
        except InvalidLicenseExpression:
            continue
        if licence and not goes_with_ours(licence):
            raise LicenceInDoubt(f"{name}: {licence} does not go with GPL-3.0-or-later")
        if licence:
            return licence
    raise LicenceInDoubt(f"{name}: no licence that is understood; read its files, and note it in READ")
