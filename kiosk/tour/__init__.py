"""`kiosk tour`: every screen of a guide as a picture, and a book for the people who must approve it."""

from kiosk.tour.render import render_tour

__all__ = ["render_tour"]
