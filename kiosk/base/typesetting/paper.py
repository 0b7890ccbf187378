"""A Typst template, filled with JSON and pictures, as a PDF or as pictures of its pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from resources import path

PPI = 160


@dataclass(frozen=True, slots=True)
class Paper:
    """*template* reads `words` as JSON in the input ``paper``, and each of *files* by its name, as ``/name``.

    `made` is the only time that stands in it.
    """

    template: bytes
    words: Mapping[str, object]
    made: date
    files: Mapping[str, bytes] = field(default_factory=dict)

    def pdf(self) -> bytes:
        """A tagged PDF, which a screen reader can read."""
        return b"".join(self._compiled("pdf"))

    def pages(self, ppi: int = PPI) -> tuple[bytes, ...]:
        """A PNG of each page."""
        return self._compiled("png", ppi)

    def _compiled(self, kind: Literal["pdf", "png"], ppi: int = PPI) -> tuple[bytes, ...]:
        import typst  # 40 ms, for those who want it

        made = datetime.combine(self.made, time(), UTC)
        compiled: Any = typst.compile  # its own types know no bytes
        with TemporaryDirectory(prefix="paper-") as root:
            for name, content in self.files.items():
                Path(root, name).write_bytes(content)
            raw: bytes | list[bytes] = compiled(
                self.template,
                root=root,
                format=kind,
                ppi=ppi,
                font_paths=[str(path("fonts"))],
                ignore_system_fonts=True,
                sys_inputs={"paper": json.dumps(self.words, ensure_ascii=False)},
                timestamp=int(made.timestamp()),
            )
        return (raw,) if isinstance(raw, bytes) else tuple(raw)
