"""``opensearch.xml``: lets a browser offer the site's search in its address bar.

https://github.com/dewitt/opensearch: OpenSearch 1.1. A short name has at most 16 characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.text.xml_escape import xml_text

MEDIA_TYPE = "application/opensearchdescription+xml"
_LONGEST_NAME = 16


def emit_opensearch(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the description; it needs a search page and the site's public address."""
    site = config.site
    if not config.search.enabled or not site.base_url:
        return
    name = site.title[:_LONGEST_NAME].strip()
    about = config.language.text("search.opensearch", site=site.title)
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{xml_text(name)}</ShortName>\n"
        f"<Description>{xml_text(about)}</Description>\n"
        f"<Language>{xml_text(site.language)}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{xml_text(site.base_url + urls.SEARCH)}'
        '?q={searchTerms}"/>\n'
        "</OpenSearchDescription>\n"
    )
    yield Artifact(path=urls.OPENSEARCH, body=text.encode(), media_type=MEDIA_TYPE, origin="search")
