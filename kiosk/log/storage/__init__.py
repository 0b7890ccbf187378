"""Keeps the log: SQLite behind one writer thread, and everything that may go wrong with a disk.

SQLAlchemy and Alembic live here and are loaded late (292 ms), in the writer thread: importing this package
or `event_store` does not load them.
"""
