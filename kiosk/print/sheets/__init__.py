"""Guides on paper, to be taken home. May import `ui`, whose drawn phones stand beside the sentences."""
