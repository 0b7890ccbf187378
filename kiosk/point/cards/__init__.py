"""Residents' cards: read by a camera and printed on paper, each in a process or a thread of its own.

May import `ui`; what is offered with them stands in `kiosk.point.services.cards`.
"""
