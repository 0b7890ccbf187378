"""The kiosk's own key, the ward's certificate for it, and what both vouch for: cards, and the nightly export.

Knows no Qt and no database. The only place beside `kiosk.ward` that may import `cryptography`.
"""
