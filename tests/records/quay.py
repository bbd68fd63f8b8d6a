"""A small paper's rules, and one page of it, for tests of reading."""

from datetime import UTC, datetime

from backissue import outlets, urls
from backissue.model import Capture, Page, PageKind, Place, Verdict

TOML = r"""
name = "海旁報"
hosts = ["quay.example"]
language = "zh-Hant-HK"
timezone = "Asia/Hong_Kong"
rights = "© 海旁報"
dates = ["DD.MM.YY"]

[[page]]
kind = "article"
match = "/article/{id}/{tags}-{live}/**"
[[page]]
kind = "article"
match = "/article/{id}/**"
[[page]]
kind = "page"
match = "/about"

[picks]
title = ["ld: headline", "meta: og:title", "h1"]
published = [".date", "ld: datePublished"]
updated = [".updated"]
byline = [".by"]
category = [".crumb a:last-child"]
tags = [".tags a"]
editor_tags = ["url: {tags}"]

[clean]
title = ["｜海旁報$"]
tags = ["^#"]

[[era]]
body = ".old-text"
cut = ["^訂閱"]
[era.picks]
title = ["h2.t"]
published = [".meta -> (\\d+\\.\\d+\\.\\d+)"]

[[era]]
has = "main.new"
body = ".text"
drop = [".share"]
"""
OUTLET = outlets.parse(TOML)
URL = "https://www.quay.example/article/7/%E8%87%BA%E7%81%A3-%E6%B8%AF-9/x"
WHEN = datetime(2021, 8, 5, 4, 3, 29, tzinfo=UTC)
NEW = """<html lang=en><head><meta property="og:title" content="【專訪】碼頭　夜話｜海旁報"><link rel=canonical href="/article/7/%E8%87%BA%E7%81%A3-%E6%B8%AF-9/x"></head>
<main class=new><div class=crumb><a>首頁</a><a>文化</a></div><div class=by>記者陳大文／台北報道</div>
<span class=date>2021-02-11 12:46</span><span class=updated>最後更新：2021-02-11 12:46:29</span>
<div class=text><p>海風吹過舊碼頭，居民在街市說起昨日的會議。</p><div class=share>分享</div></div>
<div class=tags><a>#臺灣</a><a>#港</a><a>#港</a></div></main></html>"""


def page(html=NEW, url=URL, when=WHEN, kind=PageKind.ARTICLE, **more):
    place = Place("ab12.warc.gz", 99, 10)
    capture = Capture(url, urls.key(url), when, 200, "text/html", "SHA", place)
    return Page(capture, html, "utf-8", "declared", Verdict(kind), **more)
