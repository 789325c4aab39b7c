"""Review: who is who, what was said, decisions, stages, and texts that are copies of each other.

All of these follow from the set; ``migrate.upgrade`` derives every table anew after it.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DERIVED = (
    "CREATE TABLE persons (analyst TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX persons_person ON persons (person)",
    "CREATE TABLE copies (edit TEXT PRIMARY KEY, original TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE relations (
        analyst TEXT NOT NULL,
        other TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (analyst, other, field)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE sayings (
        edit TEXT NOT NULL,
        about TEXT NOT NULL,
        id TEXT NOT NULL,
        field TEXT NOT NULL,
        article TEXT NOT NULL,
        analyst TEXT NOT NULL,
        at INTEGER NOT NULL,
        clock INTEGER NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (edit, about, id, field)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX sayings_article ON sayings (article, field)",
    """
    CREATE TABLE decisions (
        claim TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        outcome INTEGER NOT NULL,
        over TEXT NOT NULL,
        elsewhere TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided INTEGER NOT NULL,
        at INTEGER NOT NULL,
        edit TEXT NOT NULL,
        PRIMARY KEY (claim, reviewer)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE stages (
        article TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        claims TEXT NOT NULL,
        reason TEXT NOT NULL,
        analyst TEXT NOT NULL,
        clock INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE pairs (
        article TEXT NOT NULL,
        claim TEXT NOT NULL,
        earlier TEXT NOT NULL,
        other TEXT NOT NULL,
        how TEXT NOT NULL,
        PRIMARY KEY (article, claim, earlier, other)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX pairs_earlier ON pairs (earlier, other, article, claim)",
)


def upgrade() -> None:
    for statement in DERIVED:
        op.execute(statement)
