"""How the guides come to the running kiosk. May import flows, accessibility and ui."""
