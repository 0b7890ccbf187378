"""Where the machine that is tried has its things, and how long it may take."""

PROGRAM = "/opt/kiosk-bdhvs"
KIOSK = "kiosk-bdhvs.service"
DROP_INS = f"/etc/systemd/system/{KIOSK}.d"
HANG = f"{DROP_INS}/zz-hang.conf"  # read last
PAGE_IS_UP = "systemctl show kiosk-bdhvs-stopped.service -P ActiveState"
OPENS_WITHIN_S = 1500  # emulated and beside other work
AFTER_A_KILL_S, AFTER_A_HANG_S = 10, 30  # until the first screen is back, where time-outs are as installed
