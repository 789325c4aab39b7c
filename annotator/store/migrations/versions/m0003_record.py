"""The record of a claim: what else is held of it, evidence with its files, and attribution.

The tables that follow from the set are made anew; ``migrate.upgrade`` fills them.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SET = (
    "CREATE TABLE files (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)",
    *(
        f"CREATE TRIGGER files_no_{verb} BEFORE {verb.upper()} ON files "
        "BEGIN SELECT RAISE(ABORT, 'files only grows'); END"
        for verb in ("update", "delete")
    ),
)

DERIVED = (
    "DROP TABLE assessments",
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
        because TEXT NOT NULL,
        confidence INTEGER NOT NULL,
        flag TEXT NOT NULL,
        more TEXT NOT NULL,
        judged INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        PRIMARY KEY (article, analyst, start, "end", claim)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX assessments_flag ON assessments (article, analyst, start) WHERE flag <> ''",
    """
    CREATE INDEX assessments_against ON assessments (article, analyst)
        WHERE instr(more, '"contradicts"') OR because = 'conflicting'
    """,
    """
    CREATE TABLE items (
        id TEXT NOT NULL,
        analyst TEXT NOT NULL,
        private INTEGER NOT NULL,
        there INTEGER NOT NULL,
        url TEXT NOT NULL,
        archive TEXT NOT NULL,
        title TEXT NOT NULL,
        publisher TEXT NOT NULL,
        published TEXT NOT NULL,
        accessed TEXT NOT NULL,
        medium TEXT NOT NULL,
        language TEXT NOT NULL,
        reliability TEXT NOT NULL,
        note TEXT NOT NULL,
        copy_of TEXT NOT NULL,
        audience TEXT NOT NULL,
        first_hand INTEGER,
        address TEXT NOT NULL,
        contacts TEXT NOT NULL,
        files TEXT NOT NULL,
        there_at INTEGER NOT NULL,
        there_edit TEXT NOT NULL,
        at INTEGER NOT NULL,
        edit TEXT NOT NULL,
        PRIMARY KEY (id, analyst, private)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX items_at ON items (at)",
    "CREATE INDEX items_address ON items (address) WHERE address <> ''",
    """
    CREATE TABLE links (
        claim TEXT NOT NULL,
        analyst TEXT NOT NULL,
        item TEXT NOT NULL,
        private INTEGER NOT NULL,
        stance TEXT NOT NULL,
        quote TEXT NOT NULL,
        locator TEXT NOT NULL,
        credibility TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (claim, analyst, item, private)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX links_item ON links (item, analyst)",
    "CREATE INDEX links_at ON links (analyst, at)",
    """
    CREATE TABLE attributions (
        id TEXT NOT NULL,
        analyst TEXT NOT NULL,
        claim TEXT NOT NULL,
        there INTEGER NOT NULL,
        source TEXT NOT NULL,
        source_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        record TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (id, analyst)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX attributions_claim ON attributions (claim, analyst)",
    """
    CREATE TABLE sources (
        article TEXT NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (article, id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE erased (
        edit TEXT NOT NULL,
        class TEXT NOT NULL,
        article TEXT NOT NULL,
        analyst TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (edit, class, article, analyst)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX erased_article ON erased (article)",
    "CREATE INDEX local_kind ON local (kind) WHERE kind <> 'made here'",
)


def upgrade() -> None:
    for statement in (*SET, *DERIVED):
        op.execute(statement)
