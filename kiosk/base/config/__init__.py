"""The one config of a kiosk: every option declared once, read from a file, checked, and explained."""
