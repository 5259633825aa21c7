"""What two aligned pages say differently: the readings (numbers, dates, names, negation) that the drift rules compare.

Rules over pairs live with the others, in `audit.findings.rules.drift_*`; they look at a `Pair` instead of a `Case`.
"""
