"""What a page showed of another host: videos, posts, maps, charts; as links.

Any host counts: an ``iframe``, ``embed`` or ``object``, a quoted post with its
permalink, AMP's elements, and lazy ones whose address waits in ``data-src``.
Refuses counters, advertisements without size, and buttons.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from backissue import urls
from backissue.model import Embed
from backissue.text.tree import Element, clean

__all__ = ["EMBEDDING", "of_element", "of_quote"]

EMBEDDING = frozenset(
    (
        "iframe", "embed", "object", "video", "audio",
        "amp-iframe", "amp-youtube", "amp-vimeo", "amp-dailymotion", "amp-video", "amp-audio", "amp-video-iframe",
        "amp-twitter", "amp-facebook", "amp-instagram", "amp-reddit", "amp-soundcloud", "amp-brightcove", "amp-jwplayer",
        "lite-youtube", "fb:post", "fb:video",
    )
)  # fmt: skip
"""Elements that show something else in place."""

_SOURCES = (
    "src",
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-iframe-src",
    "data-href",
    "data-url",
    "data",
    "href",
)
_MADE = {
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v={}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
}
_PLATFORMS = {
    "youtube.com": "YouTube", "youtube-nocookie.com": "YouTube", "youtu.be": "YouTube", "vimeo.com": "Vimeo",
    "facebook.com": "Facebook", "twitter.com": "Twitter", "x.com": "X", "instagram.com": "Instagram",
    "tiktok.com": "TikTok", "soundcloud.com": "SoundCloud", "spotify.com": "Spotify", "dailymotion.com": "Dailymotion",
    "telegram.org": "Telegram", "t.me": "Telegram", "reddit.com": "Reddit", "google.com": "Google",
    "flourish.studio": "Flourish", "infogram.com": "Infogram", "datawrapper.de": "Datawrapper",
    "scribd.com": "Scribd", "slideshare.net": "SlideShare", "issuu.com": "Issuu", "ted.com": "TED",
}  # fmt: skip
# Counters, tags and buttons: nothing a reader was meant to read.
_NOISE = re.compile(
    r"(?i)googletagmanager|doubleclick|googlesyndication|adservice|/plugins/(?:like|share_button|page|follow|comments)\.php"
    r"|platform\.twitter\.com/widgets/(?:tweet_button|follow_button)|recaptcha|disqus|addthis|\bads?[./]|/ad[sx]?/|analytics"
)
_POST = re.compile(r"tweet|twitter|instagram|tiktok|fb-post|fb-video|facebook|reddit|telegram|embed|weibo|threads")
_ZERO = re.compile(r"^\s*[012](?:px)?\s*$")


def of_element(node: Element, base: str) -> Embed | None:
    """What ``node`` (one of EMBEDDING) showed, or None where it was a counter, a button or nothing."""
    if made := _MADE.get(node.tag):
        value = node.attr(made[0])
        return _embed(made[1].format(value), node) if value else None
    if any(_ZERO.match(node.attr(side) or "") for side in ("width", "height")):
        return None
    for name in _SOURCES:
        if (found := node.attr(name)) and (embed := _of_url(found, base, node)):
            return embed
    for child in node.select("source[src], param[name=movie], param[name=src], embed[src]"):
        if (found := child.attr("src") or child.attr("value")) and (embed := _of_url(found, base, node)):
            return embed
    return None


def of_quote(node: Element, base: str) -> Embed | None:
    """The post that a ``blockquote`` or ``div`` of some platform's embedding code stands for, or None."""
    names = node.attr("class") or ""
    if not names or not _POST.search(names.lower()):
        return None
    for name, value in node.attrs.items():
        if (
            isinstance(value, str)
            and (name in ("cite", "data-href") or name.endswith(("permalink", "-url")))
            and (embed := _of_url(value, base, node))
        ):
            return embed
    if node.tag == "blockquote":
        links = [link for link in node.select("a[href]") if urls.is_web(urls.original(link.attr("href") or "", base))]
        for link in reversed(links):  # a post's own address is the last link, its date's
            if re.search(r"/(?:status(?:es)?|p|posts?|videos?|reel)/", link.attr("href") or ""):
                return _of_url(link.attr("href") or "", base, node)
    return None


def _of_url(found: str, base: str, node: Element) -> Embed | None:
    url = urls.original(found, base)
    if not urls.is_web(url) or _NOISE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if "/plugins/" in parts.path and (inner := parse_qs(parts.query).get("href")) and urls.is_web(inner[0]):
        url = inner[0]  # a player's address that carries the post's own
    return _embed(url, node)


def _embed(url: str, node: Element) -> Embed:
    host = urls.host(url)
    platform = next((name for known, name in _PLATFORMS.items() if host == known or host.endswith(f".{known}")), None)
    title = clean(node.attr("title") or node.attr("aria-label") or "")
    return Embed(url, platform, title or None)
