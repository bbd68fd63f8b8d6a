"""Lists of numbers come back as they were put in, however wide their gaps."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backissue.search.postings import Lists, Writer


def around(lists: dict[int, list[int]], batches: int) -> Lists:
    out = io.BytesIO(b"head")
    out.seek(0, 2)
    writer = Writer(out, 4)
    keys = sorted(lists)
    for some in np.array_split(np.array(keys, np.uint32), batches):
        flat = [(k, n) for k in some.tolist() for n in lists[k]]
        writer.add(np.array([k for k, _ in flat], np.uint32), np.array([n for _, n in flat], np.uint32))
    return Lists(writer.directory(), memoryview(out.getvalue() + b"\xff" * 8)[4:])


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.integers(0, 2**32 - 1),
        st.lists(st.one_of(st.integers(0, 600), st.integers(0, 2**32 - 1)), min_size=1, max_size=80).map(
            lambda v: sorted(set(v))
        ),
        min_size=1,
        max_size=12,
    ),
    st.integers(1, 4),
)
def test_lists_come_back(lists: dict[int, list[int]], batches: int) -> None:
    read = around(lists, batches)
    assert {key: numbers.tolist() for key, numbers in read} == lists
    for key, numbers in lists.items():
        assert read.read(read.find(key)).tolist() == numbers
        assert read.weight(read.find(key)) >= len(numbers)


@pytest.mark.parametrize(
    "gap",
    [
        1,
        254,
        255,
        256,
        510,
        4094,
        4095,
        4096,
        65534,
        65535,
        65536,
        131070,
        2**20 - 2,
        2**20 - 1,
        2**20,
        2**24 - 2,
        2**24 - 1,
        2**24,
        2**25,
    ],
)
@pytest.mark.parametrize("count", [2, 59, 60])
def test_gaps_at_the_edges_of_their_bytes_survive(gap: int, count: int) -> None:
    numbers = [n * gap for n in range(count) if n * gap < 2**32]
    numbers = sorted({*numbers, *(n + 1 for n in numbers)})
    assert around({7: numbers}, 1).read(0).tolist() == numbers


def test_a_key_that_is_not_there_reads_as_an_empty_list() -> None:
    read = around({5: [1]}, 1)
    assert read.find(4) == read.find(6) == -1
    assert read.read(-1).tolist() == []
