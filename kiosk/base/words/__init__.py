"""Texts by key, and the sentences that a ward lays over the program's own.

What can be chosen from the closed lists is called so in every language: by screens, tickets and reports.
Beneath `ui`, which has all other texts of the screens. May import `flows` and `accessibility`.
"""
