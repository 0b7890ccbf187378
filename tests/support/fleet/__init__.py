"""Kiosks, a road and wards over many nights with everything that goes wrong, and what really happened.

Everything that is proved runs as it is shipped: recorder, log, export job, transport, ingest, ledger, purge.
What happened is kept beside it by counters of the simulation's own (`seen`), as residents and staff act.
"""
