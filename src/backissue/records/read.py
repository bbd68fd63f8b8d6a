"""From a page to a draft: every field, the body, and where each came from.

The outlet's picks go first, then the web's conventions, then the generic
extractor, which runs only where it is needed. The first eight keys are words
as printed; what is concluded stands under keys of ours. Never fails on what a
page holds, and never invents: what is not there is absent, with a finding.
A little over 450 lines: every field is read with the same look at one page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any

from backissue import outlets, urls
from backissue.model import Author, Capture, Finding, Note, Origin, Outlet, Page, PageKind, Record, Source, Witness
from backissue.outlets.addresses import Address
from backissue.outlets.trust import Hooks
from backissue.records import body as bodies
from backissue.records import findings as codes
from backissue.records import generic
from backissue.records.characters import odd, printed, scrub
from backissue.records.drafts import Draft, Light
from backissue.records.findings import finding
from backissue.records.languages import language_for
from backissue.records.likeness import trace
from backissue.records.notes import notes_of, origin_of, origin_of_byline
from backissue.records.picking import Looker, Picked
from backissue.records.rules import outermost, rules_for
from backissue.records.stamps import Stamp, at_the_clock, is_change, read_stamp, stamp_of, to_the_minute
from backissue.text import dates, tree
from backissue.text.bylines import parse_byline, with_places
from backissue.text.tree import Document, Element, Node

__all__ = ["read"]

_MARKS = re.compile(r"\s+[|｜–—_·•»:-]\s+|\s*[|｜]\s*|(?<=\S)[:：]\s+")
_LABEL = re.compile(r"^\s*【([^【】]{1,24})】")


def read(page: Page, outlet: Outlet | None, hooks: Hooks | None = None) -> Draft:
    """The article (or the outlet's own page) that ``page`` shows, its archive's rewriting undone.

    Bare times mean the outlet's zone; nothing later than the capture is
    believed. ``hooks`` are the trusted functions of ``outlet.py``.
    """
    return _Reading(page, outlet, hooks or Hooks()).draft()


@dataclass
class _Reading:
    """One page being read."""

    page: Page
    outlet: Outlet | None
    hooks: Hooks
    findings: list[Finding] = field(default_factory=list)
    evidence: dict[str, str] = field(default_factory=dict)

    def draft(self) -> Draft:
        capture, html = self.page.capture, self.page.html
        if self.hooks.repair:
            html = self.hook("repair", lambda: self.hooks.repair(html, capture), html)  # type: ignore[misc]
        self.address = outlets.read(self.outlet, capture.url) if self.outlet else Address("unknown")
        named = self.address.kind == "article" and self.address.id
        self.key = named or urls.key(capture.url)
        self.id = self.address.id or hashlib.sha256(self.key.encode("utf-8", "replace")).hexdigest()[:16]
        self.zone = dates.zone(self.outlet.timezone) if self.outlet else None
        document = tree.parse(html, decoded=bool(self.page.decoded_by) and html is self.page.html)
        self.rules = rules_for(self.outlet, document)
        self.look = Looker(document, html, capture.url, self.address.names, self.slow)
        self.told = self.told_by_hook(document)
        self._generic: generic.Generic | None = None
        record = self.record(document)
        if self.hooks.finish:
            made = self.hook("finish", lambda: self.hooks.finish(record, self.page), record)  # type: ignore[misc]
            record = made if isinstance(made, Record) else record
            record = replace(record, findings=self.codes())
        return Draft(record, self.light(record), tuple(self.findings), self.witnesses())

    def record(self, document: Document) -> Record:
        outlet, capture = self.outlet, self.page.capture
        title = self.title()
        base = self.base(document)
        body = self.body(document, base, title)
        published = self.stamp("published")
        updated = self.stamp("updated")
        is_page = self.address.kind == "page" or self.page.verdict.kind == PageKind.PAGE
        if published is None and not self.rules.said("published"):
            published = self.generic_stamp("published")
        elif published is None and not is_page and codes.DATE_AFTER_CAPTURE not in self.codes():
            published = self.elsewhere(updated)
        if published and self.rules.said("clock"):
            published = self.on_time(published)
        if updated is None and self._generic is not None and not self.rules.said("updated"):
            updated = self.generic_stamp("updated")
        if published and updated and updated.value == published.value and self.stated("updated"):
            updated = None  # templates state a change of the same minute where there was none
            self.evidence.pop("updated")
        if published and updated and dates.day_of(updated.value) < dates.day_of(published.value):
            self.trouble(
                codes.UPDATED_BEFORE_PUBLISHED, "The page was changed before it came out, if it is to be believed."
            )
        if published is None and not is_page:  # the outlet's own pages have no day
            self.trouble(codes.DATE_MISSING, "The page does not say when it came out.")
        self.plain = plain = body.plain
        author, authors = self.byline()
        category = self.words("category")
        tags = self.words("tags")
        language = self.language(document, plain, title)
        publisher = (self.words("publisher") or _NOTHING).text if self.asked("publisher") else ""
        editor_tags = (self.words("editor_tags") or _NOTHING).values if self.asked("editor_tags") else ()
        canonical, labels = self.canonical(base), self.labels(title)
        return Record(
            id=self.id,
            title=title,
            date=dates.day_of(published.value).isoformat() if published else None,
            last_updated=updated.words if updated else None,
            author=author,
            category=category.values[0] if category else None,
            tags=tags.values if tags else () if self.rules.said("tags") else None,
            url=urls.playback(capture.when, capture.url),
            original_url=capture.url,
            kind="page" if is_page else "article",
            canonical_url=canonical,
            published=published.value if published else None,
            updated=updated.value if updated else None,
            language=language,
            publisher=publisher or (outlet.name if outlet else None),
            rights=outlet.rights if outlet else None,
            authors=authors,
            labels=labels,
            editor_tags=editor_tags,
            embeds=body.embeds,
            images=body.images,
            notes=self.notes(body),
            republished_from=self.origin(body, author),
            entries=body.entries,
            source=_source(capture),
            evidence=dict(sorted(self.evidence.items())),
            removed=tuple(dict.fromkeys(body.removed)),
            findings=self.codes(),
            body=body.markdown,
        )

    # Fields

    def words(self, name: str) -> Picked | None:
        """What the hook, a pick or a convention gives for a field."""
        if name in self.told:
            self.evidence[name] = "outlet.py"
            return Picked(self.told[name], "outlet.py")
        found = self.look.first(name, self.rules.ways(name), self.rules.clean.get(name, ()))
        if found:
            self.evidence[name] = found.pick
        return found

    def asked(self, name: str) -> bool:
        """Whether the outlet, or its code, has a word on the field."""
        return name in self.told or self.rules.said(name)

    @cached_property
    def headed(self) -> Picked | None:
        """What the hook or a pick gives as the headline, looked for once."""
        return self.words("title")

    def title(self) -> str | None:
        if self.headed and self.headed.text:
            return self.headed.text
        guess = self.generic.title
        if guess and self.outlet and _bare(guess) == _bare(self.outlet.name):  # a masthead is no headline
            whole = self.look.document.select_one("title")
            parts = _MARKS.split(tree.clean(whole.text)) if whole is not None else []
            guess = max((part for part in parts if _bare(part) != _bare(guess)), key=len, default=guess)
        if guess and (guess := self.cleaned("title", guess)):
            self.evidence["title"] = f"generic: {self.generic.evidence.get('title', '')}".rstrip(": ")
            return guess
        self.trouble(codes.TITLE_MISSING, "The page has no headline.")
        return None

    @cached_property
    def signed(self) -> Picked | None:
        """What the hook, a pick or a convention gives as the byline, looked for once."""
        return self.words("byline")

    def byline(self) -> tuple[str | None, tuple[Author, ...]]:
        found = self.signed
        if found:
            authors = tuple(dict.fromkeys(a for value in found.values for a in _authors(value)))
            return found.text, self.placed(authors, found.text)
        if self.rules.said("byline"):
            return None, ()
        guess = self.generic
        if guess.author_printed or guess.authors:
            self.evidence["byline"] = f"generic: {guess.evidence.get('authors', '')}".rstrip(": ")
        printed = guess.author_printed or "、".join(a.name for a in guess.authors) or None
        return (self.cleaned("byline", printed) or None if printed else None), guess.authors

    def placed(self, authors: tuple[Author, ...], printed: str) -> tuple[Author, ...]:
        """The authors of a byline without the names that are places, as the outlet or the text tells."""
        places = self.outlet.places if self.outlet else ()
        if len(authors) > 1 or places:
            return with_places(authors, places, self.plain, printed)
        return authors

    def given(self) -> tuple[Element, ...]:
        """The elements that gave headline and byline, where they say nothing else: within the text they are no text."""
        found = (self.headed, self.signed if self.rules.said("byline") else None)
        return tuple(
            f.element for f in found if f and f.element and len(f.values) == 1 and printed(f.element) == f.text
        )

    def stamp(self, name: str) -> Stamp | None:
        """The first pick that gives a date that can be read and believed."""
        doubt: tuple[str, str] | None = None
        change: tuple[str, Stamp] | None = None  # what no other date is printed beside is the best there is
        ways: Sequence[str] = self.rules.ways(name)
        if name in self.told:
            ways = ("outlet.py",)
        for way in ways:
            if way == "outlet.py":
                found: Picked | None = Picked(self.told[name], way)
            else:
                found = self.look.first(name, (way,), self.rules.clean.get(name, ()))
            if not found:
                continue
            if name == "published" and self.is_change(found):
                change = change or ((way, told) if (told := self.read_stamp(name, found.text)) else None)
                clean = self.rules.clean.get(name, ())
                found = next((other for other in self.look.others(way, clean) if not self.is_change(other)), None)
                if not found or not self.read_stamp(name, found.text):
                    continue
            if stamp := self.read_stamp(name, found.text):
                self.evidence[name] = way
                return to_the_minute(stamp, found.element, lambda words: self.read_stamp(name, words))
            later = dates.parse_date(found.text, self.zone, order=self.rules.order)
            doubt = doubt or (codes.DATE_AFTER_CAPTURE if later else codes.DATE_UNREAD, found.text)
        if change:
            self.evidence[name], stamp = change
            return stamp
        if doubt:
            self.trouble(
                doubt[0],
                f"The page prints {doubt[1][:80]!r} where it should say when it was {name}.",
                printed=doubt[1][:200],
            )
        return None

    def on_time(self, published: Stamp) -> Stamp:
        """The stamp with its time of day, where that stands elsewhere; as it is, where none can be read."""
        found = self.words("clock")
        exact = at_the_clock(published, found.text, self.zone, self.page.capture.when) if found else published
        if exact is published:
            self.evidence.pop("clock", None)
        return exact

    def is_change(self, found: Picked) -> bool:
        return is_change(found.text, zone=self.zone, order=self.rules.order, latest=self.page.capture.when)

    def read_stamp(self, name: str, words: str) -> Stamp | None:
        """A date from printed words, in the outlet's zone and order, not after the capture."""
        latest, updating = self.page.capture.when, name == "updated"
        return read_stamp(words, zone=self.zone, order=self.rules.order, latest=latest, updating=updating)

    def stated(self, name: str) -> bool:
        """Whether a field was stated to machines alone, and not printed."""
        return self.evidence.get(name, "").startswith(("meta:", "ld:"))

    def elsewhere(self, updated: Stamp | None) -> Stamp | None:
        """A day that stands not where the picks say, for places shift on the odd page; never that of the change."""
        found = self.generic_stamp("published")
        if found is None or (updated and dates.day_of(found.value) >= dates.day_of(updated.value)):
            self.evidence.pop("published", None)
            return None
        return found

    def generic_stamp(self, name: str) -> Stamp | None:
        value: date | datetime | None = getattr(self.generic, name)
        if value is None:
            return None
        self.evidence[name] = f"generic: {self.generic.evidence.get('published', '')}".rstrip(": ")
        return stamp_of(value, self.zone)

    def labels(self, title: str | None) -> tuple[str, ...]:
        found = self.words("labels") if self.asked("labels") else None
        out = list(found.values) if found else []
        rest = title or ""
        while label := _LABEL.match(rest):
            out.append(label[1].strip())
            rest = rest[label.end() :]
        return tuple(dict.fromkeys(out))

    def canonical(self, base: str) -> str | None:
        """The address that the page gives itself, where it is ours and names the same article."""
        found = self.words("canonical_url")
        if not found:
            return None
        if found.values[0] == self.page.capture.url:
            return found.values[0]
        url = urls.original(found.values[0], base)
        same = urls.is_web(url) and (
            outlets.article_key(self.outlet, url) == self.key
            if self.address.id
            else urls.host(url) == urls.host(self.page.capture.url)
        )
        if not same:
            self.evidence.pop("canonical_url", None)
            return None
        return url

    def language(self, document: Document, plain: str, title: str | None) -> str | None:
        declared = [found.values[0]] if (found := self.words("language")) else []
        if self.outlet and self.outlet.language:
            declared.append(self.outlet.language)
        if document.root is not None and (said := document.root.attr("lang")):
            declared.append(said.strip())
        return language_for(plain or title or "", declared)

    # The body

    def body(self, document: Document, base: str, title: str | None) -> bodies.Body:
        nodes: Sequence[Node] = outermost(document.select(self.rules.body)) if self.rules.body else []
        if nodes:
            self.evidence["body"] = self.rules.body or ""
        else:
            if self.outlet and self.outlet.eras:
                self.trouble(codes.ERA_UNKNOWN, "No era of outlet.toml fits this page.")
            nodes = self.generic.body_nodes
            self.evidence["body"] = "generic"
        lead = self.look.first("lead", self.rules.ways("lead")) if self.rules.said("lead") else None
        boxes = self.look.row(lead.pick) if lead else []

        def convert(cut: bool) -> bodies.Body:  # noqa: FBT001  (a local shorthand)
            return bodies.convert(
                nodes,
                base=base,
                title=title,
                signed=self.signed.text if self.signed is not None and self.rules.said("byline") else None,
                drop=self.rules.drop,
                cut=self.rules.cut if cut else (),
                clean=self.rules.clean.get("body", ()),
                lead=boxes,
                given=self.given(),
            )

        body = convert(cut=True)
        if nodes and self.evidence["body"] != "generic" and self.misses(body):
            self.trouble(codes.ERA_UNKNOWN, "Where the era's text should stand is a line, and the text elsewhere.")
            nodes, self.evidence["body"] = self.generic.body_nodes, "generic"
            body = convert(cut=True)
        if not body.markdown and any(r.startswith("cut ") for r in body.removed):
            self.trouble(codes.BODY_CUT_WHOLE, "A cut would have taken the whole text.", removed=body.removed)
            body = convert(cut=False)
        self.body_findings(body)
        return body

    def misses(self, body: bodies.Body) -> bool:
        """Whether what a rule by place found is a line and nothing else, while the page has a text: rows shift where one is missing."""
        if body.images or body.embeds or len(body.plain) >= _LINE:
            return False
        return len(self.generic.text) >= max(_TEXT, 5 * len(body.plain))

    def notes(self, body: bodies.Body) -> tuple[Note, ...]:
        """What the text holds, and what a pick finds elsewhere on the page."""
        found = self.words("notes") if self.asked("notes") else None
        more = [note for value in (found.values if found else ()) for note in notes_of(value)]
        return tuple(dict.fromkeys((*body.notes, *more)))

    def origin(self, body: bodies.Body, author: str | None) -> Origin | None:
        found = self.words("republished_from") if self.asked("republished_from") else None
        if found and found.text:
            return origin_of_byline(found.text) or Origin(origin_of(found.text) or found.text)
        return body.origin or origin_of_byline(author)

    def body_findings(self, body: bodies.Body) -> None:
        if not body.markdown:
            self.trouble(codes.BODY_EMPTY, "No text was found on the page.")
        if gone := {k: body.odd[k] for k in ("control", "zero-width", "direction") if body.odd[k]}:
            self.trouble(codes.CHARACTERS_REMOVED, "Characters that show nothing were taken out of the text.", **gone)
        if count := body.odd["private-use"]:
            self.trouble(codes.CHARACTERS_PRIVATE, f"The text has {count} private-use characters.", count=count)
        if count := body.odd["lost"]:
            self.trouble(codes.CHARACTERS_LOST, f"The text has lost {count} characters.", count=count)
        if body.shielded:
            self.trouble(codes.EMAIL_SHIELDED, "An e-mail address is hidden.", count=body.shielded)
        if body.too_deep:
            self.trouble(codes.BODY_TOO_DEEP, "Part of the text is nested too deep.", count=body.too_deep)
        for pattern in dict.fromkeys(body.slow):
            self.slow(pattern)
        if not self.complete:
            self.trouble(codes.BODY_TRUNCATED, "The capture breaks off within the page.")

    @property
    def complete(self) -> bool:
        """Whether the capture has the page to its end."""
        return not (self.page.truncated or any("truncated" in f.code for f in self.page.findings))

    # What join and the ledger need

    def light(self, record: Record) -> Light:
        left = trace(self.plain)
        pointer = self.address.names.get("live")
        return Light(
            key=self.key,
            id=record.id,
            title=record.title or "",
            day=record.date or "",
            sketch=left.sketch,
            digest=left.digest,
            length=left.length,
            pointer=pointer if pointer != record.id else None,
            when=self.page.capture.when,
            complete=self.complete,
        )

    def witnesses(self) -> tuple[Witness, ...]:
        """The live revision that the article's own address names."""
        live, capture = self.address.names.get("live"), self.page.capture
        if not live or live == self.id:
            return ()
        return (Witness(live, "pointer", capture.ref, capture.when, url=capture.url),)

    # Small things

    def codes(self) -> tuple[str, ...]:
        """The codes of what was found so far, each once."""
        return tuple(sorted({f.code for f in self.findings}))

    @property
    def generic(self) -> generic.Generic:
        """What the generic extractor says, asked once and only when needed."""
        if self._generic is None:
            zone = self.outlet.timezone if self.outlet else None
            capture = self.page.capture
            self._generic = generic.read(self.look.document, capture.url, captured=capture.when, timezone=zone)
        return self._generic

    def base(self, document: Document) -> str:
        url = self.page.capture.url
        found = document.select_one("base[href]")
        return urls.original(found.attr("href") or "", url) if found else url

    def cleaned(self, name: str, text: str) -> str:
        from backissue.outlets import patterns

        if odd(text):
            text = scrub(text)
        for pattern in self.rules.clean.get(name, ()):
            text = patterns.without(pattern, text, self.slow).strip()
        return text

    def told_by_hook(self, document: Document) -> dict[str, tuple[str, ...]]:
        if not self.hooks.fields:
            return {}
        given = self.hook("fields", lambda: self.hooks.fields(document, self.page), {})  # type: ignore[misc]
        if not isinstance(given, Mapping):
            return {}
        out = {}
        for name, value in given.items():
            values = value if isinstance(value, (list, tuple)) else (value,)
            out[str(name)] = tuple(str(v) for v in values if v is not None and str(v))
        return {k: v for k, v in out.items() if v}

    def hook(self, name: str, call: Callable[[], Any], otherwise: Any) -> Any:
        """What a hook returns; its failure is a finding, whatever it was."""
        try:
            return call()
        except Exception as error:  # noqa: BLE001  (someone else's code; becomes a finding)
            said = f"{type(error).__name__}: {error}"
            self.trouble(codes.HOOK_FAILED, f"{name} of outlet.py failed: {said[:200]}", hook=name, error=said[:500])
            return otherwise

    def slow(self, pattern: str) -> None:
        self.trouble(codes.PATTERN_SLOW, f"The pattern {pattern!r} took too long.", pattern=pattern)

    def trouble(self, code: str, sentence: str, **evidence: object) -> None:
        if not any(f.code == code and f.evidence == evidence for f in self.findings):
            self.findings.append(finding(code, self.id, sentence, **evidence))


_NOTHING = Picked((), "")
_LINE = 40
_TEXT = 200
"""Characters: no article is as short as the first, nor is anything but an article as long as the second."""
_authors = lru_cache(maxsize=4096)(parse_byline)
"""A paper prints the same bylines over and over."""


def _bare(words: str) -> str:
    """Letters and digits only, small."""
    return re.sub(r"[\W_]+", "", words).casefold()


def _source(capture: Capture) -> Source:
    """Where the bytes lie: the payload's place, which for a revisit is the record it repeats."""
    place = capture.payload or capture.place
    name = place.file if place else ""
    kind = "wacz" if name.endswith(".wacz") else "arc" if name.endswith((".arc", ".arc.gz")) else "warc"
    return Source(
        kind,
        capture.when,
        f"captures/{name}" if name else None,
        place.offset if place else None,
        capture.digest,
    )
