"""What a number to dial looks like, in whichever language its sentence is."""

DIALLED = r"(?:\+84[ \u00a0.-]?\d{1,3}|0\d{1,3}|\(0\d{1,3}\)|1[89]00)(?:[ \u00a0.-]?\d{2,4}){1,4}"
"""Its groups parted by blanks, dots or hyphens; the first may stand in brackets."""
