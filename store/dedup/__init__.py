"""What repeats: inside one article (paragraphs) and between articles (stories)."""
