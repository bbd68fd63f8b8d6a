"""A child contains what may hang, swell or crash."""

import os
import time

import pytest

from backissue.model import BadInstruction
from backissue.run import Child, Overrun


def double(n):
    return 2 * n


def hang(_):
    while True:
        time.sleep(60)


def spin(_):
    while True:
        pass


def swell(_):
    return len(bytearray(1 << 32))


def crash(_):
    os._exit(3)


def complain(_):
    raise BadInstruction("no such thing", "Try another.")


def stumble(_):
    raise KeyError("lost")


def chatter(n):
    print("words that nobody asked for")
    return n


def test_a_child_returns_what_the_function_returns():
    with Child() as child:
        assert [child.call(double, n) for n in range(50)] == [2 * n for n in range(50)]


def test_a_call_that_hangs_is_stopped_and_the_next_call_works():
    with Child(seconds=1) as child:
        with pytest.raises(Overrun, match="time"):
            child.call(hang, None)
        assert child.call(double, 4) == 8


def test_a_call_that_burns_its_time_is_stopped_and_the_next_call_works():
    with Child(seconds=1) as child:
        with pytest.raises(Overrun, match="time"):
            child.call(spin, None)
        assert child.call(double, 4) == 8


def test_a_call_that_swells_is_stopped_and_the_next_call_works():
    with Child(memory=1 << 30) as child:
        with pytest.raises(Overrun, match="memory"):
            child.call(swell, None)
        assert child.call(double, 4) == 8


def test_a_call_that_crashes_is_told_and_the_next_call_works():
    with Child() as child:
        with pytest.raises(Overrun, match="crash"):
            child.call(crash, None)
        assert child.call(double, 4) == 8


def test_our_errors_keep_their_hint_and_others_carry_the_traceback():
    with Child() as child:
        with pytest.raises(BadInstruction, match="no such thing") as caught:
            child.call(complain, None)
        assert caught.value.hint == "Try another."
        with pytest.raises(RuntimeError, match="in stumble"):
            child.call(stumble, None)


def test_what_a_function_prints_does_not_disturb_the_answers():
    with Child() as child:
        assert [child.call(chatter, n) for n in range(3)] == [0, 1, 2]
