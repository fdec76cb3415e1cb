"""What Python's sanitizers and its feed parser leave of the HTML on standard input, as JSON."""

import json
import sys

import bleach
import feedparser
import nh3

html = sys.stdin.read()
feed = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed</title>
<item><title>Item</title><content:encoded><![CDATA[{html}]]></content:encoded></item></channel></rss>"""
allowed = set(bleach.sanitizer.ALLOWED_TAGS) | {"figure", "p", "table", "tbody", "tr", "th", "td"}
json.dump(
    {
        "nh3": nh3.clean(html),
        "nh3, no tags": nh3.clean(html, tags=set()),
        "bleach": bleach.clean(html, tags=allowed, strip=True),
        "bleach, no tags": bleach.clean(html, tags=set(), strip=True),
        "feedparser": feedparser.parse(feed).entries[0].content[0].value,
    },
    sys.stdout,
)
