"""feeds.py BASE: reads Atom and RSS with feedparser; ends with 1 where one is not well formed or empty."""
import sys

import feedparser

counts = []
for form in ("atom", "rss"):
    feed = feedparser.parse(f"{sys.argv[1]}/api/v1/feed?format={form}&limit=50")
    if feed.bozo or not feed.entries or not all(entry.get("title") and entry.get("link") for entry in feed.entries):
        sys.exit(f"{form}: {feed.get('bozo_exception', 'entries without title or link')}")
    counts.append(f"{feed.version} {len(feed.entries)}")
print(", ".join(counts))
