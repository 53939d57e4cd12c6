-- The knowledge base: written once by the content compiler, opened read-only by the program.
-- Every text that a reader sees is keyed by language; addresses and citations are not.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE source (
  key TEXT NOT NULL, lang TEXT NOT NULL, position INTEGER NOT NULL,
  title TEXT NOT NULL, short TEXT NOT NULL, citation TEXT NOT NULL, jurisdiction TEXT NOT NULL, kind TEXT NOT NULL,
  binds TEXT NOT NULL, enforced_by TEXT NOT NULL, who_may_sue TEXT NOT NULL, url TEXT NOT NULL,
  status TEXT NOT NULL, status_note TEXT NOT NULL,
  PRIMARY KEY (key, lang)
) WITHOUT ROWID;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, citation TEXT NOT NULL, base TEXT NOT NULL,
  source TEXT NOT NULL, position INTEGER NOT NULL, jurisdiction TEXT NOT NULL,
  status TEXT NOT NULL, effective TEXT NOT NULL, ends TEXT NOT NULL, updated TEXT NOT NULL, review_by TEXT NOT NULL,
  level TEXT NOT NULL, checked_on TEXT NOT NULL, checked_source TEXT NOT NULL
);
CREATE INDEX document_base ON document (base COLLATE NOCASE, effective);
CREATE INDEX document_source ON document (source, position);

CREATE TABLE title (  -- the words of a document's head
  document INTEGER NOT NULL, lang TEXT NOT NULL, label TEXT NOT NULL, heading TEXT NOT NULL, status_note TEXT NOT NULL,
  checked_note TEXT NOT NULL,
  facts TEXT NOT NULL,  -- JSON: what only its kind has (court, reporter, signed_by ...)
  PRIMARY KEY (document, lang)
) WITHOUT ROWID;

CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL, lang TEXT NOT NULL, position INTEGER NOT NULL,
  address TEXT NOT NULL, citation TEXT NOT NULL, pinpoint TEXT NOT NULL, printed TEXT NOT NULL,
  label TEXT NOT NULL, depth INTEGER NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL,
  level TEXT NOT NULL, checked_on TEXT NOT NULL, checked_source TEXT NOT NULL, checked_note TEXT NOT NULL
);
CREATE INDEX paragraph_document ON paragraph (document, lang, position);
CREATE INDEX paragraph_address ON paragraph (address, lang);
CREATE INDEX paragraph_citation ON paragraph (citation COLLATE NOCASE);

CREATE TABLE block (  -- explanation, one row a paragraph or list item
  document INTEGER NOT NULL, lang TEXT NOT NULL, part TEXT NOT NULL, position INTEGER NOT NULL,
  html TEXT NOT NULL, text TEXT NOT NULL, authorities TEXT NOT NULL, level TEXT NOT NULL,
  PRIMARY KEY (document, lang, position)
) WITHOUT ROWID;

CREATE TABLE event (  -- history of a document
  document INTEGER NOT NULL, lang TEXT NOT NULL, position INTEGER NOT NULL, date TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (document, lang, position)
) WITHOUT ROWID;

CREATE TABLE succession (  -- paragraphs of a later version that stood elsewhere in the one before, or that we only tell in other words
  document INTEGER NOT NULL, pinpoint TEXT NOT NULL, was TEXT NOT NULL, reworded INTEGER NOT NULL,
  PRIMARY KEY (document, pinpoint)
) WITHOUT ROWID;

CREATE TABLE related (document INTEGER NOT NULL, position INTEGER NOT NULL, target TEXT NOT NULL,
  PRIMARY KEY (document, position)) WITHOUT ROWID;

CREATE TABLE reviewed (  -- translations that a speaker has reviewed, by the address of what they translate
  address TEXT NOT NULL, lang TEXT NOT NULL, who TEXT NOT NULL, PRIMARY KEY (address, lang)
) WITHOUT ROWID;

CREATE TABLE name (key TEXT PRIMARY KEY, address TEXT NOT NULL) WITHOUT ROWID;  -- aliases, folded

