"""Fingers, keys, switches and scanners: from what they do to what was meant."""
