"""Rehearsing a swindle on a drawn phone: the scripts, how they are read, and one play of one. Pure: no Qt."""
