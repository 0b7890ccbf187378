"""The kiosk itself: here the composition root and the command line, in the packages everything they join.

May import every other package; of it `ui` imports `kiosk.events` and `kiosk.words` alone.
"""
