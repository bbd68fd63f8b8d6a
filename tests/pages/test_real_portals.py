"""Front pages of real portals, captured in 2018 by people who had nothing to do with us."""

from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from backissue import pages, urls
from backissue.learn import census
from backissue.model import Capture, PageKind

WHEN = datetime(2018, 8, 8, tzinfo=UTC)


def surveys(path):
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            kind = (record.http_headers and record.http_headers.get_header("content-type")) or ""
            if record.rec_type != "response" or "html" not in kind:
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            status = int(record.http_headers.get_statuscode())
            capture = Capture(url, urls.key(url), WHEN, status, kind, listing=url)
            decoded = pages.decode(record.content_stream().read(), kind)
            yield decoded, pages.survey(capture, decoded.text)


@pytest.mark.parametrize(
    ("name", "front", "encoding", "links"),
    [
        ("Sina", "https://www.sina.com.cn/", "utf-8", 800),
        ("Sohu", "http://www.sohu.com/", "utf-8", 300),
        ("qq", "https://www.qq.com/", "gb18030", 400),
    ],
)
def test_a_portals_front_page_is_a_listing_in_its_proven_encoding(data, name, front, encoding, links):
    found = {s.url: (d, s) for d, s in surveys(data / "warc" / "newsportals" / f"{name}.warc.gz")}
    decoded, survey = found[front]
    assert (decoded.encoding, survey.verdict.kind) == (encoding, PageKind.LISTING)
    assert survey.links > links
    assert "\ufffd" not in decoded.text


@pytest.mark.parametrize("name", ["Sina", "Sohu", "qq", "Weibo"])
def test_no_page_of_a_portals_front_is_an_article(data, name):
    found = [s for _, s in surveys(data / "warc" / "newsportals" / f"{name}.warc.gz")]
    known = census(found)
    assert [s.url for s in found if pages.judge(s, known).kind is PageKind.ARTICLE] == []
