"""From bytes to text: what a page declares is weighed against what its bytes prove.

Order of proof: a byte-order mark; valid UTF-8 (which no other encoding produces
by chance); then what was declared, if it gives plausible text; then the reading that gives the
most plausible text. Never fails: a byte that fits nothing becomes U+FFFD, with a finding.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

import turbohtml
import turbohtml.detect as sniffing

from backissue.model import Finding
from backissue.pages.findings import ENCODING_DAMAGED, ENCODING_DECLARED_WRONG, ENCODING_GUESSED, finding
from backissue.pages.plausible import plausibility

__all__ = ["Decoded", "declared", "decode"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body as text. ``encoding`` is WHATWG's name in lower case; ``how`` says in words how it was found."""

    text: str
    encoding: str
    how: str
    findings: tuple[Finding, ...] = ()


_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w:.-]+)", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_RUN = re.compile(rb"[\x80-\xff]+")
_HZ = re.compile(rb"~\{(?:[\x21-\x7e]{2})+~\}")
_ISO_2022 = re.compile(rb"\x1b(?:\$[@AB]|\$\([CD]|\([BJI])")
_HEAD = 8192  # browsers look for a declaration in 1,024 bytes; old pages have it later
_SAMPLE = 32768

_CJK = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
_GOOD = 0.6  # measured: real news scores .7 to .95, one encoding read as another below .5
_SURE = 0.78  # above it a declared reading is not questioned (EUC-JP read as GB reaches .74)
_MARGIN = 0.08  # by so much must another reading beat the declared one


def decode(body: bytes, content_type: str | None = None, subject: str = "") -> Decoded:
    """``body`` as text, how it was read, and findings about ``subject`` where declared and proven differ.

    ``content_type`` is the HTTP header's value. A multibyte character cut off at
    the very end (a truncated capture) is left out without a finding.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            text, lost = _read(body[len(bom) :], name)
            return Decoded(text, name, "byte-order mark", _damage(subject, name, lost))
    said = declared(body, content_type)
    if unmarked := _without_bom(body):
        text, lost = _read(body, unmarked)
        return Decoded(text, unmarked, "every other byte is NUL", _damage(subject, unmarked, lost))
    high = _HIGH.search(body)
    if high is None:
        return _seven_bits(body, said)
    utf8, lost = _read(body, "utf-8")
    if not lost or lost <= 0.02 * len(_HIGH.findall(body)):
        return _proven(utf8, lost, said, subject)
    sample = body[high.start() : high.start() + _SAMPLE]
    best, score, how = _best(sample, said)
    text, lost = _read(body, best)
    findings = []
    names = [name for name, _ in said]
    if names and best not in names:
        findings.append(_wrong(subject, said, best, f"its bytes give plausible text only as {best}"))
    elif not names:
        sentence = f"The page declares no encoding; it was read as {best}."
        findings.append(finding(ENCODING_GUESSED, subject, sentence, encoding=best, plausibility=round(score, 2)))
    return Decoded(text, best, how, (*findings, *_damage(subject, best, lost)))


def declared(body: bytes, content_type: str | None) -> list[tuple[str, str]]:
    """The encodings that the page claims, as (WHATWG name, who says so), the HTTP header first; unknown names left out."""
    found: list[tuple[str, str]] = []
    head = body[:_HEAD]
    claims = [(_HTTP.search(content_type or ""), "the HTTP header"), (_META.search(head), "the page")]
    claims.append((_XML.search(head), "the XML declaration"))
    for claim, by in claims:
        if claim:
            label = claim.group(1)
            name = _name(label if isinstance(label, str) else label.decode("ascii", "replace"))
            if name and name not in [n for n, _ in found]:
                found.append((name, by))
    return found


@lru_cache(maxsize=64)
def _name(label: str) -> str | None:
    """WHATWG's name for a label, with the supersets that are always safe; None where nobody knows it."""
    label = label.strip().lower()
    if label in ("hz", "hz-gb-2312"):
        return "hz"
    if label in ("utf-7", "utf7"):  # WHATWG forbids it: it hides scripts
        return None
    try:
        found = turbohtml.parse(b"", encoding=label).encoding
    except (LookupError, ValueError):
        return None
    if found is None or found == "replacement":
        return None
    return "gb18030" if found == "GBK" else found.lower()


