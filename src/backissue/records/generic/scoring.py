"""features (draft)"""
from __future__ import annotations

import re
from math import log
from typing import Final

from backissue.records.generic.blocks import Block, Box, Layout
from backissue.records.generic.vocabulary import KINDS

KIND_LIST = list(KINDS)
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKS: Final = re.compile(r"[.,;:!?…。，、；：！？”»\"]")
_SENT: Final = re.compile(r"[.!?…。！？](?:\s|$|[\"”」』»)])|[。！？]")
_ENDS: Final = tuple(".!?…。！？”\"」』»:;)）")
TAGS: Final = {t: i for i, t in enumerate("div p h1 h2 h3 h4 h5 h6 li td blockquote pre figcaption dt dd section article th summary ul header address aside main footer label figure body".split())}
JUNK: Final = re.compile(
    r"\b(?:read (?:more|also|next|now|the full)|related|see also|more (?:from|on|stories|news)|also read|recommended|sign up|newsletter|subscribe|"
    r"follow us|click here|advertis|sponsored|share this|copyright|all rights|getty|reuters|©|photo(?:graph)?s?\b|image:|credit|comments?\b|"
    r"log ?in|register|cookie|lesen sie|mehr zum|zum thema|lire aussi|à lire|leia|lea también|leer más|te puede|foto|download|whatsapp|facebook|twitter|instagram|telegram|join us|our app|min(?:ute)?s? read|published|updated|posted|written by|about the author|editor)"
    r"|责任编辑|責任編輯|编辑[:：]|延伸阅读|延伸閱讀|相关|相關|推荐|推薦|更多|来源|來源|版权|版權|转载|轉載|声明|聲明|扫|上一篇|下一篇|点击|關注|关注|微信|评论|評論|免责|作者|记者|記者|打印|收藏",
    re.IGNORECASE,
)
NAMES: list[str] = []


def prepare(layout: Layout) -> tuple[float, Box, Box, int]:
    """mass"""
    blocks, boxes = layout.blocks, layout.boxes
    chars = sum(b.chars for b in blocks)
    cjk = 0
    for b in blocks:
        if not b.text.isascii():
            cjk += len(_CJK.findall(b.text))
    k = 2.5 if cjk > 0.3 * chars else 1.0
    for b in blocks:
        box = b.box
        box.chars += b.chars
        box.linked += b.linked
        box.blocks += 1
        free = (b.chars - b.linked) * k
        if free > 60 and b.linked < 0.5 * b.chars:
            box.mass += int(free)
            box.prose += 1
    for x in reversed(boxes):
        u = x.up
        if u is not None:
            u.chars += x.chars; u.linked += x.linked; u.blocks += x.blocks; u.mass += x.mass; u.prose += x.prose
    return k, cjk



def small(layout: Layout, title: str = "", ld: str = ""):
    """stage 1 features"""
    blocks, boxes = layout.blocks, layout.boxes
    k, _ = prepare(layout)
    root = boxes[0]
    total = root.mass or 1
    sig: dict[tuple, int] = {}
    for b in blocks:
        s = (b.box.tag, b.box.name)
        sig[s] = sig.get(s, 0) + (b.chars - b.linked)
    tpos = -1
    tnorm = re.sub(r"\W+", "", title).lower()
    for b in blocks:
        if b.box.tag == "h1" or (b.box.up and b.box.up.tag == "h1"):
            n = re.sub(r"\W+", "", b.text).lower()
            if tpos < 0: tpos = b.at
            if n and tnorm.startswith(n): tpos = b.at; break
    if tpos < 0 and tnorm:
        for b in blocks:
            if 8 < b.chars < 200:
                n = re.sub(r"\W+", "", b.text).lower()
                if len(n) > 5 and tnorm.startswith(n): tpos = b.at; break
    ldn = re.sub(r"\W+", "", ld).lower() if ld else ""
    n = len(blocks)
    out = []
    cum = 0
    ptag = lambda x: TAGS.get(x.tag, 40) if x is not None else 41
    for i, b in enumerate(blocks):
        x = b.box
        t = b.text
        up = x.up or root
        gp = up.up or root
        f = [
            log(1 + b.chars * k), b.linked / b.chars, len(_MARKS.findall(t)), len(_SENT.findall(t)),
            1.0 if t.endswith(_ENDS) else 0.0, ptag(x), ptag(up), x.depth, i / n, i - tpos if tpos >= 0 else -1000,
            1.0 if tpos >= 0 else 0.0,
            x.mass / total, up.mass / total, gp.mass / total, up.linked / (up.chars or 1), gp.linked / (gp.chars or 1), up.blocks,
            b.chars / x.chars if x.chars else 1,
            sig[(x.tag, x.name)] / (root.chars or 1),
            1.0 if JUNK.search(t) else 0.0, b.bold / b.chars, k,
            min(blocks[i - 1].chars * k, 500) if i else 0, blocks[i - 1].linked / blocks[i - 1].chars if i else 1,
            min(blocks[i + 1].chars * k, 500) if i + 1 < n else 0, blocks[i + 1].linked / blocks[i + 1].chars if i + 1 < n else 1,
            1.0 if t.endswith((":", "：")) else 0.0, 1.0 if t[:1].islower() else 0.0, 1.0 if t[:1].isupper() else 0.0,
            sum(c.isdigit() for c in t[:60]) / min(60, len(t)),
            1.0 if t.isupper() else 0.0, log(1 + total), root.linked / (root.chars or 1),
            cum / total, (-1.0 if len(ldn) < 200 else (1.0 if re.sub(r"\W+", "", t).lower()[:80] in ldn else 0.0)),
            t.count("\n"), 1.0 if "|" in t else 0.0, up.prose, gp.prose,
        ]
        own, upb = x.bits, up.bits
        for j in range(len(KIND_LIST)):
            f.append(float(own >> j & 1)); f.append(float(upb >> j & 1)); f.append(float(x.path >> j & 1))
        out.append(f)
        if (b.chars - b.linked) * k > 60 and b.linked < .5 * b.chars: cum += (b.chars - b.linked) * k
    return out, k

