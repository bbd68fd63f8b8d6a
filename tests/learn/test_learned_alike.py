"""The same captures teach the same, to the byte, whatever order Python's sets have."""

import os
import subprocess
import sys
from pathlib import Path

PAPER = """
from learn.motions import day, head, learned, name, page, section, tags_of

def facts(n):
    tags = "、".join(f'<a href="/tag/{t}">{t}</a>' for t in tags_of(n))
    return f'<p>{day(n):%Y-%m-%d %H:%M}</p><p>記者 {name(n)} | {section(n)} | {tags}</p>'

foot = "".join(f"<p>{w}</p>" for w in ("訂閱本報", "分享此文", "關注我們", "最多人讀", "返回頂部"))
print(learned(lambda n: page(n, above=facts(n), first=foot if n % 2 else "", after=foot))[1].toml)
"""


def test_a_paper_is_learned_alike_whatever_order_sets_have():
    def told(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", PAPER],
            env=environment,
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    first = told("1")
    assert first.count("the same line on") >= 5
    assert [told(seed) for seed in "234"] == [first] * 3
