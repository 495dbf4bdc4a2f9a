"""Search index, feeds, sitemap, exports, assets: siblings that never read each other."""
