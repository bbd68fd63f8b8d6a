"""What archives add to a page goes, and what the paper wrote stays."""

import time

import pytest

from backissue.pages.rewriting import rewritten, unrewrite

CLEAN = """<!DOCTYPE html>
<html><head><title>標題</title>
<script src="https://paper.example/js/site.js"></script>
<script type="application/ld+json">{"url":"https:\\/\\/paper.example\\/article\\/1"}</script>
</head><body><p>內文 <a href="https://paper.example/article/2">二</a>
<img src="https://paper.example/a.jpg" srcset="https://paper.example/a.jpg 1x, https://paper.example/b.jpg 2x">
<a href="mailto:desk@paper.example">信</a></p></body></html>"""


def wayback(page: str, stamp: str = "20210805040329") -> str:
    """``page`` as the Wayback Machine plays it back."""
    page = page.replace("https:\\/\\/paper", f"https:\\/\\/web.archive.org\\/web\\/{stamp}\\/https:\\/\\/paper")
    page = page.replace('href="https', f'href="https://web.archive.org/web/{stamp}/https')
    page = page.replace('href="mailto', f'href="/web/{stamp}/mailto')
    page = page.replace('src="https://paper.example/a', f'src="/web/{stamp}im_/https://paper.example/a')
    page = page.replace(
        'src="https://paper.example/js', f'src="//web.archive.org/web/{stamp}js_/https://paper.example/js'
    )
    page = page.replace('srcset="https', f'srcset="/web/{stamp}im_/https')
    page = page.replace(", https", f", /web/{stamp}im_/https")
    head = (
        '<script src="//archive.org/includes/athena.js" type="text/javascript"></script>'
        "<script>window.addEventListener('x',function(){var v=archive_analytics.values;});</script>"
        '<script type="text/javascript" src="https://web-static.archive.org/_static/js/bundle-playback.js?v=1"></script>'
        '<script type="text/javascript">__wm.init("https://web.archive.org/web");</script>'
        '<link rel="stylesheet" type="text/css" href="/_static/css/banner-styles.css?v=1" />'
        "<!-- End Wayback Rewrite JS Include -->"
    )
    bar = (
        '<!-- BEGIN WAYBACK TOOLBAR INSERT -->\n<div id="wm-ipp-base"><p>11 captures</p></div>'
        "\n<!-- END WAYBACK TOOLBAR INSERT -->"
    )
    tail = "<!--\n FILE ARCHIVED ON 04:03:29 Aug 05, 2021 AND RETRIEVED\n--><!--\nplayback timings (ms): x\n-->"
    return page.replace("<head>", f"<head>{head}").replace("<body>", f"<body>{bar}") + tail


def test_the_wayback_machine_leaves_no_trace():
    assert rewritten(wayback(CLEAN))
    assert unrewrite(wayback(CLEAN)) == CLEAN


def test_pywb_leaves_no_trace_whatever_its_host():
    insert = (
        "<!-- WB Insert --><script>wbinfo = {};</script><script src='/static/wombat.js'></script><!-- End WB Insert -->"
    )
    page = CLEAN.replace("<head>", f"<head>{insert}").replace(
        'href="https', 'href="http://localhost:8099/hk/20210805040329mp_/https'
    )
    assert unrewrite(page) == CLEAN


def test_a_page_without_an_archives_trace_is_the_same_string():
    assert unrewrite(CLEAN) is CLEAN


def test_a_reporters_own_link_to_an_archive_stays():
    page = '<p>see <a href="https://web.archive.org/web/20191027081148/http://old.example/">the old page</a></p>'
    assert unrewrite(page) is page


def test_such_a_link_stays_one_after_the_archive_wrapped_it_again():
    inner = "https://web.archive.org/web/20191027081148/http://old.example/"
    page = f'<script>__wm.init()</script><p><a href="https://web.archive.org/web/20210805040329/{inner}">x</a></p>'
    assert unrewrite(page) == f'<p><a href="{inner}">x</a></p>'


def test_relative_prefixes_alone_betray_a_rewritten_page():
    assert unrewrite('<a href="/web/20210805040329/https://paper.example/#subscribe">x</a>') == (
        '<a href="https://paper.example/#subscribe">x</a>'
    )


def test_a_papers_own_address_with_fourteen_digits_stays():
    page = '<script>wombatSays()</script><a href="/news/20210805040329/title.html">x</a>'
    assert 'href="/news/20210805040329/title.html"' in unrewrite(page)


@pytest.mark.parametrize(
    "page",
    [
        "<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 3000,
        "<script>" * 20000 + "__wm.",
        "/web/20210805040329/https:" * 50000,
    ],
)
def test_hostile_pages_take_no_hostile_time(page):
    start = time.process_time()
    unrewrite(page)
    assert time.process_time() - start < 2
