"""Content packs for the tests: small ones, and what others could make of them."""

from __future__ import annotations

import hashlib
import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from support.guides import ENGLISH, STRUCTURE, VIETNAMESE
from support.ward import Ward

from flows.reading.content import SHIPPED
from kiosk.papers.content.manifest import Manifest, signed_line
from kiosk.papers.content.pack_file import PackTerms, made_pack
from kiosk.papers.keys.key_files import public_bytes
from kiosk.papers.packs.held import Held
from kiosk.papers.packs.line import Sign
from kiosk.ward.authority import Authority

MADE = date(2026, 11, 29)
SMALL = {
    "guides/mot/flow.toml": b'id = "mot"\n' * 8,
    "guides/mot/vi.toml": b'title = "M\xe1\xbb\x99t"\n' * 8,
    "pictures/scenes/mot.png": bytes(range(256)),
    "words/vi.toml": b'[home]\nheading = "B\xc3\xa1c c\xe1\xba\xa7n g\xc3\xac?"\n',
    "needs.toml": b"[need]\n",
}


def sound(*names: str, says: str = "") -> dict[str, bytes]:
    """Files that a kiosk can prove: a small guide under each of *names*, one for volunteers, one exercise and
    one rehearsal. *says* is added to the first guide's first sentence.
    """
    files: dict[str, bytes] = {}
    for name in (*(names or ("hoc-thu",)), "giup-thu"):
        part, audience = ("training", "volunteer") if name == "giup-thu" else ("guides", "resident")
        flow = STRUCTURE.replace("hoc-thu", name).replace('audience = "resident"', f'audience = "{audience}"')
        vi = VIETNAMESE.replace("Bác mở máy.", f"Bác mở máy. {says}".strip())
        for language, text in (("flow", flow), ("vi", vi), ("en", ENGLISH)):
            files[f"{part}/{name}/{language}.toml"] = text.encode()
        says = ""
    for part, folder in (("exercises", SHIPPED.exercises), ("rehearsals", SHIPPED.rehearsals)):
        file = sorted(folder.rglob("*.toml"))[0]
        files[f"{part}/{file.parent.name}/{file.name}"] = file.read_bytes()
    return files


def small_pack(
    ward: Ward,
    counter: int = 1,
    files: Mapping[str, bytes] | None = None,
    *,
    programs: tuple[str, str] = ("0.0.1", ""),
    back_to: int | None = None,
) -> bytes:
    """A pack that this ward has signed."""
    terms = PackTerms(ward.authority.name, counter, MADE, programs, back_to)
    return made_pack(terms, SMALL if files is None else files, signers(ward.authority))


def forged(
    ward: Ward,
    /,
    entries: Iterable[tuple[zipfile.ZipInfo | str, bytes]],
    listed: Mapping[str, bytes],
    **more: object,
) -> bytes:
    """What somebody could make who has got hold of the ward's key: any archive, any list; all signed.

    *more* replaces fields of the manifest.
    """
    raw, held = any_archive(entries), held_of(listed)
    manifest = Manifest(
        held, (len(raw), hashlib.sha256(raw).hexdigest()), ward.authority.name, 1, MADE, ("0.0.1", "")
    )
    return signed_line(replace(manifest, **more), signers(ward.authority)) + raw  # type: ignore[arg-type]


def any_archive(entries: Iterable[tuple[zipfile.ZipInfo | str, bytes]]) -> bytes:
    """Whatever a zip can say, also what ours never does."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # two entries under one name
        for name, raw in entries:
            archive.writestr(name, raw)
    return made.getvalue()


def held_of(listed: Mapping[str, bytes]) -> tuple[Held, ...]:
    return tuple(Held(path, len(one), hashlib.sha256(one).hexdigest()) for path, one in listed.items())


def signers(authority: Authority) -> dict[bytes, Sign]:
    return {public_bytes(key): key.sign for key in authority.signers()}
