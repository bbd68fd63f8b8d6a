"""The words of the interface in Traditional Chinese, Simplified Chinese and English.

One catalogue for the templates, the scripts and the server. A page is written
in one language; ``assets/words.js`` carries all three, so that a reader may
switch. Names of the paper, its sections and people are never translated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from markupsafe import Markup, escape

__all__ = ["CATALOGUE", "LANGUAGES", "Words", "as_script", "language_for", "long_date", "trusted"]

LANGUAGES = ("zh-Hant", "zh-Hans", "en")

CATALOGUE: Mapping[str, tuple[str, str, str]] = {
    # the frame
    "skip": ("跳到內容", "跳到内容", "Skip to the text"),
    "front": ("頭版", "头版", "Front page"),
    "archive": ("歷年", "历年", "By date"),
    "calendar": ("日曆", "日历", "Calendar"),
    "sections": ("版面", "版面", "Sections"),
    "authors": ("作者", "作者", "Authors"),
    "tags": ("標籤", "标签", "Tags"),
    "today": ("當年今日", "当年今日", "On this day"),
    "missing": ("佚文", "佚文", "Lost articles"),
    "old": ("舊網址", "旧网址", "Old addresses"),
    "about": ("關於本站", "关于本站", "About this site"),
    "own_pages": ("報社自己的頁面", "报社自己的页面", "The paper's own pages"),
    "search": ("搜尋", "搜索", "Search"),
    "search_box": ("搜尋全文", "搜索全文", "Search the paper"),
    "menu": ("目錄", "目录", "Contents"),
    "reading": ("閱讀設定", "阅读设定", "Reading settings"),
    "theme": ("明暗", "明暗", "Light"),
    "theme_auto": ("跟隨系統", "跟随系统", "As the system"),
    "theme_light": ("白晝", "白昼", "Day"),
    "theme_dark": ("夜間", "夜间", "Night"),
    "size": ("字級", "字号", "Text size"),
    "size_small": ("小", "小", "Small"),
    "size_normal": ("中", "中", "Medium"),
    "size_large": ("大", "大", "Large"),
    "size_huge": ("特大", "特大", "Largest"),
    "script": ("文字", "文字", "Script"),
    "script_as_is": ("原文", "原文", "As printed"),
    "script_hans": ("简体", "简体", "Simplified"),
    "script_hant": ("繁體", "繁体", "Traditional"),
    "script_note": (
        "逐字轉換，只為方便閱讀；引用請以原文為準。",
        "逐字转换，只为方便阅读；引用请以原文为准。",
        "Converted character by character, for ease of reading; quote from the text as printed.",
    ),
    "interface": ("介面語言", "界面语言", "Interface"),
    "keys": ("鍵盤", "键盘", "Keyboard"),
    "keys_help": (
        "/ 搜尋　j 下一篇　k 上一篇　h 頭版　c 日曆　t 明暗　+ − 字級",
        "/ 搜索　j 下一篇　k 上一篇　h 头版　c 日历　t 明暗　+ − 字号",
        "/ search, j next, k previous, h front page, c calendar, t light, + − text size",
    ),
    "closed_on": ("本報已於{date}停刊。", "本报已于{date}停刊。", "This newspaper closed on {date}."),
    "rescued": (
        "本站由網絡檔案館的快照整理而成，並非報社網站。",
        "本站由网络档案馆的快照整理而成，并非报社网站。",
        "Put together from captures in web archives. This is not the newspaper's own site.",
    ),
    "held_of": (
        "已知曾發表的 {expected} 篇文章中，存有 {held} 篇。",
        "已知曾发表的 {expected} 篇文章中，存有 {held} 篇。",
        "Of {expected} articles known to have been published, {held} are held.",
    ),
    "held_all": (
        "存有 {held} 篇文章，由 {first} 至 {last}。",
        "存有 {held} 篇文章，由 {first} 至 {last}。",
        "{held} articles, from {first} to {last}.",
    ),
    # listings
    "latest": ("最後的版面", "最后的版面", "The last pages"),
    "all_sections": ("全部版面", "全部版面", "All sections"),
    "n_articles": ("{n} 篇", "{n} 篇", "{n} articles"),
    "one_article": ("1 篇", "1 篇", "1 article"),
    "undated": ("日期不詳", "日期不详", "Undated"),
    "by_section": ("按版面", "按版面", "By section"),
    "no_section": ("未分版面", "未分版面", "No section"),
    "untitled": ("（無題）", "（无题）", "(untitled)"),
    "year": ("{n}年", "{n}年", "{n}"),
    "more": ("更多", "更多", "More"),
    "all_years": ("全部年份", "全部年份", "All years"),
    "earlier": ("較早", "较早", "Earlier"),
    "later": ("較後", "较后", "Later"),
    "alias_of": ("即", "即", "is"),
    "aliases": ("又作", "又作", "Also filed as"),
    "people": ("記者與作者", "记者与作者", "People"),
    "desks": ("編輯部各組", "编辑部各组", "Desks"),
    "organisations": ("機構", "机构", "Organisations"),
    "feed": ("訂閱", "订阅", "Feed"),
    "today_help": (
        "選一天，看歷年這一天的報道。",
        "选一天，看历年这一天的报道。",
        "Choose a day to see what the paper ran on it, year by year.",
    ),
    "today_now": ("今天", "今天", "Today"),
    "nothing_here": ("這一天沒有文章。", "这一天没有文章。", "Nothing on this day."),
    "charts": ("每月篇數", "每月篇数", "Articles a month"),
    "held": ("存有", "存有", "held"),
    "known": ("已知", "已知", "known"),
    "pictures": ("圖片", "图片", "Pictures"),
    # an article
    "published": ("發表", "发表", "Published"),
    "updated": ("更新", "更新", "Updated"),
    "between": (
        "發表於 {first} 至 {last} 之間",
        "发表于 {first} 至 {last} 之间",
        "Published between {first} and {last}",
    ),
    "byline_hidden": ("署名應要求隱去", "署名应要求隐去", "Byline withheld"),
    "formerly": ("原題", "原题", "Earlier headline"),
    "alternate_ids": ("同文另有編號", "同文另有编号", "The same text under other numbers"),
    "picture_missing": ("圖片未能存下", "图片未能存下", "The picture was not kept"),
    "previous": ("上一篇", "上一篇", "Previous"),
    "next": ("下一篇", "下一篇", "Next"),
    "turn": ("前後各篇", "前后各篇", "Articles before and after"),
    "related": ("相關文章", "相关文章", "Related articles"),
    "embeds": ("文中嵌入", "文中嵌入", "Embedded in the text"),
    "mentions": ("文中提到的帖文", "文中提到的帖文", "Posts the text speaks of"),
    "not_held": ("未存", "未存", "not held"),
    "revisions": ("改動", "改动", "What changed"),
    "revision_link": ("此文有 {n} 個較早版本", "此文有 {n} 个较早版本", "Earlier versions of this article: {n}"),
    "revision_intro": (
        "逐字比較各版本。加上的字有底線，刪去的字劃去。",
        "逐字比较各版本。加上的字有下划线，删去的字划去。",
        "The versions compared word by word. Added words are underlined, removed words struck out.",
    ),
    "revision_same": ("文字相同。", "文字相同。", "The same text."),
    "revision_lost": ("較早的文字沒有存下。", "较早的文字没有存下。", "The earlier text was not kept."),
    "revision_of": ("版本", "版本", "Version"),
    "current": ("現存最後版本", "现存最后版本", "The last version held"),
    "back": ("回到文章", "回到文章", "Back to the article"),
    "added": ("加上", "加上", "added"),
    "deleted": ("刪去", "删去", "removed"),
    "headline": ("標題", "标题", "Headline"),
    "provenance": ("出處", "出处", "Where this comes from"),
    "original": ("原址", "原址", "Original address"),
    "captured": ("快照時間", "快照时间", "Captured"),
    "archive_name": ("檔案館", "档案馆", "Archive"),
    "stored_in": ("所在檔案", "所在档案", "Stored in"),
    "digest": ("摘要值", "摘要值", "Digest"),
    "record_id": ("編號", "编号", "Number"),
    "rights": ("版權", "版权", "Rights"),
    "removed": ("已略去", "已略去", "Left out"),
    "first_published": ("首發於", "首发于", "First published by"),
    "paper_notes": ("報社附言", "报社附言", "The paper's own notes"),
    "correction": ("更正", "更正", "Correction"),
    "clarification": ("澄清", "澄清", "Clarification"),
    "editor": ("編者按", "编者按", "Editor's note"),
    "doubts": ("存疑", "存疑", "Doubts"),
    "see_capture": ("看檔案館裏的快照", "看档案馆里的快照", "See the capture in the archive"),
    "warning": (
        "這條連結通往檔案館的伺服器。打開以後，對方會知道你的網絡位址和你在看哪一頁。",
        "这条链接通往档案馆的服务器。打开以后，对方会知道你的网络地址和你在看哪一页。",
        "This link leads to a server of the archive. If you open it, they learn your network address and which page you read.",
    ),
    "go_on": ("仍要打開", "仍要打开", "Open it all the same"),
    "cite": ("引用", "引用", "Cite"),
    "warc": ("WARC 檔案", "WARC 文件", "WARC file"),
    "arc": ("ARC 檔案", "ARC 文件", "ARC file"),
    "wacz": ("WACZ 檔案", "WACZ 文件", "WACZ file"),
    "adopted": ("他人整理的檔案", "他人整理的文件", "an archive made by others"),
    "dead_link": (
        "這個舊連結的文章沒有存下",
        "这个旧链接的文章没有存下",
        "The article at this old address was not kept",
    ),
    # lost articles
    "missing_intro": (
        "這些文章確曾發表，但沒有找到正文。以下是我們所知的，以及從何得知。",
        "这些文章确曾发表，但没有找到正文。以下是我们所知的，以及从何得知。",
        "These articles were published, but their text was not found. Here is what is known of them, and how we know.",
    ),
    "missing_none": ("沒有已知的佚文。", "没有已知的佚文。", "No article is known to be lost."),
    "missing_one": ("這篇文章沒有存下", "这篇文章没有存下", "This article was not kept"),
    "missing_help": (
        "如果你存有這篇文章，請與本站的整理者聯絡。",
        "如果你存有这篇文章，请与本站的整理者联络。",
        "If you have kept a copy, please tell the people who keep this archive.",
    ),
    "witnesses": ("如何得知", "如何得知", "How we know"),
    "witness": ("見於", "见于", "Seen in"),
    "witness_card": ("列表頁上的標題", "列表页上的标题", "a headline on a listing page"),
    "witness_link": ("另一頁上的連結", "另一页上的链接", "a link on another page"),
    "witness_feed": ("供稿", "供稿", "a feed"),
    "witness_cdx": ("檔案館的索引", "档案馆的索引", "a line in an archive's index"),
    "witness_pointer": ("另一版本的指向", "另一版本的指向", "a pointer from another version"),
    "witness_id-run": ("連續編號中的缺號", "连续编号中的缺号", "a gap in a run of numbers"),
    "why": ("情況", "情况", "What happened"),
    "address": ("網址", "网址", "Address"),
    "title": ("標題", "标题", "Headline"),
    "date": ("日期", "日期", "Date"),
    "byline": ("署名", "署名", "Byline"),
    # old addresses
    "old_intro": (
        "貼上本報的舊連結（或檔案館的連結），便可找到文章。",
        "贴上本报的旧链接（或档案馆的链接），便可找到文章。",
        "Paste a dead link of the paper, or an archive's link to it, to find the article.",
    ),
    "old_box": ("舊連結", "旧链接", "Dead link"),
    "old_go": ("找文章", "找文章", "Find the article"),
    "old_none": ("這個網址不在本站所知之內。", "这个网址不在本站所知之内。", "This address is not known here."),
    "old_found": ("找到：", "找到：", "Found: "),
    "old_lost": ("這篇文章是佚文：", "这篇文章是佚文：", "This article is lost: "),
    "old_script": (
        "此功能需要 JavaScript。不用的話，可在文字檔裏找：",
        "此功能需要 JavaScript。不用的话，可在文本文件里找：",
        "This box needs JavaScript. Without it, look the address up in the text file:",
    ),
    # about
    "about_intro": (
        "本站把停刊的報紙從網絡檔案館的快照裏取回來，逐篇整理成文字，並說明每篇從何而來。",
        "本站把停刊的报纸从网络档案馆的快照里取回来，逐篇整理成文字，并说明每篇从何而来。",
        "This site brings a closed newspaper back from captures in web archives, article by article, and says of each where it comes from.",
    ),
    "about_text": (
        "文字一字不改：我們只除去版型、廣告和訂閱呼籲。每篇文章下方列明原址、快照時間和摘要值，任何人都可以查證。",
        "文字一字不改：我们只除去版型、广告和订阅呼吁。每篇文章下方列明原址、快照时间和摘要值，任何人都可以查证。",
        "The words are unchanged: only the template, advertisements and calls to subscribe are left out. Below each article stand its original address, the time of its capture and its digest, so that anyone can check.",
    ),
    "about_privacy": (
        "本站不載入任何外來的東西，不記錄讀者。設定只存在你的瀏覽器裏。",
        "本站不载入任何外来的东西，不记录读者。设定只存在你的浏览器里。",
        "This site loads nothing from elsewhere and keeps no record of its readers. Your settings stay in your browser.",
    ),
    "held_by_month": ("每月存文", "每月存文", "Held by month"),
    "findings": ("整理時發現的問題", "整理时发现的问题", "Troubles found"),
    "code": ("代號", "代号", "Code"),
    "count": ("數目", "数目", "Count"),
    "machines": ("給機器的", "给机器的", "For machines"),
    "sitemap": ("網站地圖", "网站地图", "Sitemap"),
    "old_map": ("舊網址對照表", "旧网址对照表", "Table of old addresses"),
    # search
    "search_script": (
        "搜尋需要 JavaScript。不用的話，可按日期、版面、作者或標籤查找。",
        "搜索需要 JavaScript。不用的话，可按日期、版面、作者或标签查找。",
        "Search needs JavaScript. Without it, look by date, section, author or tag.",
    ),
    "search_help": (
        '詞與詞之間留空格，表示都要有。「"…"」連用；OR 任一；-字 排除；author: tag: section: after: before:',
        '词与词之间留空格，表示都要有。「"…"」连用；OR 任一；-字 排除；author: tag: section: after: before:',
        'Several words mean all of them. "…" is a phrase; OR either; -word without it; author: tag: section: after: before:',
    ),
    "sort_relevance": ("最相關", "最相关", "Most relevant"),
    "sort_newest": ("由新到舊", "由新到旧", "Newest first"),
    "sort_oldest": ("由舊到新", "由旧到新", "Oldest first"),
    "sort": ("次序", "次序", "Order"),
    "results": ("{n} 篇", "{n} 篇", "{n} results"),
    "results_upto": ("至多 {n} 篇", "至多 {n} 篇", "up to {n} results"),
    "results_none": ("沒有找到。", "没有找到。", "Nothing was found."),
    "searching": ("正在找……", "正在找……", "Searching…"),
    "filter_section": ("版面", "版面", "Section"),
    "filter_author": ("作者", "作者", "Author"),
    "filter_tag": ("標籤", "标签", "Tag"),
    "filter_year": ("年份", "年份", "Year"),
    "filter_all": ("全部", "全部", "All"),
    "chart_found": (
        "每月找到的篇數，與該月文章保存了多少",
        "每月找到的篇数，与该月文章保存了多少",
        "Found by month, and how much of each month is held",
    ),
    "chart_month": (
        "{month}：找到 {found} 篇；已知 {expected} 篇，存 {held} 篇",
        "{month}：找到 {found} 篇；已知 {expected} 篇，存 {held} 篇",
        "{month}: {found} found; {held} held of {expected} known",
    ),
    "chart_legend": (
        "上為找到的篇數；下為該月已知的文章，實色是存下來的。",
        "上为找到的篇数；下为该月已知的文章，实色是存下来的。",
        "Above, what was found. Below, what each month is known to have had; solid is what is held.",
    ),
    "show_more": ("再看一些", "再看一些", "Show more"),
    "not_built": (
        "這個站沒有附帶搜尋索引。",
        "这个站没有附带搜索索引。",
        "This site was built without a search index.",
    ),
    # calendar
    "weekdays": ("一二三四五六日", "一二三四五六日", "MTWTFSS"),
    # serve
    "audit": ("審計", "审计", "Audit"),
    "not_found": ("沒有這一頁", "没有这一页", "There is no such page"),
}

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def language_for(tag: str | None) -> str:
    """The interface language for a paper in the language ``tag`` (BCP 47).

    >>> language_for("zh-Hant-HK"), language_for("zh-CN"), language_for("fr")
    ('zh-Hant', 'zh-Hans', 'en')
    """
    parts = (tag or "").lower().replace("_", "-").split("-")
    if parts[0] not in ("zh", "yue"):
        return "en"
    hans = "hans" in parts or ("hant" not in parts and ("cn" in parts or "sg" in parts))
    return "zh-Hans" if hans else "zh-Hant"


def long_date(day: date, language: str) -> str:
    """A day as a reader of ``language`` writes it.

    >>> long_date(date(2021, 2, 11), "en"), long_date(date(2021, 2, 11), "zh-Hant")
    ('11 February 2021', '2021年2月11日')
    """
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def long_month(year: int, month: int, language: str) -> str:
    """A month as a reader of ``language`` writes it."""
    return f"{_MONTHS[month - 1]} {year}" if language == "en" else f"{year}年{month}月"


def month_name(month: int, language: str) -> str:
    """A month without its year."""
    return _MONTHS[month - 1] if language == "en" else f"{month}月"


def day_name(month: int, day: int, language: str) -> str:
    """A day of any year."""
    return f"{day} {_MONTHS[month - 1]}" if language == "en" else f"{month}月{day}日"


def trusted(made: str) -> Markup:
    """HTML that was made here from escaped or sanitised parts, marked as such: the one door past the escaping."""
    return Markup(made)  # noqa: S704  (callers escape; the hostile-strings test walks every page)


class _Raw:
    """The marked-up words as bare strings, for what is made by hand: a ``Markup`` in an f-string costs ten times as much."""

    def __getattr__(self, key: str) -> str:
        raise AttributeError(key)

    def get(self, key: str) -> str:
        """The words of ``key``, or ``key`` itself, escaped, where the catalogue has none."""
        return vars(self).get(key) or str(escape(key))


class Words:
    """The catalogue in one language, as marked-up text that a script can put into another.

    ``words.next`` gives ``<span data-w="next">下一篇</span>``; ``words.plain("next")``
    the bare words, for titles and attributes; ``words.raw.next`` the same as a plain ``str``; ``words.put("year", n=2021)`` fills places in.
    """

    def __init__(self, language: str, more: Mapping[str, tuple[str, str, str]] | None = None) -> None:
        self.language = language
        which = LANGUAGES.index(language)
        self._plain = {key: texts[which] for key, texts in {**CATALOGUE, **(more or {})}.items()}
        self.raw = _Raw()
        self._counts: dict[int, Markup] = {}
        self._marked = {k: trusted(f'<span data-w="{k}">{escape(v)}</span>') for k, v in self._plain.items()}

        vars(self.raw).update({key: str(text) for key, text in self._marked.items()})

    def __getattr__(self, key: str) -> Markup:
        try:
            return self._marked[key]
        except KeyError:
            raise AttributeError(key) from None

    def get(self, key: str) -> Markup:
        """The marked-up words of ``key``, or ``key`` itself where the catalogue has none."""
        return self._marked.get(key) or escape(key)

    def plain(self, key: str, **places: object) -> str:
        """The bare words of ``key``."""
        text = self._plain[key]
        return text.format(**places) if places else text

    def put(self, key: str, **places: object) -> Markup:
        """The words of ``key`` with its places filled; the values stand in ``data-`` attributes for the script.

        A day is written as readers of the language write it, and stands there in ISO.
        """
        said = {k: long_date(v, self.language) if isinstance(v, date) else v for k, v in places.items()}
        filled = escape(self._plain[key].format(**said))
        data = "".join(f' data-{name}="{escape(str(value))}"' for name, value in places.items())
        return trusted(f'<span data-w="{key}"{data}>{filled}</span>')

    def month(self, month: int, year: int | None = None) -> Markup:
        """A month, with its year if that is given, which the script knows how to put into another language."""
        if year is None:
            return trusted(f'<span data-m="{month}">{month_name(month, self.language)}</span>')
        return trusted(f'<span data-m="{year}-{month}">{long_month(year, month, self.language)}</span>')

    def count(self, n: int) -> Markup:
        """How many articles."""
        if n not in self._counts:
            self._counts[n] = self.one_article if n == 1 else self.put("n_articles", n=f"{n:,}")
        return self._counts[n]

    def day(self, day: date) -> Markup:
        """A day in a ``time`` element, which the script knows how to put into another language."""
        return trusted(f'<time datetime="{day.isoformat()}">{long_date(day, self.language)}</time>')


def as_script(more: Mapping[str, tuple[str, str, str]] | None = None) -> str:
    """``assets/words.js``: the whole catalogue, and ``more``, for the reader's switch, as a classic script."""
    whole = {**CATALOGUE, **(more or {})}
    table = {language: {k: v[i] for k, v in whole.items()} for i, language in enumerate(LANGUAGES)}
    return "var backissueWords=" + json.dumps(table, ensure_ascii=False, separators=(",", ":")) + ";\n"
