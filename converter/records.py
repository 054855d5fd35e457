"""Records: what ``dataclasses`` offers, made four times as fast.

A program that starts for one article feels every class it creates: the standard decorator
compiles six functions for each, and loading it costs more than reading a page. A record
compiles one, ``__init__``; equality, hash and the rest are shared. To every caller a record
is a dataclass: ``dataclasses.replace``, ``fields`` and ``is_dataclass`` work on it.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import replace  # the type checker knows its arguments

__all__ = ["defaults", "field", "mutable_record", "record", "replace"]

_T = TypeVar("_T")
_MISSING: Any = object()


class _Field:
    """What ``field`` was told about one field of a record."""

    __slots__ = ("compare", "default", "factory", "init", "repr")

    def __init__(
        self,
        default: Any,
        factory: Any = _MISSING,
        init: bool = True,
        compare: bool = True,
        repr_: bool = True,
    ) -> None:
        self.default = default
        self.factory = factory
        self.init = init
        self.compare = compare
        self.repr = repr_


def field(
    *,
    default: Any = _MISSING,
    default_factory: Callable[[], Any] = _MISSING,
    init: bool = True,
    compare: bool = True,
    repr: bool = True,  # noqa: A002 (the standard name)
) -> Any:
    """Describe a field, as ``dataclasses.field`` does."""
    return _Field(default, default_factory, init, compare, repr)


def defaults(kind: type) -> dict[str, Any]:
    """Give the default of each field of a record that has one."""
    told: dict[str, _Field] = kind.__dict__["__dataclass_fields__"].told
    return {name: each.default for name, each in told.items() if each.default is not _MISSING}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(*, eq: bool = True, order: bool = False) -> Callable[[type[_T]], type[_T]]:
    """Make a class a frozen, slotted record: ``@dataclass(frozen=True, slots=True)``."""
    return lambda cls: _made(cls, frozen=True, eq=eq, order=order)


@dataclass_transform(field_specifiers=(field,))
def mutable_record(cls: type[_T]) -> type[_T]:
    """Make a class a slotted record that changes: ``@dataclass(slots=True)``."""
    return _made(cls, frozen=False, eq=True, order=False)


def _made(cls: type[_T], *, frozen: bool, eq: bool, order: bool) -> type[_T]:
    own = {name: _told(cls.__dict__.get(name, _MISSING)) for name in _annotations(cls)}
    told = _inherited(cls) | own
    names = tuple(told)
    body = {
        key: value
        for key, value in cls.__dict__.items()
        if key not in own and key not in {"__dict__", "__weakref__"}
    }
    body["__slots__"] = tuple(own)
    body.setdefault("__match_args__", names)
    shown = tuple(name for name in names if told[name].repr)
    body.setdefault("__repr__", _repr(shown))
    body["__reduce__"] = _reduce(_values(names))
    if eq:
        _add_comparisons(body, _values(tuple(n for n in names if told[n].compare)), frozen, order)
    made: Any = type(cls.__name__, cls.__bases__, body)
    made.__dataclass_fields__ = _Fields(told)
    made.__init__ = _init(made, names, told)
    if frozen:
        made.__setattr__ = _refuse_setting
        made.__delattr__ = _refuse_deleting
    return made  # type: ignore[no-any-return]


def _annotations(cls: type) -> dict[str, Any]:
    """Give a class's own annotations; those of the classes above are theirs."""
    own: dict[str, Any] = cls.__dict__.get("__annotations__", {})  # noqa: RUF063 (loads inspect)
    return own


def _inherited(cls: type) -> dict[str, _Field]:
    """Give the fields of the records above, those furthest up first."""
    told: dict[str, _Field] = {}
    for above in reversed(cls.__mro__[1:]):
        fields = above.__dict__.get("__dataclass_fields__")
        if isinstance(fields, _Fields):
            told |= fields.told
    return told


def _told(value: Any) -> _Field:
    return value if isinstance(value, _Field) else _Field(value)


def _init(made: type, names: tuple[str, ...], told: dict[str, _Field]) -> Any:
    """Compile ``__init__``; a slot's own setter is the fastest way round a frozen record."""
    scope: dict[str, Any] = {"_MISSING": _MISSING}
    parameters = ["self"]
    lines = []
    for name in names:
        if not told[name].init:
            continue
        scope[f"_set_{name}"] = getattr(made, name).__set__
        value = name
        if told[name].factory is not _MISSING:
            scope[f"_make_{name}"] = told[name].factory
            parameters.append(f"{name}=_MISSING")
            value = f"_make_{name}() if {name} is _MISSING else {name}"
        elif told[name].default is not _MISSING:
            scope[f"_default_{name}"] = told[name].default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass")
    exec(source, scope)  # noqa: S102 (the names are a class's own fields)
    init = scope["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    init.__module__ = made.__module__
    return init


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Give the function that takes the values of these fields, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _add_comparisons(
    body: dict[str, Any], values: Callable[[Any], tuple[Any, ...]], frozen: bool, order: bool
) -> None:
    def equal(self: Any, other: Any) -> Any:
        return (
            values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    body["__eq__"] = equal
    body["__hash__"] = (lambda self: hash(values(self))) if frozen else None
    if not order:
        return

    def less(self: Any, other: Any) -> Any:
        alike = other.__class__ is self.__class__
        return values(self) < values(other) if alike else NotImplemented

    def at_most(self: Any, other: Any) -> Any:
        return (
            values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented
        )

    body["__lt__"], body["__le__"] = less, at_most


def _repr(names: tuple[str, ...]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({inside})"

    return shown


def _reduce(values: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], tuple[Any, ...]]:
    """Copy and pickle through ``__init__``: a frozen record lets nobody set its state."""
    return lambda self: (type(self), values(self))


def _refuse_setting(self: Any, name: str, value: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: Any, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Fields:
    """The ``__dataclass_fields__`` of a record, made when somebody first asks."""

    def __init__(self, told: dict[str, _Field]) -> None:
        self.told = told

    def __get__(self, instance: object, owner: type) -> dict[str, Any]:
        import dataclasses

        types = {
            name: kind
            for above in reversed(owner.__mro__)
            for name, kind in _annotations(above).items()
        }
        twin: dict[str, Any] = {"__annotations__": {name: types[name] for name in self.told}}
        for name, told in self.told.items():
            given: dict[str, Any] = {"init": told.init, "compare": told.compare, "repr": told.repr}
            if told.factory is not _MISSING:
                given["default_factory"] = told.factory
            elif told.default is not _MISSING:
                given["default"] = told.default
            twin[name] = dataclasses.field(**given)
        bare = type(owner.__name__, (), twin)
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(bare)
        return made.__dataclass_fields__  # type: ignore[no-any-return]


if not TYPE_CHECKING:

    def replace(record, /, **changes):
        """Copy a record with some fields changed, as ``dataclasses.replace`` does."""
        kind = record.__class__
        for name in kind.__match_args__:
            if name not in changes:
                changes[name] = getattr(record, name)
        return kind(**changes)
