"""`kiosk doctor`: what works on this machine, and what to do about the rest.

A probe looks at the world and returns what it saw; a check is a pure function from what was seen to a
finding in plain Vietnamese and English. Tests hand in what a broken machine would show.
"""
