"""From the bytes of a file to its reading text: decoding, line numbers, limits.

``load`` gives the SourceFile, ``notices`` what a person may want to know about it.
"""

from converter.sources.limits import Limits
from converter.sources.loading import load
from converter.sources.traces import notices

__all__ = ["Limits", "load", "notices"]
