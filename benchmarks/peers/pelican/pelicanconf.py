"""The digest of the benchmark as a Pelican site: the same kinds of pages, and nothing else on."""

import json

SITENAME = "Benchmark"
SITEURL = "https://benchmark.example/digest"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "out"
THEME = "theme"
ARTICLE_PATHS = ["papers"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DEFAULT_CATEGORY = "papers"
USE_FOLDER_AS_CATEGORY = False
ARTICLE_URL = "papers/{slug}/"
ARTICLE_SAVE_AS = "papers/{slug}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
TAGS_SAVE_AS = "topics/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
DEFAULT_PAGINATION = False
PAGINATED_TEMPLATES = {"tag": 50}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_DOMAIN = SITEURL
FEED_ALL_RSS = "index.xml"
FEED_MAX_ITEMS = 50
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
JINJA_FILTERS = {"from_json": json.loads}
TYPOGRIFY = False
