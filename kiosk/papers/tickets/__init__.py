"""Tickets: questions a point passes on to the ward's response team, and the ward's signed answers."""
