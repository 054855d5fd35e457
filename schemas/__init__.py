"""What a newsroom reads and edits: the article schemas, and the contracts of what comes in from
outside or goes out. Shipped as ``converter.schemas``."""

from converter.schemas.article import (
    ArticleSchema,
    Briefing,
    Labels,
    Requirement,
)

__all__ = ["ArticleSchema", "Briefing", "Labels", "Requirement"]
