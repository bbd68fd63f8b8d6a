"""A paper of any size, made of chance, with the statistics of news in Chinese: for measuring search.

Words are drawn by Zipf's law from a lexicon of 12,000, and each article has topics whose words it repeats,
so that common pairs are in most articles, rare ones in few, and related ones lie together. Nothing in it
was written by anyone. The same seed gives the same paper.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from backissue.search import Document

COMMON = "的一是不了人在有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者多日都三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從"
LATIN = [
    "Trump",
    "Biden",
    "COVID",
    "iPhone",
    "Facebook",
    "Twitter",
    "NBA",
    "Carrie",
    "Lam",
    "police",
    "protest",
    "Hong",
    "Kong",
    "China",
    "government",
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "for",
    "on",
    "that",
    "with",
    "Reuters",
]
MARKS = "，，，，，，，，。。。。、、「」；：？！（）"


def documents(count: int, seed: int = 6, length: int = 1560) -> Iterator[Document]:
    """``count`` articles of about ``length`` characters (1,560 are 4.5 kB), of 2017 to 2021."""
    dice = random.Random(seed)
    rest = [chr(c) for c in range(0x4E00, 0x9FA5)]
    dice.shuffle(rest)
    chars = list(COMMON) + rest[:3900]
    char_weights = _cumulative(len(chars), 1.5, 90)
    lexicon = list(COMMON[:60])
    seen = set(lexicon)
    while len(lexicon) < 12_000:
        size = dice.choices((1, 2, 3, 4), (3, 70, 18, 9))[0]
        word = "".join(dice.choices(chars, cum_weights=char_weights, k=size))
        if word not in seen:
            seen.add(word)
            lexicon.append(word)
    lexicon[400:400] = LATIN
    weights = _cumulative(len(lexicon), 1.12, 12)
    names = ["".join(dice.choices(chars, cum_weights=char_weights, k=3)) for _ in range(900)]
    tags = [w for w in lexicon[100:9000] if len(w) > 1]
    tag_weights = _cumulative(len(tags), 1.0, 10)
    start = date(2017, 1, 1)
    for number in range(count):
        topic = dice.choices(lexicon, cum_weights=weights, k=30) + dice.choices(lexicon[3000:], k=12)
        text = _prose(dice, lexicon, weights, topic, max(80, int(dice.lognormvariate(0, 0.6) * length * 0.835)))
        title = "".join(w for w in dice.choices(topic, k=8))[:24]
        day = start + timedelta(days=number * 1826 // count)
        author = names[min(int(dice.expovariate(1 / 60)), 899)]
        some = tuple(dict.fromkeys(dice.choices(tags, cum_weights=tag_weights, k=5)))
        section = ["要聞", "港聞", "國際", "財經", "評論", "文化", "體育", "副刊"][min(7, int(dice.expovariate(0.6)))]
        main = f"{title}\n{text}\n"
        yield Document(
            path=f"articles/{day.year}/{day.month:02}/{number}.md",
            id=str(number),
            title=title,
            date=day.isoformat(),
            url=f"https://web.archive.org/web/20220105000000/https://paper.test/article/{number}",
            text=main + "\n".join((f"記者{author}", author, section, *some, day.isoformat())) + "\n",
            body=len(main),
            day=day,
            section=section,
            authors=(author,),
            tags=some,
        )


def _cumulative(count: int, power: float, shift: float) -> list[float]:
    total, out = 0.0, []
    for rank in range(count):
        total += 1 / (rank + shift) ** power
        out.append(total)
    return out


def _prose(dice: random.Random, lexicon: list[str], weights: list[float], topic: list[str], length: int) -> str:
    words = dice.choices(lexicon, cum_weights=weights, k=length // 2 + 8)
    out: list[str] = []
    size = 0
    for number, word in enumerate(words):
        if number % 5 < 2:
            word = topic[int(dice.random() ** 3 * len(topic))]
        if word[0] < "z":
            word = f" {word} "
        elif number % 97 == 31:
            word = f"{dice.randint(1997, 2021)}年"
        out.append(word)
        size += len(word)
        if number % 7 == 6:
            out.append(dice.choice(MARKS))
            size += 1
        if number % 83 == 82:
            out.append("。\n")
            size += 2
        if size >= length:
            break
    return "".join(out)
