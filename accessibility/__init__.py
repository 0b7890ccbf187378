"""What makes the kiosk usable by everyone: preferences, sizes in millimetres, colours, speech.

Pure Python. May import `resources` only; knows no Qt and no guides.
"""
