"""Engines do the same work, wherever it runs; receipts make it once."""

import functools
import json
import os

import pytest

from backissue.model import BadInstruction, BrokenWorld, Receipt, Task
from backissue.run import Receipts, Silent, inline, perform, processes


def write(folder, task):
    path = folder / f"{task.bucket}.txt"
    path.write_text(task.fingerprint)
    with open(folder / "log", "a") as log:
        log.write(task.bucket + "\n")
    return Receipt(task.stage, task.bucket, task.fingerprint, ((path.name, "digest"),), {"lines": 1})


def refuse(task):
    if task.bucket == "3":
        raise BadInstruction("bucket three is wrong")
    return Receipt(task.stage, task.bucket, task.fingerprint)


def die(task):
    if task.bucket == "3":
        os._exit(9)
    return Receipt(task.stage, task.bucket, task.fingerprint)


def tasks(n=8, fingerprint="f"):
    return [Task("stage", str(i), fingerprint) for i in range(n)]


@pytest.mark.parametrize("engine", [inline, processes])
def test_every_task_is_done_once_and_the_second_run_does_nothing(engine, tmp_path):
    receipts = Receipts(tmp_path / "receipts", tmp_path)
    work = functools.partial(write, tmp_path)

    def run(todo):
        return list(perform(work, todo, engine=engine, receipts=receipts, progress=Silent(), title="work"))

    first = run(tasks())
    assert [r.bucket for r in first] == [str(i) for i in range(8)]
    assert sorted((tmp_path / "log").read_text().split()) == [str(i) for i in range(8)]
    assert run(tasks()) == first
    assert len((tmp_path / "log").read_text().split()) == 8

    run([*tasks(7), Task("stage", "7", "changed")])
    assert (tmp_path / "log").read_text().split()[8:] == ["7"]

    (tmp_path / "2.txt").unlink()
    run([*tasks(7), Task("stage", "7", "changed")])
    assert (tmp_path / "log").read_text().split()[9:] == ["2"]


@pytest.mark.parametrize("engine", [inline, processes])
def test_a_failure_ends_the_work_and_is_raised_as_it_was(engine):
    with pytest.raises(BadInstruction, match="three"):
        list(engine(refuse, tasks()))


def test_a_worker_that_dies_is_a_broken_world_not_a_hang():
    with pytest.raises(BrokenWorld, match="worker process died"):
        list(processes(die, tasks()))


def test_a_receipt_that_cannot_be_read_means_the_work_is_done_again(tmp_path):
    receipts = Receipts(tmp_path / "receipts", tmp_path)
    receipts.keep(Receipt("stage", "0", "f"))
    assert receipts.find(tasks(1)[0])
    (tmp_path / "receipts" / "stage" / "0.json").write_text(json.dumps({"of": "another age"}))
    assert receipts.find(tasks(1)[0]) is None


def test_receipts_of_buckets_that_are_gone_are_returned_and_removed(tmp_path):
    receipts = Receipts(tmp_path / "receipts", tmp_path)
    for task in tasks(3):
        receipts.keep(Receipt("stage", task.bucket, "f", (("out", "d"),)))
    assert [r.bucket for r in receipts.forget_others("stage", ["1"])] == ["0", "2"]
    assert [p.name for p in (tmp_path / "receipts" / "stage").iterdir()] == ["1.json"]
