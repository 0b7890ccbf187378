"""The kiosk itself: composition root, command line, config, sessions and storage.

May import every other package; nothing imports it.
"""
