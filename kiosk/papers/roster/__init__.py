"""The ward's plan of a week: which point or team stands where and when, and who is on duty there.

Pure but for `store` and `read`. People are ids of `kiosk.point.staff`: no field holds a name or number of
theirs.
"""
