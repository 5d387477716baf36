"""Files for other programs: feeds, calendars, open data, sitemap.xml, search index."""
