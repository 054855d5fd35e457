"""How characters look, as far as it means something."""

from __future__ import annotations

from converter.records import record, replace


@record()
class Look:
    """How characters look, as far as it means something. None: nothing said."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    raised: str | None = None
    font: str | None = None
    language: str | None = None
    code: bool | None = None

    def under(self, above: Look) -> Look:
        """This look with another laid over it."""
        said = {name: getattr(above, name) for name in _LOOKS if getattr(above, name) is not None}
        return replace(self, **said) if said else self


_LOOKS = tuple(Look.__match_args__)
NO_LOOK = Look()
