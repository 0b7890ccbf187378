"""What serves the screens at a point: everything that runs beside them, and what they are handed.

Here live the services (`services`), the guides in force (`guides`), a resident's card (`cards`), the panel
(`display`), the doctor (`health`), who may help (`staff`), and the book of all screens (`tour`). Comes in:
the log,
papers, the machine. Goes out: what fits the ports of `ui/visit`. Only the composition and the desk stand
above it.
"""
