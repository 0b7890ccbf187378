"""The city's side: adds up what its wards have archived (`kiosk.ward.archive`).

The queries are written once (`queries`, with Ibis) and run where the archive is: over the Parquet files with
DuckDB, in PostgreSQL, on a Spark cluster (`engines`). Without Qt; Ibis and DuckDB are named nowhere else.
"""
