"""Runs the migrations on the connection that `db.migrate` hands over; there is no alembic.ini."""

from alembic import context

koneksi = context.config.attributes["connection"]
context.configure(connection=koneksi, transactional_ddl=True, render_as_batch=True)
context.run_migrations()
