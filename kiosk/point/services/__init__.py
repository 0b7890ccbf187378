"""What stands behind the screens while the kiosk runs: opened late, beside them at work, then closed."""
