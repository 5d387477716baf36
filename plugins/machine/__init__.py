"""What machines read: feeds, calendars, open data, the map of the site, the search index."""
