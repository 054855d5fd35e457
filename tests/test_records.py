"""Records are dataclasses to every caller, though made in another way."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from converter.records import defaults, field, mutable_record, record, replace


@record()
class Place:
    name: str
    line: int = 1
    bytes_: bytes = field(default=b"", compare=False, repr=False)


@record(order=True)
class Range:
    start: int
    end: int


@record(eq=False)
class Alone:
    name: str


@mutable_record
class Basket:
    name: str
    things: list[str] = field(default_factory=list)
    count: int = field(init=False)

    def __post_init__(self) -> None:
        self.count = len(self.things)


@record()
class Window(Place):
    pane: int = 0


def test_a_record_that_widens_another_has_the_fields_of_both() -> None:
    window = Window("a", 2, b"x", pane=3)
    assert (window.name, window.line, window.bytes_, window.pane) == ("a", 2, b"x", 3)
    assert [each.name for each in dataclasses.fields(Window)] == ["name", "line", "bytes_", "pane"]
    assert replace(window, line=4) == Window("a", 4, pane=3)
    assert window != Place("a", 2)
    assert not hasattr(window, "__dict__")


def test_a_record_is_made_by_position_and_by_name() -> None:
    assert Place("a", 2) == Place(name="a", line=2)
    assert Place("a") != Place("b")
    assert Place("a").__eq__(("a", 1)) is NotImplemented
    with pytest.raises(TypeError, match="name"):
        Place()  # type: ignore[call-arg]


def test_a_record_is_frozen_and_slotted() -> None:
    place = Place("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="line"):
        place.line = 3  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="line"):
        del place.line
    assert not hasattr(place, "__dict__")


def test_fields_left_out_of_comparing_and_showing_are() -> None:
    assert Place("a", 1, b"x") == Place("a", 1, b"y")
    assert hash(Place("a", 1, b"x")) == hash(Place("a", 1, b"y"))
    assert repr(Place("a", 1, b"x")) == "Place(name='a', line=1)"


def test_ordered_records_sort() -> None:
    assert sorted([Range(2, 3), Range(1, 9), Range(1, 2)]) == [
        Range(1, 2),
        Range(1, 9),
        Range(2, 3),
    ]
    assert Range(1, 2) <= Range(1, 2)


def test_records_without_equality_are_only_themselves() -> None:
    one = Alone("a")
    assert one != Alone("a")
    assert {one: 1}[one] == 1


def test_a_mutable_record_makes_its_own_lists_and_cannot_be_hashed() -> None:
    one, other = Basket("a"), Basket("b", ["x"])
    one.things.append("y")
    assert Basket("c").things == []
    assert (one.count, other.count) == (0, 1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_the_standard_library_takes_a_record_for_a_dataclass() -> None:
    assert dataclasses.is_dataclass(Place)
    assert [each.name for each in dataclasses.fields(Place)] == ["name", "line", "bytes_"]
    assert dataclasses.replace(Place("a"), line=4) == Place("a", 4)  # type: ignore[call-arg]
    assert dataclasses.asdict(Range(1, 2)) == {"start": 1, "end": 2}


def test_replacing_copies_and_names_what_is_not_there() -> None:
    assert replace(Place("a", 2, b"x"), name="b").bytes_ == b"x"
    with pytest.raises(TypeError, match="column"):
        replace(Place("a"), column=3)  # type: ignore[call-arg]


def test_records_are_copied_and_pickled() -> None:
    place = Place("a", 2, b"x")
    for again in (copy.deepcopy(place), pickle.loads(pickle.dumps(place))):
        assert (again, again.bytes_) == (place, b"x")


def test_defaults_are_those_that_were_given() -> None:
    assert defaults(Place) == {"line": 1, "bytes_": b""}
