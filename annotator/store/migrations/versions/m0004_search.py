"""Search: the words of claims, notes, evidence, sources and articles, and what is due to be written.

Words are taken apart in Python (``domain/findwords.py``), which no trigger can call, nor may
one write to FTS5 where a schema is not trusted: so triggers note what became due, and
``store/searchdue.py`` writes the words and with them the two indexes.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WORDS = (
    "CREATE TABLE shelves (number INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE claim_words (
        place INTEGER PRIMARY KEY,
        "end" INTEGER NOT NULL,
        sum INTEGER NOT NULL,
        words TEXT NOT NULL
    )
    """,
    "CREATE INDEX claim_words_sum ON claim_words (sum)",
    """
    CREATE TABLE other_words (
        place INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        analyst TEXT NOT NULL,
        item TEXT NOT NULL,
        private INTEGER NOT NULL,
        words TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX other_words_key ON other_words (about, kind, analyst, item, private)",
    "CREATE INDEX attributions_source ON attributions (source_id, there, claim)",
)

DUE = (
    """
    CREATE TABLE due_claims (
        article TEXT PRIMARY KEY,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE due_others (
        kind TEXT NOT NULL,
        about TEXT NOT NULL,
        analyst TEXT NOT NULL,
        item TEXT NOT NULL,
        private INTEGER NOT NULL,
        PRIMARY KEY (kind, about, analyst, item, private)
    ) WITHOUT ROWID
    """,
)


INDEX = (
    "CREATE VIRTUAL TABLE {0}_search USING fts5(words, content='{0}_words', "
    "content_rowid='place', tokenize=\"ascii tokenchars '$'\", prefix='1 2 3', columnsize=0)"
)
"""Our words are folded and apart by blanks, so that the plainest tokenizer does."""

TERMS = "CREATE VIRTUAL TABLE {0}_terms USING fts5vocab('{0}_search', 'instance')"
MERGE_LATER = "INSERT INTO {0}_search ({0}_search, rank) VALUES ('automerge', 0)"
"""What FTS5 would merge in the middle of a key is merged when nobody waits."""

INDEXES = [one.format(name) for name in ("claim", "other") for one in (INDEX, TERMS, MERGE_LATER)]


COUNTS = "{0}.live = 1 AND {0}.furniture = 0"
CLAIM_DUE = (
    "INSERT INTO due_claims (article, first, last) VALUES (new.article, new.start, new.start) "
    "ON CONFLICT (article) DO UPDATE "
    "SET first = min(first, excluded.first), last = max(last, excluded.last)"
)
QUOTES_DUE = (
    "INSERT INTO due_others (kind, about, analyst, item, private) "
    "SELECT 'quote', claim, analyst, item, private FROM links WHERE claim = new.id "
    "ON CONFLICT DO NOTHING"
)
"""Evidence may come before the text of its claim, and then belongs to that article's shelf."""

HELD = ("note", "why", "flag", "more", "article")
SAYS = "({0}.note <> '' OR {0}.why <> '' OR {0}.flag <> '' OR instr({0}.more, '\"wording\"'))"
QUOTES = "({0}.quote <> '' OR {0}.locator <> '')"

OTHERS = (
    ("assessments", ("held", "claim", "analyst", "", "0"), SAYS, HELD),
    (
        "items",
        ("item", "id", "analyst", "", "private"),
        "",
        ("title", "publisher", "url", "note", "contacts", "files"),
    ),
    ("links", ("quote", "claim", "analyst", "item", "private"), QUOTES, ("quote", "locator")),
    ("attributions", ("source", "source_id", "", "", "0"), "", ("source", "there")),
    ("sources", ("source", "id", "", "", "0"), "", ("name",)),
    (
        "records",
        ("article", "article", "", "", "0"),
        "",
        ("title", "publisher", "author", "address", "file_name"),
    ),
)
"""Table, the key of what is due, which rows say anything, and which columns say it."""


def notes() -> list[str]:
    """The triggers that note what is due."""
    new, old = COUNTS.format("new"), COUNTS.format("old")
    found = [
        f"CREATE TRIGGER claims_{name} AFTER {event} ON claims WHEN {when} BEGIN {CLAIM_DUE}; END"
        for name, event, when in (
            ("put", "INSERT", new),
            ("other", "UPDATE OF live, furniture", f"({new}) <> ({old})"),
        )
    ]
    found.append(
        "CREATE TRIGGER claims_quoted AFTER INSERT ON claims "
        f"WHEN EXISTS (SELECT 1 FROM links WHERE claim = new.id) BEGIN {QUOTES_DUE}; END"
    )
    for table, key, says, columns in OTHERS:
        differs = " OR ".join(f"old.{column} <> new.{column}" for column in columns)
        either = f" AND ({says.format('old')} OR {says.format('new')})" if says else ""
        for name, event, row, condition in (
            ("put", "INSERT", "new", says.format("new")),
            ("taken", "DELETE", "old", says.format("old")),
            ("other", f"UPDATE OF {', '.join(columns)}", "new", f"({differs}){either}"),
        ):
            when = f"WHEN {condition} " if condition else ""
            found.append(
                f"CREATE TRIGGER {table}_{name} AFTER {event} ON {table} {when}"
                f"BEGIN {_due(key, row)}; END"
            )
    return found


def _due(key: tuple[str, ...], row: str) -> str:
    kind, about, analyst, item, private = key
    values = [f"'{kind}'", f"{row}.{about}"]
    values += [f"{row}.{one}" if one else "''" for one in (analyst, item)]
    values.append(private if private == "0" else f"{row}.{private}")
    return (
        "INSERT INTO due_others (kind, about, analyst, item, private) "
        f"VALUES ({', '.join(values)}) ON CONFLICT DO NOTHING"
    )


def upgrade() -> None:
    for statement in (*WORDS, *DUE, *INDEXES, *notes()):
        op.execute(statement)
