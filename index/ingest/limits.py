"""How much of anything the importer takes; hitting one of these is a reported skip, never a crash.

The figures leave room for everything real (the largest news page measured has 5 MB, the longest article 0.5 MB
of text) and keep memory and time bounded for everything else.
"""

from __future__ import annotations

MIB = 1 << 20

# A document that has to be parsed as a whole (a page, a feed, a message). Parsers need up to ten times its size.
MAX_DOCUMENT = 16 * MIB
# Formats whose parsers take seconds for each MiB at worst; the longest feed met has 4 MiB, a book 1 MiB.
MAX_FEED = 8 * MIB
MAX_MARKDOWN = 1 * MIB
MAX_OPML = 2 * MIB
# One line of JSON Lines, one cell of CSV: an article, not a database dump.
MAX_LINE = 4 * MIB
# The text of one article; a novel has about 1 MB.
MAX_TEXT = 2 * MIB
# One title, author or source name, in characters.
MAX_FIELD = 1000
# Authors and links kept of one article.
MAX_AUTHORS = 50
MAX_LINKS = 500
# All that may come out of one compressed file or archive member, and how much larger than its packed form it may
# become. Text packs at most 20:1 in practice; deflate reaches 1032:1 only on a bomb.
MAX_UNPACKED = 8 << 30
MAX_RATIO = 200
# Below this size the ratio proves nothing: a small page of spaces also packs well.
RATIO_FLOOR = 16 * MIB
# Members of one archive, articles of one file: 100,000 is a large newsroom export, a million is an attack.
MAX_MEMBERS = 1_000_000
# Archives in archives: .tar.gz of .zip of .eml with an attached message is 5.
MAX_DEPTH = 8
# What an archive may say about its members before any is read: the directory of a ZIP, the long names of a tar. The
# directory of 100,000 members has about 10 MiB.
MAX_DIRECTORY = 32 * MIB
MAX_LONG_NAME = 1 * MIB
# Brackets within brackets of JSON, parts within parts of MIME. (Elements of HTML and XML are limited by their parser.)
MAX_JSON_DEPTH = 100
MAX_MIME_DEPTH = 30
# MIME parts of one message.
MAX_MIME_PARTS = 1000
# Folders within folders.
MAX_FOLDER_DEPTH = 64
# How much of a file is looked at to tell what it is.
SNIFF = 4096
