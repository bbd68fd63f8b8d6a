"""Forms of addresses that are easily taken for others."""

from backissue import outlets
from backissue.learn import addresses
from backissue.learn.gather import Address
from backissue.model import Outlet, PageRule


def seen(*paths: str, listings: tuple[str, ...] = ()) -> list[Address]:
    """Articles at these paths, each with a title of its own, and listings."""
    known = [Address(f"test,paper){p}", 1, 0, 0, 2, 1, f"title {chr(97 + n % 26)}{n}") for n, p in enumerate(paths)]
    return known + [Address(f"test,paper){p}", 0, 1, 0, 0, 3) for p in listings]


def rules(found: addresses.Forms) -> list[PageRule]:
    return [rule for rule in found.rules if rule.kind == "article"]


def key(found: addresses.Forms, path: str) -> str:
    return outlets.article_key(Outlet("p", ("paper.test",), "UTC", pages=found.rules), f"http://paper.test{path}")


def test_a_month_in_the_path_is_no_id() -> None:
    paths = [f"/city/2003{1 + n % 12:02d}/harbour-ferry-{n:04x}x.shtml" for n in range(30)]
    found = addresses.learn(seen(*paths), 30)
    assert len({key(found, p) for p in paths}) == 30


def test_a_month_and_a_day_behind_the_year_are_no_id() -> None:
    paths = [
        f"/n/2010/{1 + n % 12:02d}{1 + n % 28:02d}/t2010{1 + n % 12:02d}{1 + n % 28:02d}_{1000 + n}.htm"
        for n in range(40)
    ]
    found = addresses.learn(seen(*paths), 40)
    assert {key(found, p) for p in paths} == {str(1000 + n) for n in range(40)}


def test_a_number_that_begins_anew_each_day_is_kept_with_its_day() -> None:
    paths = [f"/2011/{day:02d}{month:02d}/{n}.html" for month in (1, 2) for day in range(13, 23) for n in (100, 200)]
    found = addresses.learn(seen(*paths), 40)
    assert len({key(found, p) for p in paths}) == 40


def test_an_id_may_stand_in_a_query_without_a_name() -> None:
    found = addresses.learn(seen(*(f"/spip.php?article{1000 + n}" for n in range(30))), 30)
    assert [r.match for r in found.rules if r.kind == "article"] == ["/spip.php?article{id:[0-9]+}"]


def test_an_article_by_query_is_not_lost_to_a_listing_of_the_same_path() -> None:
    paths = [f"/index.php?id={1000 + n}&view=article" for n in range(30)]
    found = addresses.learn(seen(*paths, listings=("/index.php?id=1099&view=article",)), 30)
    outlet = Outlet("p", ("paper.test",), "UTC", pages=found.rules)
    assert {outlets.classify(outlet, f"http://paper.test{p}") for p in paths} == {
        ("article", str(1000 + n)) for n in range(30)
    }


def test_what_read_as_an_article_counts_however_rare_its_address() -> None:
    paths = [f"/article/{1000 + n}" for n in range(30)]
    odd = "/special/the-long-night"
    found = addresses.learn(seen(*paths, odd), 31)
    assert odd in found.strays
    again = addresses.learn(seen(*paths, odd), 31, [odd])
    outlet = Outlet("p", ("paper.test",), "UTC", pages=again.rules)
    assert outlets.classify(outlet, f"http://paper.test{odd}")[0] == "article"


def test_the_further_pages_of_a_listing_are_no_articles_though_they_read_like_some() -> None:
    paths = [f"/news/city/motion-{1000 + n}" for n in range(30)]
    turned = [Address(f"test,paper)/page/{n}", 2, 0, 0, 0, 9, f"older {n}") for n in (1, 2, 3)]
    found = addresses.learn([*seen(*paths), *turned], 30)
    outlet = Outlet("p", ("paper.test",), "UTC", pages=found.rules)
    assert [outlets.classify(outlet, f"http://paper.test/page/{n}/")[0] for n in (1, 2, 3)] == ["listing"] * 3
    assert {outlets.classify(outlet, f"http://paper.test{p}")[0] for p in paths} == {"article"}


