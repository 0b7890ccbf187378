"""The ward's side: its key, and the kiosks it has enrolled. Runs on a server; knows no Qt."""
