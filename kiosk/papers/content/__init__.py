"""Content packs: what a ward says to its kiosks in one signed file, and how a kiosk takes one in.

Knows no Qt. `manifest` and `pack_file` are the format, which ward and kiosk share; `root` says which content
is in force; `taking` verifies, unpacks and proves; `trial` goes back where the new content does not hold.
"""
