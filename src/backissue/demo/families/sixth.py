"""The sixth ten families written to judge a learner by, each a design free of the skeleton, with addresses of their own.

``cedar``, ``juniper``, ``basalt`` and ``flint`` have the designs: four plain, four middling, two nasty. They judged the learner once,
untuned (papers 1 to 20 of 100 articles: recall 1.000, 3 false records in all, body .939, title .988, author .639, date
.998, last change .930, section .940, tags .886), and have been looked at since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from random import Random

from backissue.demo.families import basalt, cedar, flint, juniper
from backissue.demo.families.addresses import Form, ascii_slug
from backissue.demo.families.freehand import family
from backissue.demo.families.mastheads import masthead
from backissue.demo.families.recipe import Family
from backissue.demo.paper import Article, Paper

__all__ = ["ADDRESSES", "SIXTH", "paper"]


def _part(paper: Paper, article: Article) -> str:
    return paper.sections.get(article.section, "news")


def _code(article: Article) -> str:
    """Eleven letters and digits that begin and end alike."""
    number, out = int(hashlib.sha512(article.id.encode()).hexdigest()[:14], 16), ""
    while len(out) < 9:
        number, rest = divmod(number, 32)
        out += "0123456789degjklmnpqrvwxyabcfhst"[rest]
    return f"c{out}o"


ADDRESSES: dict[str, Form] = {
    "posts/slug": Form(lambda _p, a, _v: f"/posts/{ascii_slug(a)}/", has_id=False),
    "news/section-number": Form(lambda p, a, _v: f"/news/{_part(p, a)}-{12000000 + int(a.id)}", has_id=False),
    "m/detail.jsp?id": Form(lambda _p, a, _v: f"/m/detail.jsp?id={a.id}&v=2"),
    "NewsView.aspx?ID": Form(lambda _p, a, _v: f"/NewsView.aspx?ID={a.id}"),
    "slug/": Form(lambda _p, a, _v: f"/{ascii_slug(a)}/", has_id=False),
    "archives/id": Form(lambda _p, a, _v: f"/archives/{a.id}"),
    "section/year/slug": Form(lambda p, a, _v: f"/{_part(p, a)}/{a.published:%Y}/{ascii_slug(a)}", has_id=False),
    "news/day/id.htm": Form(lambda _p, a, _v: f"/news/{a.published:%Y%m%d}/{a.id}.htm"),
    "lists/month/msg": Form(lambda _p, a, _v: f"/lists/{a.published:%Y-%m}/msg{int(a.id):05d}.html"),
    "articles/code": Form(lambda _p, a, _v: f"/articles/{_code(a)}", has_id=False),
}  # fmt: skip

SIXTH: dict[str, Family] = {
    design.name: family(design)
    for design in (cedar.Thimble, cedar.Lanyard, cedar.Haversack, juniper.Spindle, juniper.Gherkin, basalt.Marzipan, basalt.Trellis, flint.Tambourine, flint.Bobbin, flint.Kettle)
}  # fmt: skip
_TELLING = ("news/section-number", "section/year/slug")


def paper(rng: Random, seed: int, chosen: Sequence[Family]) -> Paper:
    """A paper of these families; where a page does not tell the section, its address does not either."""
    silent = any(f is SIXTH["thimble"] for f in chosen)
    return masthead(
        rng, seed, chosen, {name: form for name, form in ADDRESSES.items() if not silent or name not in _TELLING}
    )
