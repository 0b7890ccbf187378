"""What a machine that stands in a public hall needs beside the kiosk: made, taken back, looked at."""
