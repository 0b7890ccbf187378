"""Who watches over the running kiosk: signs of life for systemd, and what is shown where it ended."""
