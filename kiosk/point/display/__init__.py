"""The screen the kiosk stands behind: its size, Qt's application and loop, and the first frame."""
