"""Alembic's way in: ``store/migrate.py`` hands over a connection that is in a transaction."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
