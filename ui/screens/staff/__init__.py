"""What the screens of staff show; see `ui.visit.staff`."""
