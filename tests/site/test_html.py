"""What outside judges say of the built pages: an HTML checker, and the schemas of feeds."""

from __future__ import annotations

import json
import subprocess
from datetime import datetime
from pathlib import Path

import jsonschema
import lxml.etree
import pytest

TESTS = Path(__file__).parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"

JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
        "authors": {"$ref": "#/$defs/authors"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string"},
                    "date_published": {"type": "string", "format": "date-time"},
                    "authors": {"$ref": "#/$defs/authors"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
    "$defs": {"authors": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}},
}  # fmt: skip
"""JSON Feed 1.1, as far as its rules can be written as a schema (https://www.jsonfeed.org/version/1.1/)."""

RELAX = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed"><ref name="common"/><interleave>
  <element name="id"><ref name="uri"/></element><ref name="title"/><element name="updated"><data type="dateTime"/></element>
  <oneOrMore><ref name="author"/></oneOrMore><oneOrMore><ref name="link"/></oneOrMore>
  <optional><element name="generator"><text/></element></optional><zeroOrMore><ref name="entry"/></zeroOrMore></interleave></element></start>
<define name="entry"><element name="entry"><ref name="common"/><interleave>
  <element name="id"><ref name="uri"/></element><ref name="title"/><element name="updated"><data type="dateTime"/></element>
  <optional><element name="published"><data type="dateTime"/></element></optional><zeroOrMore><ref name="author"/></zeroOrMore>
  <oneOrMore><ref name="link"/></oneOrMore><zeroOrMore><element name="category"><attribute name="term"/></element></zeroOrMore>
  <optional><element name="summary"><text/></element></optional></interleave></element></define>
<define name="common"><optional><attribute name="lang" ns="http://www.w3.org/XML/1998/namespace"/></optional></define>
<define name="title"><element name="title"><text/></element></define>
<define name="author"><element name="author"><element name="name"><text/></element></element></define>
<define name="link"><element name="link"><attribute name="href"><data type="anyURI"/></attribute><optional><attribute name="rel"/></optional><optional><attribute name="type"/></optional></element></define>
<define name="uri"><data type="anyURI"><param name="minLength">1</param></data></define>
</grammar>"""
"""RFC 4287, section 4, as far as our feeds use it: which elements, how often, of what type."""


@pytest.mark.needs("java", "node_modules/vnu-jar/build/dist/vnu.jar")
def test_the_html_checker_finds_no_error_on_any_page(site: Path) -> None:
    jar = TESTS / "node_modules/vnu-jar/build/dist/vnu.jar"
    run = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "json", "--skip-non-html", str(site)],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    told = {(m["message"], Path(m.get("url", "")).name) for m in messages}
    assert told == set(), sorted(told)[:20]


def test_every_atom_feed_keeps_to_its_schema(site: Path) -> None:
    schema = lxml.etree.RelaxNG(lxml.etree.fromstring(RELAX))
    feeds = sorted(site.rglob("atom.xml"))
    assert len(feeds) >= 7, "the paper's and each section's"
    for path in feeds:
        tree = lxml.etree.parse(str(path))
        assert schema.validate(tree), (path, schema.error_log)
        ids = [e.text for e in tree.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids)
        for stamp in tree.iter(f"{ATOM}updated", f"{ATOM}published"):
            assert datetime.fromisoformat(stamp.text or "").tzinfo


def test_every_json_feed_keeps_to_its_schema(site: Path) -> None:
    feeds = sorted(site.rglob("feed.json"))
    assert len(feeds) >= 7
    for path in feeds:
        jsonschema.validate(json.loads(path.read_text("utf-8")), JSON_FEED, format_checker=jsonschema.FormatChecker())


def test_the_sitemaps_name_every_page_and_nothing_that_is_not_there(site: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    base = "https://archive.example/mist/"
    index = lxml.etree.parse(str(site / "sitemap.xml"))
    named = []
    for place in index.xpath("//s:loc/text()", namespaces=space):
        part = lxml.etree.parse(str(site / place.removeprefix(base)))
        named += [loc.removeprefix(base) for loc in part.xpath("//s:loc/text()", namespaces=space)]
    pages = {p.relative_to(site).as_posix() for p in site.rglob("*.html")}
    assert len(named) == len(set(named))
    assert set(named) <= pages
    assert pages - set(named) <= {p for p in pages if p.startswith("changes/")}


def test_citations_are_there_in_three_formats(site: Path) -> None:
    (path,) = (site / "articles").rglob("8.html")
    blocks = lxml.etree.HTML(path.read_text("utf-8")).xpath("//details[@class='cite']//code/text()")
    assert blocks[0].startswith("@misc{article8,")
    assert blocks[1].splitlines()[0] == "TY  - NEWS"
    assert blocks[1].splitlines()[-1].startswith("ER")
    item = json.loads(blocks[2])[0]
    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2018, 1, 27]]}
