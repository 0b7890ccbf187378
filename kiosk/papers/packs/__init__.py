"""A signed pack as such: lines of JSON under keys, then a zip archive of which every byte was signed.

Content packs (`kiosk.papers.content`) and program packs (`kiosk.papers.program`) are read and written by
these alone.
"""
