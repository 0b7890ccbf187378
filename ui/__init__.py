"""The screens. Qt lives here and nowhere else.

May import `flows`, `accessibility`, `resources` and, of `kiosk`, `kiosk.base.events` and `kiosk.base.words`.
What it
needs of the outside world it states as Protocols in `ui/visit/ports.py`; `kiosk` hands in the objects that
fit.
"""
