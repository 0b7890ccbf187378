"""How much one guide may hold: every guide is read at each start of the kiosk, and by whoever checks it.

The largest that ship (65 were measured) stand beside each bound. What is larger is no guide, but a slip of an
editor or somebody's mischief, and is refused before it costs the other guides their time. How large, deep and
long any TOML may be stands in `resources.toml`.
"""

from __future__ import annotations

MOST_LETTERS = 600
"""Of one text for residents: the longest has 130. Some rules take the square of it."""

MOST_LETTERS_OF_A_NOTE = 4000
"""Of what staff read, and of addresses: the longest has 770."""

MOST_ENTRIES = 150
"""In one table or list: the longest is the list of steps, 26 of them."""

MOST_VALUES = 6000
"""In one file: the fullest has 700."""

MOST_SITUATIONS = 1000
"""Steps times the answers that conditions still ask about: the largest guide has 29. Each condition more
may double them; nobody could try them all out."""

MOST_OF_ONE_RULE = 100
"""Breaches of one rule that are shown of one guide: who mends a hundred runs the check again."""

MOST_NEAR_NAMES = 20
"""Leftover texts for which a name that was meant is looked for: each is compared with every name there is."""
