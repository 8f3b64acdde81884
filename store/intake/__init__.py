"""From sources to the archive: folders, the web, feeds and a watched folder, prepared on every core."""
