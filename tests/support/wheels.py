"""Small wheels that pip takes for real ones, and the lock that names them."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

MIT = "Permission is hereby granted, free of charge, to any person …\n"


def wheel(
    folder: Path, name: str, version: str = "1.0", tag: str = "py3-none-any", licence: str = "MIT", *more: str
) -> Path:
    """*more*: further lines of its metadata."""
    folder.mkdir(parents=True, exist_ok=True)
    file, info = folder / f"{name}-{version}-{tag}.whl", f"{name}-{version}.dist-info"
    said = [
        "Metadata-Version: 2.4",
        f"Name: {name}",
        f"Version: {version}",
        f"Summary: {name} for a test",
        *more,
    ]
    said += [f"License-Expression: {licence}"] if licence else []
    with zipfile.ZipFile(file, "w") as made:
        for path, text in (
            (f"{name}.py", f"# {tag}\n"),
            (f"{info}/METADATA", "\n".join(said) + "\n"),
            (f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n"),
            (f"{info}/licenses/LICENSE.txt", MIT),
            (f"{info}/RECORD", ""),
        ):
            made.writestr(zipfile.ZipInfo(path), text)
    return file


def locked(*wheels: Path, marker: str = "") -> str:
    """Lines of a lock as ``script/lock`` writes it: one package, which all these wheels are."""
    name, version, *_ = wheels[0].name.split("-")
    hashes = [f"--hash=sha256:{hashlib.sha256(one.read_bytes()).hexdigest()}" for one in wheels]
    said = f"{name}=={version}" + (f" ; {marker}" if marker else "")
    return " \\\n    ".join((said, *hashes)) + "\n    # via something\n"
