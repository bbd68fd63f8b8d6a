"""A small newspaper of our own making, killed, and left as web captures with everything that goes wrong in the wild.

::

    prose, english   sentence parts         grammar, stories   parts into stories
    paper            the plan: articles     leiwan             the demo paper's facts and its outlet.toml
    designs/         a page design a file   listings           front page, sections, feeds, own pages
    defects/         what goes wrong        scenes             what a crawl met at an address
    warc, wacz       web archive files      shelves            which capture lies in which file
    families/        papers drawn at random  damage             files hurt on purpose, for tests
    truth            what a perfect rescue would know         making   all of it in order

It imports nothing of the rest of the package, so that it can be the test bed of all of it.
"""

from .leiwan import MARKS, OUTLET_TOML, PAPER
from .making import make

__all__ = ["MARKS", "OUTLET_TOML", "PAPER", "make"]
