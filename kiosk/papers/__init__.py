"""Everything that is signed and carried between kiosk and ward, by network or stick.

Here live the keys (`keys`), packs of guides and of the program (`packs`, `content`, `program`), the nightly
export
(`export`), what a helper asks and the ward answers (`tickets`), and the week's plan (`roster`). Comes in:
rows of the log, files of a stick, words of the ward. Goes out: sealed bundles, packs that were judged,
acknowledgements.
"""