def _read(data: bytes, name: str) -> tuple[str, int]:
    """``data`` in the encoding ``name`` and how many places in it fit nothing; a cut last character is left out."""
    if name == "hz":
        text = data.decode("hz", "replace")
        return text, text.count("\ufffd")
    if name == "utf-8":
        try:
            return data.decode(), 0
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data":
                return data[: error.start].decode(), 0
        text = data.decode("utf-8", "replace")
        return text, text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if name.startswith("utf-16"):
        text = data[: len(data) // 2 * 2].decode(name, "replace")
    else:
        text = data.decode(f"whatwg-{name}")
    if text.endswith("\ufffd") and data[-1] >= 0x80:
        text = text[:-1]
    return text, text.count("\ufffd")


def _without_bom(body: bytes) -> str | None:
    """UTF-16 without a mark, told by NULs in every other byte of the head."""
    head = body[:2048]
    pairs = len(head) // 2
    if pairs < 8 or b"\0" not in head:
        return None
    even, odd = head[: pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if odd > 0.5 * pairs and even < 0.1 * pairs:
        return "utf-16le"
    if even > 0.5 * pairs and odd < 0.1 * pairs:
        return "utf-16be"
    return None


def _seven_bits(body: bytes, said: list[tuple[str, str]]) -> Decoded:
    """A body without a high byte: ASCII, unless escapes switch it to Chinese or Japanese."""
    if _HZ.search(body) and (("hz" in [n for n, _ in said]) or plausibility(_read(body, "hz")[0]) > _GOOD):
        return Decoded(_read(body, "hz")[0], "hz", "the escapes of HZ")
    if _ISO_2022.search(body):
        return Decoded(_read(body, "iso-2022-jp")[0], "iso-2022-jp", "the escapes of ISO-2022-JP")
    return Decoded(body.decode("ascii"), "utf-8", "ASCII throughout")


def _proven(text: str, lost: int, said: list[tuple[str, str]], subject: str) -> Decoded:
    """A body that is UTF-8, or was before a few of its bytes were ruined."""
    why = "valid UTF-8" if not lost else f"UTF-8 but for {lost} places"
    damage = _damage(subject, "utf-8", lost)
    if not said:
        return Decoded(text, "utf-8", f"{why}; nothing was declared", damage)
    if said[0][0] == "utf-8":
        return Decoded(text, "utf-8", f"declared by {said[0][1]}; {why}", damage)
    wrong = _wrong(subject, said, "utf-8", f"it is {why}")
    return Decoded(text, "utf-8", f"{why}, though {said[0][1]} says {said[0][0]}", (wrong, *damage))


def _best(sample: bytes, said: list[tuple[str, str]]) -> tuple[str, float, str]:
    """The encoding that reads ``sample`` best, its plausibility, and the reason in words."""
    for name, by in said:
        if name not in ("utf-8", "windows-1252"):
            score = _score(sample, name)
            if score >= _SURE:
                return name, score, f"declared by {by}; plausible ({score:.2f})"
    names = dict.fromkeys(name for name, _ in said)
    # The sniffer knows single-byte encodings by letter pairs; a declaration within the sample must not sway it.
    ranked = sniffing.detect_all(sample.lower().replace(b"charset", b"       "))
    guesses = [_name(match.encoding) for match in ranked[:3] if match.encoding]
    candidates = {name: _score(sample, name) for name in [*names, *_CJK, *[g for g in guesses if g]] if name != "hz"}
    first = guesses[0] if guesses and guesses[0] else "windows-1252"
    multibyte = {name: score for name, score in candidates.items() if name in _CJK}
    best = max(multibyte, key=lambda name: multibyte[name])
    runs = _RUN.findall(sample)
    if multibyte[best] < 0.55 or sum(map(len, runs)) < 1.3 * len(
        runs
    ):  # accents stand alone; no CJK reading holds: one byte a character, by declaration or by letter pairs
        single = next((n for n in names if n not in _CJK and n != "utf-8"), None)
        best = single if single and first not in _CYRILLIC_AND_CO else first
        if best in _CJK or best == "utf-8":
            best = "windows-1252"
        sayer = dict(said).get(best)
        return best, candidates.get(best, 0.0), f"declared by {sayer}" if sayer else "guessed by its letter pairs"
    for name, by in said:
        if name in multibyte and multibyte[name] >= multibyte[best] - _MARGIN:
            return name, multibyte[name], f"declared by {by}; plausible ({multibyte[name]:.2f})"
    return best, multibyte[best], f"the most plausible reading ({multibyte[best]:.2f})"


_OTHER_SCRIPTS = (
    "windows-1251 koi8-r koi8-u ibm866 iso-8859-5 windows-1253 iso-8859-7 windows-1255 iso-8859-8 windows-1256"
    " iso-8859-6 windows-874"
)
_CYRILLIC_AND_CO = frozenset(_OTHER_SCRIPTS.split())
"""Scripts of their own: where letter pairs prove one of these, a declared Latin-1 is a default nobody chose."""


def _score(sample: bytes, name: str) -> float:
    return plausibility(_read(sample, name)[0])


def _wrong(subject: str, said: list[tuple[str, str]], proven: str, because: str) -> Finding:
    claims = ", ".join(f"{by} says {name}" for name, by in said)
    return finding(
        ENCODING_DECLARED_WRONG,
        subject,
        f"Read as {proven}: {claims}, but {because}.",
        declared=said[0][0],
        proven=proven,
    )


def _damage(subject: str, name: str, lost: int) -> tuple[Finding, ...]:
    if lost <= 0:
        return ()
    places = "one place" if lost == 1 else f"{lost} places"
    return (finding(ENCODING_DAMAGED, subject, f"In {places} the bytes are not {name}.", encoding=name, places=lost),)
