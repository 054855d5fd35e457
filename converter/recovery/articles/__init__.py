"""Several stories fused in one file: lines that are headlines by what stands round them, which
headings open an article, and paragraphs that stand in the file twice."""

from converter.recovery.articles.headlines import recover_headlines
from converter.recovery.articles.masthead import recover_masthead
from converter.recovery.articles.partings import recover_articles
from converter.recovery.articles.repeated import recover_repeated

__all__ = ["recover_articles", "recover_headlines", "recover_masthead", "recover_repeated"]
