"""What is offered here: guides, exercises and rehearsals that passed every rule, and why others did not.

Here live the libraries (`library`, `exercises`, `rehearsals`), the check that staff run (`check`), and what
falls due
(`due`, `phones`). It stands above what it checks with. Comes in: folders. Goes out: what a kiosk may show.
"""
