"""What of the log leaves the kiosk: packed by sequence range, signed, sealed, and kept until acknowledged.

Knows no Qt. `envelope` and `lines` are the format, which the ward reads with the same code.
"""
