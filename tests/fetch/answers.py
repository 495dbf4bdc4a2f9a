"""Answers in the services' forms; every paper in them is made up."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

TITLES = ("Beavers at Work", "Listening to Rivers", "A Short History of the Margin")


def arxiv_feed(ids: Iterable[str], *, total: int | None = None, start: int = 0) -> bytes:
    """Return an answer of arXiv's API."""
    entries = "".join(
        f"""
  <entry>
    <id>http://arxiv.org/abs/{name}v1</id>
    <title>{TITLES[place % 3]}: Part {place}</title>
    <updated>2025-03-10T10:00:00Z</updated>
    <published>2025-03-10T10:00:00Z</published>
    <summary>We count dams from the sound of rivers, in part {place}.</summary>
    <author><name>Ida Holm</name></author>
    <link href="https://arxiv.org/abs/{name}v1" rel="alternate" type="text/html"/>
    <category term="cs.SD" scheme="http://arxiv.org/schemas/atom"/>
  </entry>"""
        for place, name in enumerate(ids, start + 1)
    )
    stated = entries.count("<entry>") if total is None else total
    return f"""\
<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/madeup</id>
  <title>arXiv Query</title>
  <updated>2025-03-11T00:00:00Z</updated>
  <opensearch:totalResults>{stated}</opensearch:totalResults>
  <opensearch:startIndex>{start}</opensearch:startIndex>{entries}
</feed>
""".encode()


def arxiv_error(summary: str) -> bytes:
    """Return the entry with which arXiv's API says that it does not understand."""
    return f"""\
<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/</id>
  <entry>
    <id>https://arxiv.org/api/errors#made_up</id>
    <title>Error</title>
    <summary>{summary}</summary>
  </entry>
</feed>
""".encode()


def hf_day(count: int, *, first: int = 1) -> bytes:
    """Return a page of Hugging Face's daily papers."""
    return json.dumps(
        [
            {
                "paper": {
                    "id": f"2503.{place:05d}",
                    "authors": [{"name": "Ida Holm", "hidden": False}],
                    "publishedAt": "2025-03-10T00:00:00.000Z",
                    "title": f"{TITLES[0]}: Part {place}",
                    "summary": "We count dams from the sound of rivers.",
                    "upvotes": 3,
                },
                "publishedAt": "2025-03-11T00:00:00.000Z",
                "title": f"{TITLES[0]}: Part {place}",
                "numComments": 0,
            }
            for place in range(first, first + count)
        ]
    ).encode()


def openalex_page(count: int, *, cursor: str | None, total: int, first: int = 1) -> bytes:
    """Return a page of works of OpenAlex."""
    works = [
        {
            "id": f"https://openalex.org/W{place}",
            "doi": f"https://doi.org/10.1000/made-up.{place}",
            "title": f"{TITLES[1]}: Part {place}",
            "publication_date": "2025-03-10",
            "authorships": [{"author": {"display_name": "Teo Marin"}, "institutions": []}],
            "abstract_inverted_index": {"We": [0], "listen": [1]},
        }
        for place in range(first, first + count)
    ]
    return json.dumps({"meta": {"count": total, "next_cursor": cursor}, "results": works}).encode()


def crossref_work(doi: str) -> bytes:
    """Return a work of Crossref."""
    return json.dumps(
        {
            "status": "ok",
            "message-type": "work",
            "message": {
                "DOI": doi,
                "type": "journal-article",
                "title": [f"{TITLES[2]} ({doi})"],
                "author": [{"given": "Ida", "family": "Holm", "sequence": "first"}],
                "issued": {"date-parts": [[2025, 3, 10]]},
                "publisher": "A Press",
            },
        }
    ).encode()


def openreview_notes(names: Sequence[str], *, total: int | None = None) -> bytes:
    """Return notes of OpenReview's second interface."""
    notes = [
        {
            "id": name,
            "forum": name,
            "cdate": 1_741_600_000_000,
            "invitations": ["Meadow.cc/2025/Conference/-/Submission"],
            "content": {
                "title": {"value": f"{TITLES[1]}, {name}"},
                "authors": {"value": ["Teo Marin"]},
                "abstract": {"value": "We listen."},
                "venueid": {"value": "Meadow.cc/2025/Conference"},
            },
        }
        for name in names
    ]
    return json.dumps({"notes": notes} | ({} if total is None else {"count": total})).encode()


def rss_feed(count: int) -> bytes:
    """Return a feed of arXiv's announcements."""
    items = "".join(
        f"""
    <item>
      <title>{TITLES[0]}: Part {place}</title>
      <link>https://arxiv.org/abs/2503.{place:05d}</link>
      <description>arXiv:2503.{place:05d}v1 Announce Type: new
Abstract: We count dams from the sound of rivers.</description>
      <guid isPermaLink="false">oai:arXiv.org:2503.{place:05d}v1</guid>
      <category>cs.SD</category>
      <pubDate>Tue, 11 Mar 2025 00:00:00 -0400</pubDate>
      <dc:creator>Ida Holm, Teo Marin</dc:creator>
    </item>"""
        for place in range(1, count + 1)
    )
    return f"""\
<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
  version="2.0">
  <channel>
    <title>cs.SD updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/cs.SD</link>
    <description>cs.SD updates</description>{items}
  </channel>
</rss>
""".encode()
