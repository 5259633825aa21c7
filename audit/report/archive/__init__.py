"""The archive: a folder of sealed entries, a ledger that chains them, and an index derived from both.

    <root>/
      index.html, feed.json       for people and feed readers; derived, like everything under index/
      index/                      rows, pages and words of the entries, in files of bounded size
      ledger.jsonl                one line for each entry and withdrawal, each with the hash of the line before
      index/changes/              where an address was audited before: what changed since
    <yyyy>/<mm>/<slug>-<hash8>/ an entry: report.html, audit.json, page.txt, capture.warc.gz, manifest.sha256;
                                  a review has auditor.toml and review.json instead of the capture

Entries are written beside their place and moved into it whole; a journal lets the next command finish or undo what a
killed one began. All writing happens under one lock.
"""

from __future__ import annotations

from audit.report.archive.entries import Entry, add, entry_files
from audit.report.archive.index import rebuild_index
from audit.report.archive.reviews import audit_of, review, reviews_of
from audit.report.archive.verify import Problem, Verification, verify
from audit.report.archive.withdraw import withdraw

__all__ = [
    "Entry",
    "Problem",
    "Verification",
    "add",
    "audit_of",
    "entry_files",
    "rebuild_index",
    "review",
    "reviews_of",
    "verify",
    "withdraw",
]
