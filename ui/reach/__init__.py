"""How a screen is reached without a finger on a button, and what is said of it.

Here live the ways (`ways`: keypad, switches, what each control is called there), what lies under a feeling
finger
(`pointing`), and who speaks and what (`voice`). Comes in: a page's controls and sentences. Goes out: what is
marked, what is said. No Qt but where a key or a sound is meant.
"""
