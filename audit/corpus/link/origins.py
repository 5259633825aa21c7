"""Whose text a cluster is, who had it first, how many independent origins a story has, and who carries whom.

The publisher of a page is the one the audit names, else the registrable domain of its address; what neither is known of does
not count. The origin of a cluster is the provider that its pages name (by credit, markup or address), the one that most
publishers name where there are several; where none is named, the publisher that had the text first. Publishers that share
text share an origin, so the independent origins of a story are the origins of its clusters, once each.

First seen is the page's own date of publication where it gives one that can be read and that does not lie behind its capture,
else the time of capture.
"""

from __future__ import annotations

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.link.layout import Layout

_PROVIDER = "('carries', 'republished-from', 'distributed-by', 'translated-from')"


def origins(beat: Beat, layout: Layout) -> dict[str, int]:
    """Write the tables `pages`, `pairs`, `clusters`, `stories` and `carries` of `links/`; the rows of each.

    Reads `work/numbered.parquet`, which has the cluster and the story of each page by its number.
    """
    beat("origins")
    folder, links = layout.folder, layout.folder.links
    source = {name: quoted(folder.path / name / "*.parquet") for name in ("pages", "edges")}
    files = [path for group in layout.groups for path in layout.tables("pages", group)]
    verified = quoted(layout.work / "verified" / "*.parquet")
    with connect(layout.memory // 2, spill=layout.work / "spill") as database:
        database.execute(
            f"""
            CREATE TEMP TABLE page AS
                SELECT (row_number() OVER (ORDER BY list_position({files}, filename), file_row_number)) - 1 AS number, page,
                    coalesce(provenance.publisher.name, site) AS publisher, coalesce(site, '') AS site, headline, url,
                    CASE WHEN try_cast(published AS TIMESTAMPTZ) <= capture.captured_at::TIMESTAMPTZ + INTERVAL 1 DAY
                        THEN try_cast(published AS TIMESTAMPTZ) ELSE capture.captured_at::TIMESTAMPTZ END AS seen
                FROM read_parquet({files}, filename = true, file_row_number = true);
            CREATE TEMP TABLE provider AS
                SELECT page, max_by("to".name, strength) AS provider
                FROM read_parquet({source["edges"]})
                WHERE relation IN {_PROVIDER} AND "to".name IS NOT NULL GROUP BY page;
            CREATE TEMP TABLE numbered AS
                SELECT p.*, n.cluster AS cluster_number, n.story AS story_number, provider.provider
                FROM page p JOIN read_parquet({quoted(layout.work / "numbered.parquet")}) n USING (number)
                LEFT JOIN provider USING (page);
            CREATE TEMP TABLE named AS
                SELECT cluster_number, provider FROM (
                    SELECT cluster_number, provider, row_number() OVER (
                        PARTITION BY cluster_number ORDER BY count(DISTINCT publisher) DESC, count(*) DESC, provider) AS place
                    FROM numbered WHERE provider IS NOT NULL GROUP BY cluster_number, provider
                ) WHERE place = 1;
            CREATE TEMP TABLE first AS
                SELECT cluster_number, arg_min(page, (seen, number)) AS first_page, arg_min(publisher, (seen, number))
                    FILTER (publisher IS NOT NULL) AS first_publisher, min(seen) AS first_seen,
                    count(*) AS pages, count(DISTINCT publisher) AS publishers, arg_min(headline, (seen, number)) AS headline
                FROM numbered GROUP BY cluster_number;
            CREATE TEMP TABLE story_page AS
                SELECT story_number, arg_min(page, (seen, number)) AS story FROM numbered GROUP BY story_number;
            COPY (
                SELECT n.page, n.publisher, n.site, n.seen, f.first_page AS cluster, s.story,
                    coalesce(named.provider, f.first_publisher) AS origin,
                    CASE WHEN n.provider IS NOT NULL THEN 'declared' WHEN named.provider IS NOT NULL OR n.page <> f.first_page
                        THEN 'observed' ELSE 'own' END AS basis,
                    n.provider AS names, n.page = f.first_page AS first
                FROM numbered n JOIN first f USING (cluster_number) JOIN story_page s USING (story_number)
                LEFT JOIN named USING (cluster_number) ORDER BY n.number
            ) TO {quoted(links / "pages.parquet")} (format parquet, compression zstd);
            COPY (
                SELECT a.page AS longer, b.page AS shorter, shared, containment, n.cluster_number = m.cluster_number AS copy,
                    v.open AS aligned,
                    coalesce(a.site <> '' AND a.site = b.site OR a.publisher = b.publisher, false) AS same_publisher
                FROM read_parquet({verified}) v JOIN page a ON a.number = v.a JOIN page b ON b.number = v.b
                JOIN numbered n ON n.number = v.a JOIN numbered m ON m.number = v.b ORDER BY v.a, v.b
            ) TO {quoted(links / "pairs.parquet")} (format parquet, compression zstd);
            CREATE TEMP VIEW linked AS FROM {quoted(links / "pages.parquet")};
            COPY (
                SELECT first_page AS cluster, any_value(l.story) AS story, any_value(l.origin) AS origin, first_publisher,
                    first_seen, pages, publishers, headline
                FROM first JOIN linked l ON l.page = first_page GROUP BY ALL HAVING pages > 1 ORDER BY pages DESC, cluster
            ) TO {quoted(links / "clusters.parquet")} (format parquet, compression zstd);
            COPY (
                SELECT story, count(*) AS pages, count(DISTINCT publisher) AS publishers, count(DISTINCT cluster) AS texts,
                    count(DISTINCT origin) AS origins, list(DISTINCT origin ORDER BY origin) AS origin_names,
                    min(seen) AS first_seen, arg_min(publisher, seen) AS first_publisher
                FROM linked GROUP BY story HAVING count(*) > 1 ORDER BY publishers DESC, pages DESC, story
            ) TO {quoted(links / "stories.parquet")} (format parquet, compression zstd);
            COPY (
                SELECT publisher AS carrier, origin, count(*) AS pages, count(DISTINCT cluster) AS texts,
                    count(*) FILTER (basis = 'declared') AS declared, count(*) FILTER (basis = 'observed') AS observed,
                    min(seen) AS first_seen
                FROM linked WHERE publisher IS NOT NULL AND origin IS NOT NULL AND publisher <> origin
                GROUP BY ALL ORDER BY pages DESC, carrier, origin
            ) TO {quoted(links / "carries.parquet")} (format parquet, compression zstd)
            """
        )
        return {
            name: int(
                (database.execute(f"SELECT count(*) FROM {quoted(links / f'{name}.parquet')}").fetchone() or (0,))[0]
            )
            for name in ("pages", "pairs", "clusters", "stories", "carries")
        }
