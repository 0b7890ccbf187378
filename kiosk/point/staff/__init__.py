"""Volunteers, officers, responders and the ward's administrator: who they are here, and their PINs."""
