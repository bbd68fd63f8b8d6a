"""The letter: one week of the paper, compiled by the archive and labelled so.

``week`` knows the calendar, ``index`` finds a week's articles among all of them,
``compose`` makes of them one frozen ``Letter``; from that alone are made the
HTML and the plain text for mail, the EPUB, and the pages and feeds of the
site's letter archive. ``mail`` puts the first two into a message. Nothing here
knows a reader's name.
"""
