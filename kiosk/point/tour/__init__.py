"""`kiosk tour`: every screen of a guide as a picture, and a book for the people who must approve it."""
