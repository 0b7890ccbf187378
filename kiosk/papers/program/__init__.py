"""Program packs: a version of the program with all it needs, signed by its maker, countersigned by a ward.

`release` and `pack_file` are the format, which maker, ward and kiosk share. Knows no Qt.
"""
