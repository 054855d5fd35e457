"""The floor below the readers of word processors' files (Word, OpenDocument, RTF): the package and
its limits, the reading text, looks and roles of styles, and how paragraphs make blocks.

The readers know this floor, and not one another.
"""
