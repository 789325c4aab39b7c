"""The first schema.

Never edited once a release has written a library with it: a change is a new
migration, with its test in ``tests/unit/store/test_migrations.py``.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SET = (
    """
    CREATE TABLE edits (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at INTEGER NOT NULL,
        clock INTEGER NOT NULL,
        analyst TEXT NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        undoes TEXT,
        nonce TEXT NOT NULL,
        seals TEXT NOT NULL
    )
    """,
    "CREATE INDEX edits_at ON edits (at)",
    "CREATE INDEX edits_undoes ON edits (undoes) WHERE undoes IS NOT NULL",
    """
    CREATE TABLE parts (
        seq INTEGER PRIMARY KEY,
        edit TEXT NOT NULL REFERENCES edits (id),
        class TEXT NOT NULL,
        article TEXT,
        salt TEXT NOT NULL,
        body TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX parts_edit ON parts (edit, class, coalesce(article, ''))",
    "CREATE INDEX parts_article ON parts (article)",
    """
    CREATE TABLE articles (
        id TEXT PRIMARY KEY,
        sha256 TEXT NOT NULL,
        length INTEGER NOT NULL,
        text TEXT NOT NULL
    )
    """,
    "CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)",
)

LOCAL = (
    """
    CREATE TABLE local (
        seq INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        article TEXT,
        value TEXT
    )
    """,
    "CREATE INDEX local_article ON local (article)",
    "CREATE UNIQUE INDEX local_place ON local (about) WHERE kind = 'place'",
    """
    CREATE TABLE drafts (
        analyst TEXT NOT NULL,
        claim TEXT NOT NULL,
        field TEXT NOT NULL,
        article TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (analyst, claim, field)
    )
    """,
)

DERIVED = (
    """
    CREATE TABLE writes (
        id TEXT NOT NULL,
        form TEXT NOT NULL,
        about TEXT NOT NULL,
        field TEXT NOT NULL,
        part INTEGER NOT NULL,
        value TEXT,
        PRIMARY KEY (id, form, about, field, part)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE marks (
        target TEXT NOT NULL,
        analyst TEXT NOT NULL,
        at INTEGER NOT NULL,
        edit TEXT NOT NULL,
        kind TEXT NOT NULL,
        dead INTEGER NOT NULL,
        PRIMARY KEY (target, analyst)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE claims (
        id TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        live INTEGER NOT NULL,
        furniture INTEGER NOT NULL,
        first INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    'CREATE INDEX claims_order ON claims (article, live, start, "end" DESC, furniture)',
    """
    CREATE INDEX claims_aside ON claims (article, live, furniture, start, "end")
    WHERE live = 0 OR furniture = 1
    """,
    """
    CREATE TABLE passages (
        article TEXT NOT NULL REFERENCES articles (id),
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL,
        PRIMARY KEY (article, start)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE assessments (
        article TEXT NOT NULL,
        analyst TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        claim TEXT NOT NULL,
        standing INTEGER NOT NULL,
        noted INTEGER NOT NULL,
        tag TEXT,
        not_checkable INTEGER NOT NULL,
        confirmed INTEGER NOT NULL,
        audience TEXT NOT NULL,
        why TEXT NOT NULL,
        seen TEXT NOT NULL,
        note TEXT NOT NULL,
        changed INTEGER NOT NULL,
        PRIMARY KEY (article, analyst, start, "end", claim)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE records (
        article TEXT PRIMARY KEY REFERENCES articles (id),
        title TEXT NOT NULL,
        publisher TEXT NOT NULL,
        author TEXT NOT NULL,
        published TEXT NOT NULL,
        updated TEXT NOT NULL,
        address TEXT NOT NULL,
        language TEXT NOT NULL,
        file_name TEXT NOT NULL,
        encoding TEXT NOT NULL,
        original TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        imported_by TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE removed (
        article TEXT NOT NULL,
        analyst TEXT NOT NULL,
        PRIMARY KEY (article, analyst)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE names (analyst TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
)


def upgrade() -> None:
    for statement in (*SET, *LOCAL, *DERIVED, *stays()):
        op.execute(statement)


def stays() -> list[str]:
    """Whatever program opens the file, the set only grows."""
    return [
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
        for table in ("edits", "parts", "articles", "originals")
        for verb in ("update", "delete")
    ]
