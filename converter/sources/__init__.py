"""From the bytes of a file to its reading text: decoding, line numbers, limits.

``load`` gives the SourceFile of a text, ``seal`` that of bytes which are none, ``notices`` what a
person may want to know about a text.
"""

from converter.sources.limits import Limits
from converter.sources.loading import load, seal
from converter.sources.traces import notices

__all__ = ["Limits", "load", "notices", "seal"]
