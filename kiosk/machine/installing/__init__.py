"""`kiosk install`: what a machine needs so that it opens the kiosk by itself, and nothing else.

`plan` says what is written where, `machine` what has to hold before, `carry_out` does it as root.
"""
