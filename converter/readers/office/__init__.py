"""The floor below the readers of word processors' files (Word, OpenDocument, RTF): the package and
its limits, looks and roles of styles, comments, pictures, and how paragraphs make blocks.

The readers know this floor, and not one another.
"""