def choose(layout: Layout, p, k, bias=0.5):
    """best box by max-sum"""
    val = {}
    for b, q in zip(layout.blocks, p):
        v = b.chars * k * (q - bias)
        val[id(b.box)] = val.get(id(b.box), 0.0) + v
    best = layout.boxes[0]; bs = -1e18
    for x in reversed(layout.boxes):
        v = val.get(id(x), 0.0)
        if v >= bs: bs = v; best = x   # reversed preorder: ties go to outer
        if x.up is not None: val[id(x.up)] = val.get(id(x.up), 0.0) + v
    return best, val

def big(layout: Layout, A, p, k):
    """stage 2"""
    blocks, boxes = layout.blocks, layout.boxes
    root = boxes[0]
    best, val = choose(layout, p, k)
    bv = val.get(id(best)) or 1
    inbest = {}; x = best; lv = 0
    while x is not None: inbest[id(x)] = lv; lv += 1; x = x.up
    n = len(blocks)
    within = []
    sigb = {}; first = last = -1; tot = 0
    for b, q in zip(blocks, p):
        x = b.box
        while x is not None and x.depth > best.depth: x = x.up
        w = x is best
        within.append(w)
        if w:
            s = (b.box.tag, b.box.name); sigb[s] = sigb.get(s, 0) + b.chars * k * q; tot += b.chars * k * q
            if q > .5 and b.chars * k > 60:
                if first < 0: first = b.at
                last = b.at
    tot = tot or 1
    out = []
    cum = 0.0
    for i, (b, q) in enumerate(zip(blocks, p)):
        x = b.box
        y = x; inner = 0; steps = 0; br = x
        while y is not None and id(y) not in inbest: inner |= y.bits; br = y; y = y.up; steps += 1
        lca = y or root
        up = x.up or root
        s = (b.box.tag, b.box.name)
        pa = p[i-1] if i else 0; pb = p[i-2] if i > 1 else 0
        na = p[i+1] if i + 1 < n else 0; nb = p[i+2] if i + 2 < n else 0
        f = [q, pa, pb, na, nb, max(p[max(0, i-6):i], default=0), max(p[i+1:i+7], default=0), float(within[i]), inbest.get(id(lca), 99), steps,
             i - first, i - last, min(i - first, last - i), (last - first), sigb.get(s, 0) / tot, cum / tot,
             val.get(id(br), 0) / bv, val.get(id(up), 0) / bv, val.get(id(x), 0) / bv, val.get(id(lca), 0) / bv,
             br.linked / (br.chars or 1), br.chars * k, br.blocks, tot, (b.chars * k) / tot, best.linked / (best.chars or 1), best.mass / (root.mass or 1),
             sum(p[max(0, i-3):i+4]) / 7]
        for j in range(len(KIND_LIST)):
            f.append(float(inner >> j & 1))
        out.append(A[i] + f)
        if within[i]: cum += b.chars * k * q
    return out

NAMES1 = "lchars ld marks sents ends tag ptag depth pos fromTitle hasTitle xmass upmass gpmass uplink gplink upblocks xshare sig junk bold k prevc prevl nextc nextl colon lower upper digits allcaps total pagelink cum inld newlines pipe upprose gpprose".split()
for _k in KIND_LIST: NAMES1 += [f"own_{_k}", f"up_{_k}", f"path_{_k}"]
NAMES2 = NAMES1 + "q pa pb na nb maxprev maxnext within lcaUp steps fromFirst fromLast minFL span sigb cum2 brval upval xval lcaval brlink brchars brblocks tot share bestlink bestmass mean7".split()
for _k in KIND_LIST: NAMES2 += [f"inner_{_k}"]


def body_of(layout, title, said):
    ld = ""
    A, k = small(layout, title, ld)
    p = []
    bad = sum(1 << KIND_LIST.index(n) for n in ("related", "comment", "promo", "nav", "bio", "hide", "share"))
    for b, f in zip(layout.blocks, A):
        q = 0.2
        free = (b.chars - b.linked) * k
        if free > 60 and b.linked < 0.4 * b.chars:
            q = 0.8
        if b.box.path & bad:
            q -= 0.25
        if b.box.path & 7:
            q += 0.1
        p.append(q)
    best, _ = choose(layout, p, k)
    chosen = []
    for b, q in zip(layout.blocks, p):
        x = b.box
        while x is not None and x.depth > best.depth:
            x = x.up
        if x is best and (q > 0.4 or (q > .15 and b.linked < .3 * b.chars and b.box.tag in ("p", "li", "h2", "h3", "td", "blockquote"))):
            chosen.append(b)
    return chosen
