"""What time it is, when the place is open, and when a night's work is due."""
