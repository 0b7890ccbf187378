"""Alembic runs this for every migration; the transaction around it is `kiosk.log.storage.migrate`'s."""

from alembic import context

from kiosk.ward.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
