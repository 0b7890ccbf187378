"""Guides as data: steps, edges, the walk of one resident, and the rules every guide must pass.

Pure Python. May import `resources` only; knows no Qt, no database, no speech.
"""
