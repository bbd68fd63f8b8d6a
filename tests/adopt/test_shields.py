"""Addresses of e-mail behind a shield."""

import pytest

from backissue.adopt.shields import plain_mail


def hidden(address, key=0x9D):
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


DATA = hidden("desk@paper.example")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (f"寫信到 [[email\xa0protected]](/web/20220101000000/https://paper.example/cdn-cgi/l/email-protection#{DATA}) 。", "寫信到 desk@paper.example 。"),
        (f"[[email protected]](/cdn-cgi/l/email-protection#{DATA.upper()})", "desk@paper.example"),
        (f"[編輯部](/cdn-cgi/l/email-protection#{DATA})", "[編輯部](mailto:desk@paper.example)"),
        (f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{DATA}">[email&#160;protected]</a>!', "desk@paper.example!"),
        (f'<span class="__cf_email__" data-cfemail="{DATA}">[email protected]</span>', "desk@paper.example"),
        (f'<a href="/cdn-cgi/l/email-protection#{DATA}">Write</a>', "[Write](mailto:desk@paper.example)"),
    ],
)  # fmt: skip
def test_an_address_whose_data_the_page_still_holds_is_made_plain(theirs, ours):
    assert plain_mail(theirs) == ours


@pytest.mark.parametrize(
    "text",
    [
        "[email protected]",
        "[[email protected]](/cdn-cgi/l/email-protection)",
        "[a](/cdn-cgi/l/email-protection#123456)",
        "[a](https://paper.example/email-protection#top)",
    ],
)
def test_a_shield_without_its_data_stays(text):
    assert plain_mail(text) == text
