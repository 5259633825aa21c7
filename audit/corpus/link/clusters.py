"""Pairs joined: pages that carry the same text to clusters, clusters that have text in common to stories."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]


def components(count: int, a: Numbers, b: Numbers) -> Numbers:
    """For each of `count` pages the least number among the pages it is joined to by the pairs of `a` and `b`.

    Labels are passed along pairs and halved until nothing changes (Shiloach and Vishkin, 1982): a few passes over arrays,
    so that a million pairs take a second and the memory is that of the pages and pairs.
    """
    label = np.arange(count, dtype=np.uint32)
    if not len(a):
        return label
    while True:
        before = label.copy()
        least = np.minimum(label[a], label[b])
        np.minimum.at(label, label[a], least)
        np.minimum.at(label, label[b], least)
        while True:
            halved = label[label]
            if np.array_equal(halved, label):
                break
            label = halved
        if np.array_equal(before, label):
            return label
