"""What people type to start the kiosk or a command; every message that names a command says the same."""

AS_TYPED = "./script/run"
