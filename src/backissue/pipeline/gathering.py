"""list, for files: bring evidence into `captures/`, and list every capture in it.

A source that cannot be read is a finding, and the others go on; only when none
can be read is the instruction wrong.
"""

from __future__ import annotations

import functools
import itertools
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from backissue import captures, disk, jsonlines, urls
from backissue.model import BadInstruction, Capture, Finding, Receipt, Task
from backissue.pipeline.findings import SOURCE_UNREADABLE
from backissue.pipeline.paper import BUCKET, Run, receipt
from backissue.run import Folder

ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz", ".wacz")


def bring(run: Run, sources: Sequence[Path]) -> list[Finding]:
    """Bring files, and the archives in folders, into ``captures/``; what could not be read is returned."""
    findings = []
    brought = 0
    files = list(_files(sources))
    with run.progress.stage("bringing evidence in", len(files)) as advance:
        for path in files:
            try:
                _check(path)
                captures.bring(path, run.folder.captures)
                brought += 1
            except BadInstruction as error:
                findings.append(SOURCE_UNREADABLE.about(path.name, str(error).replace(str(path), path.name)))
                run.progress.say(f"passed over {path}: {error}")
            advance(1)
    if not brought:
        told = "; ".join(f.sentence for f in findings[:3]) or "no WARC, ARC or WACZ file is in the folders named"
        raise BadInstruction(f"no source could be read: {told}", "Name WARC, ARC or WACZ files, or folders of them.")
    return findings


def _check(path: Path) -> None:
    """BadInstruction, saying why, if no record can be read from ``path``."""
    if not path.exists():
        raise BadInstruction(f"there is no file {path}", "Check its spelling.")
    if path.is_file() and path.stat().st_size == 0:
        raise BadInstruction(f"{path} is empty", "Fetch or copy it again.")
    if path.is_file() and not captures.holds_records(path):
        raise BadInstruction(f"{path} is no WARC, ARC or WACZ file", "Name files that hold captures.")


def evidence(folder: Folder) -> list[str]:
    """The names of the files held in ``captures/``, in order."""
    if not folder.captures.is_dir():
        return []
    return sorted(p.name for p in folder.captures.iterdir() if p.is_file() and p.name.endswith(ENDINGS))


def gather(run: Run) -> list[Receipt]:
    """List every file of evidence: one listing a file, and the damage found beside it under ``work/``."""
    if run.folder.captures.is_dir():
        captures.settle(run.folder.captures)  # what a fetch that died left open is evidence, too
    tasks = [run.task("list", name, inputs=(name,)) for name in evidence(run.folder)]
    return run.perform("listing captures", tasks, functools.partial(_list, run.folder))


def resolve(run: Run, every_line: Callable[[Run], Iterable[Capture]]) -> Receipt:
    """Every listed capture, revisits with the place of what they repeat, in slices ``work/lines/NNNNN.jsonl``."""
    digests = (disk.sha256(path) for path in captures.listings(run.folder.captures))
    task = run.task("resolve", "all", *digests)
    if found := run.receipts.find(task):
        return found
    folder = run.folder.work / "lines"
    shutil.rmtree(folder, ignore_errors=True)
    total = 0
    with run.progress.stage("resolving revisits", None) as advance:
        every = captures.resolve(map(as_meant, every_line(run)), run.folder.work / "resolve.sqlite")
        outputs = []
        for number in itertools.count():
            batch = list(itertools.islice(every, BUCKET))
            if not batch:
                break
            path = folder / f"{number:05d}.jsonl"
            outputs.append((path.relative_to(run.folder.path).as_posix(), disk.write(path, jsonlines.text(batch))))
            total += len(batch)
            advance(len(batch))
    done = Receipt(task.stage, task.bucket, task.fingerprint, tuple(outputs), {"captures": total})
    run.receipts.keep(done)
    return done


def as_meant(capture: Capture) -> Capture:
    """A capture of an archive's playback page as a capture of the page it plays back, at that page's time.

    Crawls of the years after a paper's death hold ``https://web.archive.org/web/2019…/http://paper.example/…``.
    """
    url = urls.original(capture.url)
    if url == capture.url:
        return capture
    stamp = urls.timestamp_of(capture.url)
    when = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC) if stamp else capture.when
    return replace(capture, url=url, key=urls.key(url), when=when)


def _list(folder: Folder, task: Task) -> Receipt:
    (name,) = task.inputs
    findings: list[Finding] = []

    def lines() -> Iterator[Capture]:
        for found in captures.index(folder.captures, name):
            if isinstance(found, Capture):
                yield found
            else:
                findings.append(found)

    count = captures.write_listing(folder.captures, name, lines(), {"file": name})
    listing = folder.captures / "listings" / f"{name}.cdxj.gz"
    trouble = folder.work / "list" / f"{name}.jsonl"
    done = receipt(folder, task, {trouble: jsonlines.text(findings)}, captures=count, findings=len(findings))
    listed = (listing.relative_to(folder.path).as_posix(), disk.sha256(listing))
    return replace(done, outputs=(*done.outputs, listed))


def _files(sources: Sequence[Path]) -> list[Path]:
    out: list[Path] = []
    for source in sources:
        if source.is_dir():
            out += sorted(p for p in source.rglob("*") if p.is_file() and p.name.endswith(ENDINGS))
        else:
            out.append(source)
    return out
