"""What an address says, by the outlet's rules."""

import pytest

from backissue import outlets, urls

PAPER = outlets.parse(r"""
name = "x"
hosts = ["paper.example", "*.blog.example"]
timezone = "UTC"

[[page]]
kind = "ignore"
match = "/news/print/**"

[[page]]
kind = "article"
match = "/article/{id}/{tags}-{live}/**"

[[page]]
kind = "article"
match = "/article/{id}/**"

[[page]]
kind = "article"
match = "/news.php?id={id:\\d+}"

[[page]]
kind = "article"
match = "/spip.php?article{id:\\d+}"

[[page]]
kind = "article"
match = "/{year:\\d{4}}/{month}/{id}.html"
id = "{year}{month}-{id}"

[[page]]
kind = "article"
match = "//a.blog.example/{id}"

[[page]]
kind = "page"
match = "/about"

[[page]]
kind = "listing"
match = "/section/*"

[[page]]
kind = "listing"
match = "/標籤/**"
""")


@pytest.mark.parametrize(
    ("url", "kind", "id_"),
    [
        ("https://www.paper.example/article/38092/a-b-38097/title", "article", "38092"),
        ("http://paper.example:80/article/38092", "article", "38092"),
        ("https://paper.example/article/38092/", "article", "38092"),
        ("https://PAPER.example/Article/38092?utm_source=x#top", "article", "38092"),
        ("https://paper.example/article/38092/%EF%BF%BD%EF%BF%BD-38097/%EF%BF%BD", "article", "38092"),
        ("https://paper.example/news.php?cat=2&id=17", "article", "17"),
        ("https://paper.example/news.php?ID=17", "article", "17"),
        ("https://paper.example/news.php?id=x", "unknown", None),
        ("https://paper.example/spip.php?lang=fr&article19", "article", "19"),
        ("https://paper.example/spip.php?rubrique19", "unknown", None),
        ("https://paper.example/spip.php?article=19", "unknown", None),
        ("https://paper.example/news.php", "unknown", None),
        ("https://paper.example/2014/07/a-title.html", "article", "201407-a-title"),
        ("https://paper.example/news/print/7", "ignore", None),
        ("https://a.blog.example/hello", "article", "hello"),
        ("https://b.blog.example/hello", "unknown", None),
        ("https://paper.example/about", "page", None),
        ("https://paper.example/about/", "page", None),
        ("https://paper.example/section/city", "listing", None),
        ("https://paper.example/section/city/2", "unknown", None),
        ("https://paper.example/%E6%A8%99%E7%B1%A4/%E9%A6%99%E6%B8%AF", "listing", None),
        ("https://elsewhere.example/article/38092", "unknown", None),
        ("https://paper.example.evil.example/article/38092", "unknown", None),
        ("mailto:someone@paper.example", "unknown", None),
        ("", "unknown", None),
    ],
)
def test_the_first_rule_that_fits_says_what_an_address_is(url, kind, id_):
    assert outlets.classify(PAPER, url) == (kind, id_)


def test_named_parts_are_kept_decoded():
    found = outlets.read(PAPER, "https://paper.example/article/1/%E8%87%BA%E7%81%A3-%E6%B0%91%E5%9C%8B-2/x")
    assert found.names == {"id": "1", "tags": "臺灣-民國", "live": "2"}


def test_a_slug_that_ends_in_no_number_names_no_live_revision():
    assert outlets.read(PAPER, "https://paper.example/article/1/a-b/x").names == {"id": "1"}


def test_captures_are_grouped_by_the_id_or_else_by_the_urls_key():
    url = "https://paper.example/section/city"
    assert outlets.article_key(PAPER, "https://paper.example/article/9/x") == "9"
    assert outlets.article_key(PAPER, url) == urls.key(url)
    assert outlets.article_key(None, url) == urls.key(url)


def test_without_hosts_every_host_is_ours():
    anywhere = outlets.parse('name = "x"\ntimezone = "UTC"\n[[page]]\nkind = "article"\nmatch = "/a/{id}"')
    assert outlets.classify(anywhere, "https://any.example/a/1") == ("article", "1")
    assert outlets.is_ours(anywhere, "https://any.example/")
    assert outlets.is_ours(PAPER, "https://c.blog.example/x")
    assert not outlets.is_ours(PAPER, "https://img.paper.example/x")


def test_a_pattern_that_would_run_forever_is_no_match():
    slow = outlets.parse(
        'name = "x"\ntimezone = "UTC"\n[[page]]\nkind = "article"\nmatch = "/{id:(?:(?:(?:a|aa)+)+)+b}"'
    )
    assert outlets.classify(slow, "https://x.example/" + "a" * 4000) == ("unknown", None)
