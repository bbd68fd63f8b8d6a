"""What people call the parts of a page: words of class names and ids, in kinds.

General words of the trade only, in the languages templates are written in;
no site's own prefix or selector may stand here. A kind is one bit, so that a
box's names, and all names above it, are one integer.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "ARTICLE",
    "BIO",
    "BODY",
    "BOX",
    "CARD",
    "COMMENT",
    "CONTENT",
    "FIGURE",
    "HIDE",
    "KINDS",
    "LEAD",
    "META",
    "NAMED",
    "NAV",
    "PLACES",
    "PROMO",
    "RELATED",
    "SHARE",
    "bits_of",
]

KINDS: Final[dict[str, str]] = {
    "named": "articlebody",
    "body": "articlebody articlecontent articletext entrycontent postcontent postbody storybody storycontent newscontent newsbody newstext bodytext bodycopy maintext fulltext richtext richtextbody prose articlecontents contenttext textbody mainbody",
    "content": "content contents body text paragraph paragraphs rich copy wysiwyg textcontent rte markdown wenzhang zhengwen neirong texte texto testo inhalt",
    "article": "article story post entry news artikel articulo articolo blog nota noticia hentry single detail details",
    "main": "main primary page center centre column left middle",
    "lead": "lead intro summary dek deck standfirst subtitle subhead subheadline subheading abstract teaser excerpt vorspann einleitung chapo sapo entradilla subtitulo lede strapline deckline leadtext",
    "title": "title headline heading hed titre titel titulo titulek headlines",
    "related": "related relate recommended recommend recommendation recommendations recommends recirc recirculation more also trending popular most mostread mostpopular similar next previous prev further readmore readnext suggested suggestion suggestions outbrain taboola latest newest top picks collection playlist weitere mehr verwandt relacionadas relacionados relacionada lire correlati xiangguan tuijian linklist morelinks morefrom hot rank ranking ticker latestnews siblings upnext spotlight highlights",
    "comment": "comment comments commenting commentary disqus respond reply replies discussion kommentare kommentar comentarios commentaires reviews pinglun reaction reactions livefyre viafoura coral",
    "share": "share sharing shares social socials facebook twitter whatsapp linkedin pinterest telegram email mail print follow toolbar tool tools addthis sharethis sharedaddy bookmark like likes teilen compartir fenxiang",
    "promo": "promo promos promotion newsletter newsletters subscribe subscription subscriptions signup abo ad ads advert advertisement advertising adslot adbox banner sponsor sponsored cta paywall offer donate donation membership member register registration login signin popup modal overlay cookie cookies consent gdpr anzeige werbung publicidad premium marketing inscription appeal app outstream optin form forms",
    "meta": "meta byline by author authors autor authorname date dates dateline time timestamp published publish info infos source tags tag category categories categoria breadcrumb breadcrumbs crumbs crumb label labels topic topics keywords keyword credits posted datetime auteur section sections editor zuozhe laiyuan shijian views",
    "bio": "bio biography profile about writer contributor contributors aboutauthor authorbox authorbio autore aboutus",
    "nav": "nav navigation navbar menu submenu menus header masthead footer foot sidebar side aside widget widgets rail right rightcol rightrail pagination pager pagenav skip search logo copyright legal disclaimer topbar bottom sitemap site hat toc jump tableofcontents language dropdown accordion tabs tab",
    "figure": "caption captions figcaption figure image images img photo photos picture gallery slideshow carousel slider slide slides credit media video videos player thumbnail thumb pic bildunterschrift legende lightbox bu copyright-image audio podcast embed thumbnails",
    "card": "card cards item items list listing teasers tile tiles block grid feed row stories articles posts excerpts headlinelist archive module",
    "hide": "hidden hide visuallyhidden screenreader sr invisible offscreen noprint accessibility visually screen hideme none assistive",
    "note": "footnote footnotes notes references reference correction corrections disclosure ref reflist citation sources bibliography",
    "box": "infobox factbox box aside sidebox fact facts inset pullquote quote pull highlight callout glossary info-box keypoints takeaways overview faq",
}

BITS: Final[dict[bytes, int]] = {}
for _place, (_kind, _words) in enumerate(KINDS.items()):
    for _word in _words.encode("ascii").split():
        BITS[_word] = BITS.get(_word, 0) | 1 << _place
_BIT: Final = {kind: 1 << place for place, kind in enumerate(KINDS)}

NAMED: Final = _BIT["named"]
"""The page itself says that this is the body (``itemprop=articleBody``)."""
BODY: Final = _BIT["body"]
CONTENT: Final = _BIT["content"]
ARTICLE: Final = _BIT["article"]
LEAD: Final = _BIT["lead"]
RELATED: Final = _BIT["related"]
COMMENT: Final = _BIT["comment"]
SHARE: Final = _BIT["share"]
PROMO: Final = _BIT["promo"]
META: Final = _BIT["meta"]
BIO: Final = _BIT["bio"]
NAV: Final = _BIT["nav"]
FIGURE: Final = _BIT["figure"]
CARD: Final = _BIT["card"]
HIDE: Final = _BIT["hide"]
BOX: Final = _BIT["box"]

PLACES: Final[dict[str, int]] = {
    "article": _BIT["article"],
    "main": _BIT["main"],
    "aside": _BIT["box"],
    "footer": _BIT["nav"],
    "header": 0,
    "figure": _BIT["figure"],
    "figcaption": _BIT["figure"],
    "form": _BIT["promo"],
    "address": _BIT["meta"],
}
"""What an element is by its tag alone."""

LONGEST: Final = 120
"""Class lists longer than this are utilities (``mt-4 flex``), not names."""
_WORD = re.compile(rb"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BETWEEN: Final = bytes(code if chr(code).islower() and code < 128 else 32 for code in range(256))


def bits_of(names: str) -> int:
    """The kinds that class names and ids speak of; neighbouring words are also read as one (``article-body``)."""
    said = names[:LONGEST].encode("ascii", "replace")
    # Nearly all are lower case, which a table splits as the pattern would, at a tenth of the cost.
    words = said.translate(_BETWEEN).split() if said.islower() else [word.lower() for word in _WORD.findall(said)]
    bits = 0
    before = b""
    for word in words:
        own = BITS.get(word)
        if own is None:
            before = b""
            continue
        bits |= own
        if before:
            bits |= BITS.get(before + word, 0)
        before = word
    return bits
