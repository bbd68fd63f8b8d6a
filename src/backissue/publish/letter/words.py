"""The letter's own words in Traditional Chinese, Simplified Chinese and English.

Beside the catalogue of the site, and not in it, so that a site without letters
carries none of them. The archived text is never translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from backissue.publish.render.words import CATALOGUE, LANGUAGES, day_name

__all__ = ["CATALOGUE_OF_LETTERS", "Speech"]

CATALOGUE_OF_LETTERS: Mapping[str, tuple[str, str, str]] = {
    "letters": ("每周一信", "每周一信", "Weekly letters"),
    "letter_name": ("一周回顧", "一周回顾", "The week in the paper"),
    "letter_ago": ("{n}年前的這一周", "{n}年前的这一周", "This week {n} years ago"),
    "letter_ago_one": ("一年前的這一周", "一年前的这一周", "This week a year ago"),
    "letter_sender": ("{paper}檔案", "{paper}档案", "{paper} (archive)"),
    "letter_subject": ("{paper}　{name}：{span}", "{paper}　{name}：{span}", "{paper}: {name}, {span}"),
    "letter_week": ("{year}年第{n}周", "{year}年第{n}周", "Week {n} of {year}"),
    "letter_label": (
        "由檔案整理者編成，並非報社所出。",
        "由档案整理者编成，并非报社所出。",
        "Compiled by the archive. It does not come from the newspaper.",
    ),
    "letter_intro": (
        "每封信收報紙一周的文章，由檔案整理者編成，並非報社所出。可用閱讀器訂閱，不必留下任何資料。",
        "每封信收报纸一周的文章，由档案整理者编成，并非报社所出。可用阅读器订阅，不必留下任何资料。",
        "Each letter holds one week of the paper, compiled by the archive; it does not come from the newspaper. Any feed reader can follow it, and nobody needs to know who you are.",
    ),
    "letter_lead": ("先讀這一篇", "先读这一篇", "Read this first"),
    "letter_note": ("編者的話", "编者的话", "From the editor"),
    "letter_no_section": ("其他", "其他", "Other"),
    "letter_held": ("這一周存有 {n} 篇文章", "这一周存有 {n} 篇文章", "{n} articles of this week are held"),
    "letter_held_one": ("這一周存有 1 篇文章", "这一周存有 1 篇文章", "One article of this week is held"),
    "letter_thin": (
        "這一周存下的文章很少，這封信也就很短。",
        "这一周存下的文章很少，这封信也就很短。",
        "Little of this week was kept, and so this letter is short.",
    ),
    "letter_empty": (
        "這一周沒有存下文章。",
        "这一周没有存下文章。",
        "No article of this week was kept.",
    ),
    "letter_missing": ("這一周所缺", "这一周所缺", "What is missing from this week"),
    "letter_lost": (
        "另有 {n} 篇確曾發表，但沒有找到正文：",
        "另有 {n} 篇确曾发表，但没有找到正文：",
        "{n} more were published, and their text was not found:",
    ),
    "letter_lost_one": (
        "另有一篇確曾發表，但沒有找到正文：",
        "另有一篇确曾发表，但没有找到正文：",
        "One more was published, and its text was not found:",
    ),
    "letter_lost_more": ("還有 {n} 篇", "还有 {n} 篇", "and {n} more"),
    "letter_partial": ("正文不全", "正文不全", "The text breaks off"),
    "letter_partials": (
        "{n} 篇的正文不全，已在該篇註明。",
        "{n} 篇的正文不全，已在该篇注明。",
        "The text of {n} breaks off; each says so.",
    ),
    "letter_partials_one": (
        "一篇的正文不全，已在該篇註明。",
        "一篇的正文不全，已在该篇注明。",
        "The text of one breaks off; it says so.",
    ),
    "letter_pictures": (
        "{n} 幅圖片沒有存下。",
        "{n} 幅图片没有存下。",
        "{n} pictures were not kept.",
    ),
    "letter_pictures_one": ("一幅圖片沒有存下。", "一幅图片没有存下。", "One picture was not kept."),
    "letter_untold_title": ("（題目不詳）", "（题目不详）", "(headline unknown)"),
    "letter_more": ("本版還有 {n} 篇", "本版还有 {n} 篇", "{n} more in this section"),
    "letter_more_one": ("本版還有一篇", "本版还有一篇", "One more in this section"),
    "letter_more_where": ("全部在網站上", "全部在网站上", "all on the site"),
    "letter_left_out": (
        "編者另略去 {n} 篇。",
        "编者另略去 {n} 篇。",
        "The editor left out {n} others.",
    ),
    "letter_left_out_one": ("編者另略去一篇。", "编者另略去一篇。", "The editor left out one other."),
    "letter_links_site": (
        "題目通往檔案網站上的全文。",
        "题目通往档案网站上的全文。",
        "Headlines lead to the whole text on the archive's site.",
    ),
    "letter_links_capture": (
        "題目通往網絡檔案館裏的快照。打開以後，檔案館會知道你的網絡位址和你在看哪一頁。報紙的舊網址或已落入他人之手，所以不用。",
        "题目通往网络档案馆里的快照。打开以后，档案馆会知道你的网络地址和你在看哪一页。报纸的旧网址或已落入他人之手，所以不用。",
        "Headlines lead to captures in a web archive. If you open one, the web archive learns your network address and which page you read. The paper's own addresses may have passed to others, and are not used.",
    ),
    "letter_links": ("連結", "链接", "Links"),
    "letter_read_site": ("在網站上讀這一周", "在网站上读这一周", "Read this week on the site"),
    "letter_links_short": ("在網站上讀", "在网站上读", "On the site"),
    "letter_whole": ("全文", "全文", "The whole text"),
    "letter_epub": ("下載電子書（EPUB）", "下载电子书（EPUB）", "Download as an e-book (EPUB)"),
    "letter_plain": ("純文字版", "纯文本版", "Plain text"),
    "letter_leave": ("不再收信", "不再收信", "Unsubscribe"),
    "letter_no_tracking": (
        "這封信不載入任何外來的東西，不記錄誰讀過。",
        "这封信不载入任何外来的东西，不记录谁读过。",
        "This letter loads nothing from elsewhere and does not report who reads it.",
    ),
    "letter_contents": ("目錄", "目录", "Contents"),
    "letter_none": ("還沒有信。", "还没有信。", "There are no letters yet."),
    "letter_about": ("關於這封信", "关于这封信", "About this letter"),
}
"""Keys to the words in each of ``LANGUAGES``; a key that ends in ``_one`` is for a single one."""


@cache
def _catalogue(which: int) -> Mapping[str, str]:
    return {key: texts[which] for key, texts in {**CATALOGUE, **CATALOGUE_OF_LETTERS}.items()}


class Speech:
    """The words of the letter and of the site, bare, in one language of the interface."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._said = _catalogue(LANGUAGES.index(language))

    def __call__(self, key: str, **places: object) -> str:
        """The words of ``key`` with its places filled; of ``key_one`` where ``n`` is 1 and there are such words."""
        if places.get("n") == 1 and f"{key}_one" in self._said:
            key = f"{key}_one"
        return self._said[key].format(**places) if places else self._said[key]

    def day(self, when: date | None) -> str:
        """A day without its year, which the letter's head says; empty if nobody knows it."""
        return day_name(when.month, when.day, self.language) if when else ""
