"""A guide as a value: its steps and sentences, the walk of one resident through it, and what may be logged
of it.

Here live the model (`flow`, `steps`, `words`), the route that is computed from the answers (`walk`, `proof`,
`guards`), the first screen's needs and the ward's offices (`needs`, `ward`), and what is wrong, with its
sentence and
its mend (`problems`, `rules.toml`). Comes in: values. Goes out: values; nothing here reads a guide's file.
"""
