"""Many audits: tables of a corpus, who carries whom in it, and pages that show it.

run/      inputs → shards → tables: every page audited exactly once, in parallel
link/     tables → clusters of pages with the same text, stories, who carries whom, hosts' repeated wrapper
report/   tables → static pages with plots
tables/   what is in the tables, and how they get into Parquet files
engines/  where tasks run: processes of this machine, or a Ray cluster

It stands on `audit.pipeline` and uses every floor; no floor knows it.
"""
