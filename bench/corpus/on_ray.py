"""The same corpus on this machine's processes and on a real Ray cluster of two nodes here, with losses in the middle.

    python -m bench.corpus.on_ray [--pages 400] [--folder DIR]

Two nodes are two raylets with their own object stores. The pages are audited three times: locally, on the cluster, and on the
cluster while first a worker and then a whole node is killed. All tables must be the same row for row, and no page twice;
then the corpus is linked both ways, and those tables must be the same too. Exit code 1 if any of it fails.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.local import LocalEngine
from audit.corpus.link import link
from audit.corpus.run import Job, run
from audit.corpus.tables import TABLES
from bench.corpus.pages import made, real

NOW = "2026-01-01T00:00:00+00:00"
LINKS = ("pages", "pairs", "clusters", "stories", "carries", "wrapper")


def write_pages(folder: Path, count: int) -> Path:
    """`count` pages, every fifth one a copy of the page before at another address."""
    folder.mkdir(parents=True, exist_ok=True)
    last = ""
    for number, (url, html) in enumerate(made(sorted(real(10), key=len)[:20], count)):
        last = html if number % 5 or not last else last
        head = f"<!-- saved from url=({len(url):04})https://outlet{number % 7}.example/story-{number} -->\n"
        (folder / f"{number:05}.html").write_text(head + last, encoding="utf-8")
    return folder


def rows(corpus: Path, table: str, parts: str = "/*") -> list[Any]:
    with connect(2_000_000_000) as database:
        found = database.execute(f"SELECT * FROM read_parquet({quoted(f'{corpus}/{table}{parts}.parquet')})").fetchall()
    return sorted(found, key=repr)


def same(one: Path, other: Path) -> list[str]:
    """The tables that differ."""
    return [table for table in TABLES if rows(one, table) != rows(other, table)]


def audit_on(cluster: Any, pages: Path, out: Path, lose: bool) -> float:
    """Audit on the cluster; with `lose`, kill a worker and then a node while it runs. Wall seconds."""
    from audit.corpus.engines.on_ray import RayEngine

    engine = RayEngine(2, 2_000_000_000, cluster.address)
    losses = threading.Thread(target=lose_some, args=(cluster, out), daemon=True) if lose else None
    if losses is not None:
        losses.start()
    begun = time.monotonic()
    run(Job(out=str(out), now=NOW), [str(pages)], engine, shard_bytes=400_000, say=None)
    took = time.monotonic() - begun
    if losses is not None:
        losses.join(1)
    return took


def lose_some(cluster: Any, out: Path) -> None:
    """Kill the process of a Ray worker once two shards are done, and a node once five are."""
    wait(out, 2)
    for pid in workers():
        os.kill(pid, signal.SIGKILL)
        print(f"  a worker lost (process {pid}) after {done(out)} shards", flush=True)
        break
    wait(out, 5)
    node = next(iter(cluster.worker_nodes))
    cluster.remove_node(node, allow_graceful=False)
    print(f"  a node lost after {done(out)} shards", flush=True)


def workers() -> list[int]:
    """Processes of Ray that run our task: below this process, none of others."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            title = (entry / "cmdline").read_bytes().split(b"\0")[0]
        except OSError:
            continue
        if title.startswith(b"ray::_run"):
            found.append(int(entry.name))
    return found


def done(out: Path) -> int:
    return len(list((out / "done").glob("*.json"))) if out.exists() else 0


def wait(out: Path, shards: int) -> None:
    end = time.monotonic() + 300
    while done(out) < shards and time.monotonic() < end:
        time.sleep(0.05)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    folder = arguments.folder or Path(tempfile.mkdtemp(prefix="on-ray-"))
    pages = write_pages(folder / "in", arguments.pages)
    here, there, lossy = folder / "local", folder / "ray", folder / "lossy"
    begun = time.monotonic()
    run(Job(out=str(here), now=NOW), [str(pages)], LocalEngine(2), shard_bytes=400_000)
    print(f"local: {time.monotonic() - begun:.1f} s, {done(here)} shards", flush=True)
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    begun = time.monotonic()
    size = {"num_cpus": 1, "object_store_memory": 100_000_000, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=size)
    cluster.add_node(num_cpus=1, object_store_memory=100_000_000)
    cluster.wait_for_nodes()
    import ray

    ray.init(address=cluster.address, log_to_driver=False, configure_logging=False)
    print(
        f"Ray {ray.__version__}: {len([n for n in ray.nodes() if n['Alive']])} nodes up after {time.monotonic() - begun:.1f} s",
        flush=True,
    )
    failed = False
    for name, out, lose in (("cluster", there, False), ("cluster with losses", lossy, True)):
        took = audit_on(cluster, pages, out, lose)
        differing = same(here, out)
        keys = [row[0] for row in rows(out, "pages")]
        twice = len(keys) - len(set(keys))
        failed |= bool(differing or twice)
        verdict = f"differs in {', '.join(differing)}" if differing else "row for row the same"
        print(f"{name}: {took:.1f} s, {len(keys)} pages, {twice} twice, {verdict}", flush=True)
    from audit.corpus.engines.on_ray import RayEngine

    link(str(here), LocalEngine(2), 1_000_000_000)
    link(str(lossy), RayEngine(2, 1_000_000_000, cluster.address), 1_000_000_000)
    differing = [name for name in LINKS if rows(here / "links", name, "") != rows(lossy / "links", name, "")]
    failed |= bool(differing)
    print(
        f"links: {len(rows(here / 'links', 'pairs', ''))} pairs, "
        + (f"differ in {', '.join(differing)}" if differing else "row for row the same"),
        flush=True,
    )
    ray.shutdown()
    cluster.shutdown()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
