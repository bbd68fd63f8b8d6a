"""Folding: what must be equal to a reader is equal, and offsets survive."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backissue.text.fold import fold
from backissue.text.fold_table import FROM, TO


@pytest.mark.parametrize(
    "group",
    [
        "臺台",
        "裏裡里",
        "羣群",
        "眾众衆",
        "後后",
        "發髮发",
        "說説说",
        "綫線线",
        "啟啓启",
        "衞衛卫",
        "峯峰",
        "牀床",
        "ＡAaａ",
        "２2②",
        "　 ",
        "ｱア",
        "戶户戸",
        '“"”',
        "ΣΣςσ",
        "著着",
        "温溫",
        "\ufa15凞",
    ],
)
def test_variants_of_one_character_fold_alike(group: str) -> None:
    assert len(set(fold(group))) == 1


@pytest.mark.parametrize("pair", ["土士", "己已", "未末", "沉沈", "予豫", "芸艺", "ab", "「『", "。."])
def test_different_characters_stay_different(pair: str) -> None:
    assert len(set(fold(pair))) == 2


def test_the_table_is_one_character_to_one_and_already_folded() -> None:
    assert len(FROM) == len(TO) == len(set(FROM))
    assert not set(FROM) & set(TO)
    assert fold(FROM) == TO


def test_every_single_character_compatibility_form_and_case_is_covered() -> None:
    for code in range(0x110000):
        c = chr(code)
        for form in (unicodedata.normalize("NFKC", c), c.lower()):
            if len(form) == 1 and not 0xD800 <= code < 0xE000:
                assert fold(form) == fold(c), hex(code)


def test_ascii_folds_as_the_table_says() -> None:
    text = "".join(map(chr, range(128)))
    assert fold(text + "的")[:-1] == fold(text)


@given(st.text())
def test_offsets_survive_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(fold(c) == f for c, f in zip(text, folded, strict=True))


def test_loading_the_table_calls_nothing_for_each_of_its_characters() -> None:
    code = (
        "import sys, backissue.text.fold\n"
        "for name in ('backissue.text.fold', 'backissue.text.fold_table'): del sys.modules[name]\n"
        "calls = []; sys.setprofile(lambda frame, event, of: calls.append(event)); import backissue.text.fold\n"
        "sys.setprofile(None); print(len(calls))"
    )
    calls = int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
    assert 0 < calls < 2000  # the machinery of two imports; the table alone has 9,212 characters
