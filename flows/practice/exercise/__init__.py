"""Small exercises on a drawn phone: typing with marks, and keeping a code to oneself. Pure: no Qt."""
