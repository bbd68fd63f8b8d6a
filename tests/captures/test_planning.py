"""What to fetch: the best captures first, every witness, nothing that cannot help; and what fetching costs."""

from __future__ import annotations

import resource
import time
from datetime import UTC, date, datetime, timedelta

from backissue import captures, urls
from backissue.model import Capture, Outlet, PageRule

OUTLET = Outlet(
    name="News",
    hosts=("news.example",),
    timezone="Asia/Hong_Kong",
    closed=date(2021, 12, 31),
    pages=(
        PageRule("listing", "/section/**"),
        PageRule("page", "/about"),
        PageRule("ignore", "/login/**"),
        PageRule("article", "/article/{id}/**"),
    ),
)


def shot(path: str, stamp: str, **more: object) -> Capture:
    url = f"https://www.news.example{path}"
    said: dict[str, object] = {"status": 200, "mimetype": "text/html", "digest": f"{path}{stamp}", "size": 9000}
    when = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Capture(url, urls.key(url), when, **{**said, **more})  # type: ignore[arg-type]


def job(plan: captures.Plan, key: str) -> captures.Job:
    return next(j for j in plan.jobs if j.key == key)


def test_the_best_capture_of_an_article_comes_first() -> None:
    lines = [
        shot("/article/7/slug", "20200101000000", size=900),
        shot("/article/7/slug", "20200201000000"),
        shot("/article/7/other-slug", "20200301000000"),
        shot(
            "/article/7/slug",
            "20210101000000",
            digest="/article/7/slug20200201000000",
            revisit=True,
            status=None,
            mimetype=None,
        ),
        shot("/article/7/slug", "20220601000000"),
        shot("/article/7/slug", "20200401000000", status=301, mimetype=None),
        shot("/article/7/slug", "20200501000000", status=404),
    ]
    plan = captures.make_plan(lines, OUTLET)
    assert [c.timestamp[:6] for c in job(plan, "7").candidates] == [
        "202003",
        "202002",
        "202001",
        "202206",
        "202004",
        "202101",
    ]
    assert dict(plan.skipped) == {"archived errors": 1}
    assert plan.requests == 1


def test_a_body_that_many_articles_share_comes_last() -> None:
    lines = [shot(f"/article/{n}/x", "20220601000000", digest="farewell") for n in range(9)]
    lines.append(shot("/article/3/x", "20150101000000", size=100))
    plan = captures.make_plan(lines, OUTLET)
    assert [c.digest for c in job(plan, "3").candidates][-1] == "farewell"


def test_every_distinct_capture_of_an_index_page_is_wanted() -> None:
    lines = [shot("/section/news", f"2020{m:02d}01000000", digest=f"d{m // 2}") for m in range(1, 13)]
    lines += [shot("/feed/rss", f"2020{m:02d}01000000", mimetype="application/rss+xml") for m in range(1, 4)]
    lines += [shot("/", f"2020{m:02d}01000000") for m in range(1, 4)]
    lines += [
        shot("/about", "20200101000000"),
        shot("/login/x", "20200101000000"),
        shot("/a.css", "20200101000000", mimetype="text/css"),
    ]
    plan = captures.make_plan(lines, OUTLET)
    assert plan.kinds() == {"feed": 1, "listing": 2, "page": 1}
    assert job(plan, "example,news)/section/news").wanted == 7
    assert plan.requests == 7 + 3 + 3 + 1
    assert dict(plan.skipped) == {"styles, scripts, images": 1, "the outlet's rules ignore them": 1}


def test_images_are_fetched_when_they_are_wanted_with_captures_to_fall_back_on() -> None:
    lines = [shot("/i/1.jpg", f"2020{m:02d}01000000", mimetype="image/jpeg") for m in range(1, 4)]
    assert captures.make_plan(lines, OUTLET).jobs == ()
    plan = captures.make_plan(lines, OUTLET, media={"example,news)/i/1.jpg"})
    assert (plan.jobs[0].kind, len(plan.jobs[0].candidates), plan.jobs[0].wanted) == ("media", 3, 1)


def test_only_hosts_that_were_asked_for_are_planned() -> None:
    lines = [shot("/article/1/x", "20200101000000")]
    assert captures.make_plan(lines, OUTLET, hosts=["other.example"]).jobs == ()
    assert len(captures.make_plan(lines, OUTLET, hosts=["www.news.example"]).jobs) == 1


def test_twenty_thousand_captures_are_planned_in_ten_seconds_and_120_megabytes() -> None:
    start = datetime(2015, 1, 1, tzinfo=UTC)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def lines():  # type: ignore[no-untyped-def]
        for n in range(20_000):
            yield shot(f"/article/{n // 3}/{'slug' * 5}-{n // 3}", f"{start + timedelta(hours=n):%Y%m%d%H%M%S}")

    began = time.process_time()
    plan = captures.make_plan(lines(), OUTLET)
    took = time.process_time() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{took:.1f} s, {grown:.0f} MB more")
    assert len(plan.jobs) == 6_667
    assert took < 10
    assert grown < 120
