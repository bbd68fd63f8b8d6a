"""The demo paper: 鯉灣報, the Lei Wan Post, of a harbour city that is on no map. All of its facts stand here."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from .designs.harbour import Harbour
from .designs.tide import Tide
from .paper import Era, Paper

__all__ = ["MARKS", "OUTLET_TOML", "PAPER"]

_ZONE = ZoneInfo("Asia/Hong_Kong")

PAPER = Paper(
    name="鯉灣報",
    english="Lei Wan Post",
    letter="潮信",
    host="leiwanpost.example",
    timezone="Asia/Hong_Kong",
    language="zh-Hant-HK",
    rights="© 鯉灣報",
    first=date(2014, 3, 3),
    closed=date(2021, 6, 30),
    eras=(
        Era(datetime(2014, 3, 3, tzinfo=_ZONE), Harbour(), "http"),
        Era(datetime(2018, 1, 15, tzinfo=_ZONE), Tide(), "https"),
    ),
    goodbye=(
        "《鯉灣報》今晚停止運作 編輯部向讀者道別",
        "創辦七年的《鯉灣報》宣布今晚午夜後停止更新，網站將於其後關閉，餘下二十三名員工全部遣散。",
        "總編輯陳念潮在編輯部說：「風浪會過去，記憶要靠大家保管。」記者把獎狀和潮汐表逐一收進紙箱，電話仍然響個不停。",
        "讀者鄭太太由鹽寮專程到報館樓下，放下一束薑花。「七年來，我每個星期五都等《潮信》，」她說，「以後不知道等甚麼。」",
        "本報所有訂戶的餘款將於兩個月內退回，查詢可致電讀者服務部。",
    ),
    sections={
        "民生": "livelihood",
        "政情": "politics",
        "經濟": "economy",
        "文化": "culture",
        "環境": "environment",
        "體育": "sports",
        "國際": "world",
        "觀點": "views",
        "English": "english",
    },
)

# what names this paper or its pages: none of it may stand in the rest of the package
MARKS = (
    "鯉灣", "leiwan", "Lei Wan", "潮信", "潮間筆記", "story__", "newsbox", "h2.tt", "div.txt", "plain__body", "goodbye__box", "harbour.css", "tide.css",
)  # fmt: skip

OUTLET_TOML = """\
name = "鯉灣報"
hosts = ["leiwanpost.example", "www.leiwanpost.example"]
language = "zh-Hant-HK"
timezone = "Asia/Hong_Kong"
closed = 2021-06-30
rights = "© 鯉灣報"
dates = ["DD/MM/YYYY"]

[picks]                  # for pages of no era, such as the paper's farewell
title = ["h1"]

[[page]]
kind = "article"
match = "/article/{id}/**"

[[page]]
kind = "article"
match = "/article/{id}"

[[page]]
kind = "page"
match = "/about"

[[page]]
kind = "page"
match = "/subscribe"

[[page]]
kind = "page"
match = "/farewell"

[[page]]
kind = "listing"
match = "/"

[[page]]
kind = "listing"
match = "/section/*"

[[page]]
kind = "listing"
match = "/archive/*"

[[page]]
kind = "listing"
match = "/tag/*"

[[page]]
kind = "listing"
match = "/feed"

[[page]]
kind = "listing"
match = "/rss.xml"

[[page]]
kind = "ignore"
match = "/robots.txt"

[[era]]
note = "the first design, until January 2018"
body = "div.txt"
cut = ["^－－－－－$"]

[era.picks]
title = ["h2.tt"]
byline = [".rep"]
published = [".dt"]
updated = [".up"]
category = [".path a:last-child"]
tags = [".kw a"]

[era.clean]
updated = ["^更新："]

[[era]]
note = "the 2018 redesign"
body = ".story__body"
drop = [".author-box", ".signup", ".share"]

[era.picks]
title = [".story__headline"]
byline = [".story__byline"]
published = [".story__published"]
updated = [".story__updated time"]
category = [".story__section"]
tags = [".story__tags a"]

[era.clean]
tags = ["^#"]
"""
