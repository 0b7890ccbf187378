"""What each screen shows, derived from the visit: frozen props from pure functions. No Qt here."""
