"""Where the kiosk keeps its things, and how a small file is written so that it survives and stays private."""
