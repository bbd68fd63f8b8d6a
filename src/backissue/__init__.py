"""Brings a closed newspaper back from the web archives.

The way of the data, and the room of each step::

    list      captures/     every capture line, from WARC files or a web archive
    survey    pages/        each capture read once and lightly
    learn     learn/        what one page cannot say; the outlet, where nobody wrote it
    cut       pipeline.py   the one shuffle: all captures of an article lie together
    extract   records/      judge, pick, fields, body
    join      records/      revisions of one article brought together
    file      archive/      the only writer of ``archive/``
    audit     audit/        does the sum come out
    search    search/       disposable, rebuilt at will
    publish   publish/      site, letter, exports
    post      subscribers/  who gets the letter: sealed, and far from all of the above

``model`` has the words. ``docs/design.md`` says which room may import which.
"""

__version__ = "0.1.0"