def test_articles_at_numbered_pages_are_articles_where_cards_name_them() -> None:
    found = addresses.learn(seen(*(f"/page/{100 + n}" for n in range(30))), 30)
    outlet = Outlet("p", ("paper.test",), "UTC", pages=found.rules)
    assert outlets.classify(outlet, "http://paper.test/page/117") == ("article", "117")


def test_a_few_alike_that_no_listing_names_are_no_articles_where_listings_name_the_rest() -> None:
    paths = [f"/blog/2012/7/{1 + n % 28}/harbour-{n:04x}x" for n in range(60)]
    leaves = [Address(f"test,paper)/news/list_{n}.html", 1, 0, 0, 0, 2, f"leaf {n}") for n in (1, 2, 3)]
    found = addresses.learn([*seen(*paths), *leaves], 63)
    outlet = Outlet("p", ("paper.test",), "UTC", pages=found.rules)
    assert {outlets.classify(outlet, f"http://paper.test/news/list_{n}.html")[0] for n in (1, 2, 3)} != {"article"}
    assert all(outlets.classify(outlet, f"http://paper.test{p}")[0] == "article" for p in paths)
    opened = addresses.learn(
        [*seen(*paths), *leaves], 63, ["/news/list_1.html", "/news/list_2.html", "/news/list_3.html"]
    )
    outlet = Outlet("p", ("paper.test",), "UTC", pages=opened.rules)
    assert outlets.classify(outlet, "http://paper.test/news/list_2.html")[0] == "article"


def test_leaves_of_a_listing_in_the_articles_folder_are_none_of_them_however_few_articles_there_are() -> None:
    leaves = [Address(f"test,paper)/news/list_{n}.html", 1, 0, 0, 0, 2, f"leaf {n}") for n in (1, 2, 3)]
    found = addresses.learn([*seen(*(f"/news/story-of-pier-{n}x.html" for n in range(28))), *leaves], 31)
    outlet = Outlet("p", ("paper.test",), "UTC", pages=found.rules)
    assert outlets.classify(outlet, "http://paper.test/news/story-of-pier-7x.html")[0] == "article"
    assert {outlets.classify(outlet, f"http://paper.test/news/list_{n}.html")[0] for n in (1, 2, 3)} == {"listing"}


def called(*articles: tuple[str, str]) -> list[Address]:
    """Articles at these paths with these titles."""
    return [Address(f"test,paper){path}", 1, 0, 0, 2, 1, title) for path, title in articles]


def test_the_number_of_an_issue_that_two_articles_share_is_no_id() -> None:
    issues = [
        (f"/weekly/{810 + 3 * n}/story-of-{chr(97 + n % 26)}{n}", f"Council {n} votes on pier {n}") for n in range(60)
    ]
    same = [
        ("/weekly/870/the-last-bookshop", "The last bookshop in Salt Street"),
        ("/weekly/900/dockers-walk-out", "Dockers walk out over night pay"),
    ]
    found = addresses.learn(called(*issues, *same), 62)
    assert len({key(found, path) for path, _ in (*issues, *same)}) == 62


def test_a_headline_that_was_rewritten_leaves_the_number_the_articles_own() -> None:
    stories = [
        (f"/story/{1810 + 3 * n}/story-of-{chr(97 + n % 26)}{n}", f"Council {n} votes on pier {n}") for n in range(60)
    ]
    again = [(f"/story/{1810 + 3 * n}/second-{n}", f"Council {n} votes again on pier {n}") for n in (5, 9, 14)]
    found = addresses.learn(called(*stories, *again), 63)
    assert len({key(found, path) for path, _ in (*stories, *again)}) == 60


def test_a_folder_for_each_month_is_no_id_however_few_articles_it_has() -> None:
    months = [(year, month) for year in (3, 4, 5, 6) for month in range(1, 13)]
    paths = [f"/{y:02d}{m:02d}/cit{1000 + n}.html" for n, (y, m) in enumerate(months)]
    both = [*paths, "/0608/cul1101.html", "/0312/cit1102.html"]
    found = addresses.learn(seen(*both), 50)
    assert len({key(found, p) for p in both}) == 50
