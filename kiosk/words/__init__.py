"""What can be chosen from the closed lists is called so in every language: by screens, tickets and reports.

Beneath `ui`, which has all other texts of the screens. May import `flows`.
"""