CREATE TABLE act (name TEXT PRIMARY KEY, citation TEXT NOT NULL) WITHOUT ROWID;  -- how a source is called, folded

-- Search. One entry for each unit and language; ids run from the most to the least important,
-- so that a cut taken in id order keeps the best.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL, document TEXT NOT NULL, lang TEXT NOT NULL, kind TEXT NOT NULL,
  citation TEXT NOT NULL, label TEXT NOT NULL, title TEXT NOT NULL, source TEXT NOT NULL, jurisdiction TEXT NOT NULL,
  status TEXT NOT NULL, effective TEXT NOT NULL, ends TEXT NOT NULL, level TEXT NOT NULL,
  lines TEXT NOT NULL,  -- candidate answers, one a line, best first
  line_stems TEXT NOT NULL,  -- their stems turned round: an empty line; then, in turn, the numbers of some lines and the stems that stand in all of these
  asks TEXT NOT NULL,   -- the stems of the asks in the same way; in the first line how telling the words of each ask are together
  prior REAL NOT NULL   -- how much a match of it weighs against a match of law
);
CREATE INDEX entry_address ON entry (address, lang);

CREATE VIRTUAL TABLE word USING fts5 (
  heading, asks, plain, law, citation, context,
  content = '', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE vocabulary (  -- every word of the index with its stem and the number of entries that hold the stem
  word TEXT NOT NULL, lang TEXT NOT NULL, stem TEXT NOT NULL, entries INTEGER NOT NULL,
  PRIMARY KEY (word, lang)
) WITHOUT ROWID;

CREATE INDEX vocabulary_stem ON vocabulary (stem, entries);

CREATE TABLE thesaurus (  -- everyday words to words of the law
  phrase TEXT NOT NULL, lang TEXT NOT NULL, means TEXT NOT NULL, PRIMARY KEY (phrase, lang)
) WITHOUT ROWID;

CREATE TABLE two_laws (  -- a word that two laws use, each in its own way
  word TEXT NOT NULL, actor TEXT NOT NULL, lang TEXT NOT NULL, label TEXT NOT NULL, adds TEXT NOT NULL, leans INTEGER NOT NULL,
  PRIMARY KEY (word, actor, lang)
) WITHOUT ROWID;

CREATE TABLE tells (word TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (word, actor)) WITHOUT ROWID;  -- which of the two is meant

CREATE TABLE plain (words BLOB NOT NULL);  -- common words that spelling leaves alone: sorted, one a line, packed with zlib

CREATE TABLE known (  -- names that spelling leaves alone; of a place, whose law its name calls for
  word TEXT PRIMARY KEY, jurisdiction TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE asked_for (  -- what a question may ask for: the classes of the classifier
  id INTEGER PRIMARY KEY, address TEXT NOT NULL,
  base REAL NOT NULL  -- what each word of a question counts for it that none of its asks holds
);

CREATE TABLE sign (  -- a stem, and how much it speaks for each class: three bytes each, id (two, low first) and weight
  stem TEXT PRIMARY KEY, weights BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE tally (  -- citable units by level of checking, the surest first
  position INTEGER PRIMARY KEY, level TEXT NOT NULL, units INTEGER NOT NULL
);

CREATE TABLE news (  -- what a reader gains with each edition, newest first
  lang TEXT NOT NULL, position INTEGER NOT NULL, edition TEXT NOT NULL, day TEXT NOT NULL, text TEXT NOT NULL,
  address TEXT NOT NULL, PRIMARY KEY (lang, position)
) WITHOUT ROWID;

CREATE TABLE gap (position INTEGER PRIMARY KEY, address TEXT NOT NULL, lang TEXT NOT NULL, text TEXT NOT NULL);  -- what is not known

CREATE TABLE item (  -- what stands beside the documents, each a noun as JSON; `head` is what a list shows of it
  collection TEXT NOT NULL, key TEXT NOT NULL, lang TEXT NOT NULL, position INTEGER NOT NULL,
  head TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (collection, key, lang)
) WITHOUT ROWID;
