"""Guides as data: steps, edges, the walk of one resident, and the rules every guide must pass.

Six rooms: `guide` ← `reading` ← `practice` ← `checking` ← `shelf` ← `search`; the guides themselves lie
beside them
as text (`library`, `training`, `exercises`, `rehearsals`). Pure Python. May import `resources` only; knows
no Qt, no database, no speech.
"""
