"""The bill of materials of a release, in CycloneDX: each package, its wheels, its licence, what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from releasing.licences import Described

OWN_NAME, OWN_LICENCE = "kiosk-binh-dan-hoc-vu-so", "GPL-3.0-or-later"
FONTS = (("Noto Sans", "2.004", "OFL-1.1"), ("Open Sans", "1.10", "Apache-2.0"))
"""What of others lies in the clone itself."""


@dataclass(frozen=True, slots=True)
class Material:
    """A package and its wheels: file name and SHA-256 in hex."""

    package: Described
    wheels: tuple[tuple[str, str], ...]


def bill_of_materials(
    version: str,
    commit: str,
    at: datetime,
    materials: Sequence[Material],
    asks: Iterable[str],
    environments: Sequence[dict[str, str]],
) -> str:
    """As JSON, the same for the same release. *asks*: what the program itself asks for, as ``pyproject.toml``
    has it. *environments*: of the machines it is for.
    """
    own = Component(
        name=OWN_NAME, version=version, type=ComponentType.APPLICATION, bom_ref=OWN_NAME,
        licenses=[_licence(OWN_LICENCE)],
    )  # fmt: skip
    parts = [_component(material) for material in materials]
    fonts = [_font(*font) for font in FONTS]
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, f"{OWN_NAME}/{version}/{commit}"),
        metadata=BomMetaData(component=own, timestamp=at),
        components=[*parts, *fonts],
    )
    bom.register_dependency(own, [*_named(asks, parts, environments), *fonts])
    for part, material in zip(parts, materials, strict=True):
        bom.register_dependency(part, _named(material.package.requires, parts, environments))
    return str(JsonV1Dot6(bom).output_as_string(indent=1)) + "\n"


def _component(one: Material) -> Component:
    package = one.package
    purl = PackageURL("pypi", None, package.name, package.version)
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=str(purl),
        purl=purl,
        description=package.summary or None,
        licenses=[_licence(package.licence)],
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(f"wheels/{file}"),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256)],
            )
            for file, sha256 in one.wheels
        ],
    )


def _font(name: str, version: str, licence: str) -> Component:
    return Component(
        name=name, version=version, type=ComponentType.FILE, bom_ref=name, licenses=[_licence(licence)]
    )


def _licence(expression: str) -> License:
    return LicenseFactory().make_from_string(expression)


def _named(
    asks: Iterable[str], parts: Sequence[Component], environments: Sequence[dict[str, str]]
) -> list[Component]:
    """Which of the parts these requirements name, on some of the machines, without extras."""
    asked = [Requirement(ask) for ask in asks]
    names = {
        canonicalize_name(requirement.name)
        for requirement in asked
        if requirement.marker is None or any(map(requirement.marker.evaluate, environments))
    }
    return [part for part in parts if part.name in names]
