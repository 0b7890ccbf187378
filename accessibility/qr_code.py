"""A text as a QR code: which of its squares are dark. The only module that knows `qrcode`."""

from __future__ import annotations

QUIET_MODULES = 4
"""The empty edge that ISO/IEC 18004 asks for."""


def modules_of(payload: str) -> list[list[bool]]:
    """The code without its quiet zone: ``modules[row][column]`` is True where it is dark."""
    # Imported here: with Pillow behind it, it costs 45 ms that the first frame does not have to wait for.
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(payload)
    code.make(fit=True)
    return [[bool(dark) for dark in row] for row in code.get_matrix()]
