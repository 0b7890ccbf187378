"""The rules a guide must pass, one small module a subject; each a pure function from a guide to findings."""
