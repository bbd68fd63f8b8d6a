"""What to do next: kinds of trouble turned into work, the most useful first, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backissue.audit.books import Books
from backissue.audit.report import Report


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``codes`` are the kinds of trouble that it mends, those that were found."""

    count: int
    english: str
    chinese: str
    command: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    codes: tuple[str, ...]
    one: str
    many: str
    chinese: str
    command: str = ""
    what: str = ""  # only findings whose evidence has this word for ``what``


_KINDS = (
    _Kind(
        ("archive.unfinished",),
        "Run the last command again: it died while it was writing.",
        "Run the last command again: it died while it was writing.",
        "再跑一次上次的指令：它在寫入途中中斷了。",
        "backissue rescue … --to DIR",
    ),
    _Kind(
        ("evidence.missing-file", "evidence.changed-file", "manifest.missing-file", "manifest.changed-file"),
        "Restore a file from a copy: it is gone, or is not as it was written.",
        "Restore {n} files from a copy: they are gone, or are not as they were written.",
        "從備份還原 {n} 個檔案：它們不見了，或內容變了。",
        "backissue verify",
    ),
    _Kind(
        ("adopted.not-an-article",),
        "Refetch this one: the web archive was down when it was saved.",
        "Refetch these {n}: the web archive was down when they were saved.",
        "重新抓取這 {n} 篇：存檔之時，網頁典藏庫正在停擺。",
        "backissue repair --plan",
        "outage",
    ),
    _Kind(
        ("record.not-an-article", "record.same-as-others", "record.empty"),
        "Fetch this one again: what was saved under its address is an outage page, a farewell page, or nothing.",
        "Fetch these {n} again: what was saved under their addresses is an outage page, a farewell page, or nothing.",
        "重新抓取這 {n} 篇：它們的網址下，存下的是故障頁、告別頁，或空白。",
    ),
    _Kind(
        ("article.missing",),
        "Look for an article in other web archives; missing.csv says what is known of it.",
        "Look for {n} articles in other web archives; missing.csv says what is known of each.",
        "到其他網頁典藏庫找 {n} 篇文章；missing.csv 列出每篇所知的一切。",
    ),
    _Kind(
        ("link.to-missing", "ids.gap"),
        "Ask a web archive about one more place where a link or a hole in the ids hints at an article.",
        "Ask a web archive about {n} more places where links or holes in the ids hint at articles.",
        "再向典藏庫查問 {n} 處：連結或編號的缺口，顯示那裏可能有文章。",
    ),
    _Kind(
        ("letters.garbled", "address.ruined", "address.encoded-twice", "letters.lost", "markup.shielded-mail"),
        "Let repair try a record with a ruined address or letters: what can be proven is restored.",
        "Let repair try {n} records with ruined addresses or letters: what can be proven is restored.",
        "讓 repair 試試 {n} 篇網址或文字受損的文章：能證明的都會還原。",
        "backissue repair --plan",
    ),
    _Kind(
        ("boilerplate.left", "markup.left", "link.through-archive"),
        "Clean a text of footers, markup or archive links: adopt again, or add cut and drop rules to outlet.toml.",
        "Clean {n} texts of footers, markup and archive links: adopt again, or add cut and drop rules to outlet.toml.",
        "清理 {n} 篇內文的頁尾、標記和典藏庫連結：再跑一次 adopt，或在 outlet.toml 加 cut、drop 規則。",
        "backissue adopt FOLDER --to DIR",
    ),
    _Kind(
        ("record.breaks-off", "record.teaser", "body.truncated"),
        "Compare an article with its capture: it seems to break off.",
        "Compare {n} articles with their captures: they seem to break off.",
        "對照擷取看看 {n} 篇文章：它們似乎不完整。",
    ),
    _Kind(
        (
            "time.undated",
            "time.two-dates",
            "time.updated-before-published",
            "time.captured-before-published",
            "time.after-closing",
            "time.out-of-place",
        ),
        "Check the date of an article; what you know better goes into decisions.toml.",
        "Check the dates of {n} articles; what you know better goes into decisions.toml.",
        "核對 {n} 篇文章的日期；你知道得更準的，寫入 decisions.toml。",
    ),
    _Kind(
        ("record.duplicate", "record.same-title"),
        "Read a pair that may be one article under two ids.",
        "Read {n} pairs that may be one article under two ids.",
        "看看 {n} 對文章：可能是同一篇，有兩個編號。",
    ),
    _Kind(
        ("media.not-held",),
        "Fetch the pictures of an article.",
        "Fetch the pictures of {n} articles.",
        "抓取 {n} 篇文章的圖片。",
    ),
)


def steps(books: Books, report: Report) -> Iterator[Step]:
    """What there is to do; a subject with several kinds of trouble of one step is one thing to do."""
    for kind in _KINDS:
        codes = tuple(code for code in kind.codes if report.findings.get(code))
        if codes:
            question = "SELECT subject FROM finding WHERE code = ? AND ? IN ('', json_extract(evidence, '$.what'))"
            count = len({s for code in codes for (s,) in books.rows(question, code, kind.what)})
            if not count:
                continue
            n = f"{count:,}"
            yield Step(
                count, kind.one if count == 1 else kind.many.format(n=n), kind.chinese.format(n=n), kind.command, codes
            )
