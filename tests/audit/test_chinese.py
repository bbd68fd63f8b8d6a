"""Every finding can be told in both languages of the report."""

import importlib
import pkgutil
import re

import backissue
from backissue.audit.chinese import CHINESE


def _kinds():
    for module in pkgutil.walk_packages(backissue.__path__, "backissue."):
        if module.name.rpartition(".")[2] == "findings":
            yield from importlib.import_module(module.name).FINDINGS.values()


def test_every_code_has_its_chinese_and_no_chinese_is_of_a_code_that_is_gone():
    codes = {kind.code for kind in _kinds()}
    assert len(codes) > 100
    assert codes == set(CHINESE)


def test_the_chinese_is_chinese_and_ends_like_a_sentence():
    for sentence, remedy in CHINESE.values():
        for text in (sentence, remedy):
            assert re.search("[\u4e00-\u9fff]{2}", text)
            assert text.endswith("。")
