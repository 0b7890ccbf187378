"""What happened, kept: every acknowledged line of the log, visits folded from it, and figures counted from
them.

Here live the log's database (`storage`), visits and days as its lines tell them (`sessions`), the figures of
a kiosk, a ward and a city, hidden where they would name somebody (`figures`), and the logbook of our own
mistakes (`logbook`). Comes in: events of `kiosk.base.events`. Goes out: rows in their order, visits, figures.
"""
