"""The canonical key equals what recorded listings say, and an archive's prefix is undone in all its forms."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backissue import urls


def _recorded(data: Path) -> set[tuple[str, str]]:
    pairs = set()
    for path in sorted((data / "wayback_exchanges").glob("*.yaml")):
        for exchange in yaml.safe_load(path.read_text("utf-8"))["interactions"]:
            if "/cdx" not in exchange["request"]["uri"]:
                continue
            body = exchange["response"]["body"]["string"] or b""
            body = body.encode() if isinstance(body, str) else body
            body = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
            for line in body.decode("utf-8").splitlines():
                fields = line.split(" ")
                if len(fields) == 7:
                    pairs.add((fields[0], fields[2]))
    return pairs


def test_every_recorded_urlkey_is_ours(data: Path) -> None:
    pairs = _recorded(data)
    assert len(pairs) >= 42
    assert [(k, u, urls.key(u)) for k, u in sorted(pairs) if urls.key(u) != k] == []


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.news.example/article/38092", "example,news)/article/38092"),
        ("http://news.example/article/38092/", "example,news)/article/38092"),
        ("HTTP://WWW1.NEWS.example:80/Article/38092#top", "example,news)/article/38092"),
        ("https://news.example:443/?", "example,news)/"),
        ("https://news.example:8443", "example,news:8443)/"),
        ("https://someone:secret@news.example/a", "example,news)/a"),
        ("https://news.example/?b=2&a=1&a", "example,news)/?a&a=1&b=2"),
        ("https://news.example/a//b/./c/../d", "example,news)/a/b/d"),
        ("https://news.example/../../a", "example,news)/a"),
        ("https://news.example/%7Euser/%2541", "example,news)/~user/a"),
        ("https://news.example/台灣", "example,news)/%e5%8f%b0%e7%81%a3"),
        ("https://news.example/%E5%8F%B0%e7%81%a3/", "example,news)/%e5%8f%b0%e7%81%a3"),
        ("https://news.example/%EF%BF%BD%EF%BF%BD", "example,news)/%ef%bf%bd%ef%bf%bd"),
        ("https://news.example/a b", "example,news)/a%20b"),
        ("http://例子.example/", "example,xn--fsqu00a)/"),
        ("http://127.0.0.1:8099/a", "127.0.0.1:8099)/a"),
        ("http://a.example/x;jsessionid=0123456789abcdef0123456789ABCDEF", "example,a)/x"),
        ("http://a.example/?phpsessid=0123456789abcdef0123456789ABCDEF&z=1", "example,a)/?z=1"),
        ("dns:News.example", "dns:news.example"),
        ("  https://news.example/a\n", "example,news)/a"),
        ("http://www.example/", "example,www)/"),
    ],
)
def test_the_key_forgets_what_does_not_change_the_page(url: str, key: str) -> None:
    assert urls.key(url) == key


@given(st.text(max_size=60))
def test_no_string_makes_a_key_fail(text: str) -> None:
    for url in (text, f"https://{text}", f"https://news.example/{text}"):
        assert isinstance(urls.key(url), str)
        assert isinstance(urls.host(url), str)
        assert isinstance(urls.original(url, "https://news.example/a/"), str)
        urls.timestamp_of(url)


@given(st.lists(st.sampled_from(["a", "%41", "%E5%8F%B0", "..", ".", "", "台", "%25", "~"]), max_size=6))
def test_escaping_once_more_does_not_change_the_key(segments: list[str]) -> None:
    first = urls.key("https://news.example/" + "/".join(segments))
    assert urls.key("https://news.example" + first.partition(")")[2]) == first


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.News.example:8080/a", "news.example"),
        ("news.example", "news.example"),
        ("www.news.example/a", "news.example"),
        ("//news.example/a", "news.example"),
        ("https://user@news.example/", "news.example"),
        ("http://[::1]:80/", "[::1]"),
        ("https:///a", ""),
    ],
)
def test_a_host_is_bare(url: str, host: str) -> None:
    assert urls.host(url) == host


def test_only_http_with_a_host_is_web() -> None:
    assert urls.is_web("HTTPS://news.example")
    assert not any(map(urls.is_web, ["dns:news.example", "urn:x", "ftp://news.example/", "https:///a", "/a", ""]))


BASE = "https://web.archive.org/web/20210805040329/https://www.news.example/article/1/slug"


@pytest.mark.parametrize(
    ("url", "original"),
    [
        (
            "/web/20210805040329/https://www.news.example/aboutus/#subscribe",
            "https://www.news.example/aboutus/#subscribe",
        ),
        ("https://web.archive.org/web/20210805040329im_/https:/a.example/x.jpg", "https://a.example/x.jpg"),
        ("https://web.archive.org/web/2021/a.example/x", "http://a.example/x"),
        ("https://web.archive.org/web/https://a.example/x", "https://a.example/x"),
        ("https://web.archive.org/web/*/https://a.example/x", "https://a.example/x"),
        ("//web.archive.org/web/20210805040329//a.example/x", "http://a.example/x"),
        ("http://127.0.0.1:8099/hk/20210805040329id_/http://a.example/?q=1", "http://a.example/?q=1"),
        ("/hk/20210805040329mp_/http://a.example/", "http://a.example/"),
        ("/web/20210805040329/https%3A%2F%2Fa.example/x", "https://a.example/x"),
        (
            "https://web.archive.org/web/20210805040329/https://web.archive.org/web/20200101000000/https://a.example/",
            "https://a.example/",
        ),
        ("/article/2", "https://www.news.example/article/2"),
        ("../2", "https://www.news.example/article/2"),
        ("?page=2", "https://www.news.example/article/1/slug?page=2"),
        ("#top", "https://www.news.example/article/1/slug#top"),
        ("//cdn.example/x.js", "https://cdn.example/x.js"),
        ("/web/index.html", "https://www.news.example/web/index.html"),
        ("https://a.example/2020/https://b.example/", "https://a.example/2020/https://b.example/"),
        ("mailto:desk@news.example", "mailto:desk@news.example"),
        ("javascript:void(0)", "javascript:void(0)"),
        ("http://[::1/x", "http://[::1/x"),
        (" /article/\n2 ", "https://www.news.example/article/2"),
    ],
)
def test_the_archives_prefix_is_undone(url: str, original: str) -> None:
    assert urls.original(url, BASE) == original


def test_the_timestamp_is_the_outermost_and_only_if_whole() -> None:
    assert urls.timestamp_of(BASE) == "20210805040329"
    assert urls.timestamp_of("/web/20210805040329im_/https://a.example/") == "20210805040329"
    assert urls.timestamp_of("https://web.archive.org/web/2021/https://a.example/") is None
    assert urls.timestamp_of("https://a.example/") is None


def test_playback_is_in_utc_and_refuses_naive_times() -> None:
    when = datetime(2021, 8, 5, 12, 3, 29, tzinfo=timezone(timedelta(hours=8)))
    assert urls.playback(when, "https://a.example/") == "https://web.archive.org/web/20210805040329/https://a.example/"
    with pytest.raises(ValueError, match="without a zone"):
        urls.playback(datetime(2021, 8, 5), "https://a.example/")
    assert urls.timestamp_of(urls.playback(datetime(2021, 8, 5, tzinfo=UTC), "https://a.example/")) == "20210805000000"
