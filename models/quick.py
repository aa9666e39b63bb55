"""Frozen records that are made in a third of the time.

A frozen record refuses to have its fields set, so the `__init__` that `dataclass` writes goes around that by one call for each
field. Of words, cells, fields and values a paper has tens of thousands.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

R = TypeVar("R")


def quick(record: type[R]) -> type[R]:
    """The class, a frozen dataclass with slots, with an `__init__` that does the same: stand it over `@dataclass`.

    While its fields are set, a new record is of a class with the same slots that is not frozen. Raises TypeError for a class that is not
    of this plain kind: with a base, without slots, or with more to do when it is made.
    """
    if record.__bases__ != (object,) or "__slots__" not in vars(record) or hasattr(record, "__post_init__"):
        raise TypeError(f"{record.__name__} is no plain record with slots")
    known: dict[str, object] = {
        "_record": record,
        "_open": type(record.__name__, (), {"__slots__": [field.name for field in fields(record)]}),  # type: ignore[arg-type]
        "_become": vars(object)["__class__"].__set__,
        "_missing": MISSING,
    }
    arguments, lines = ["self"], ["_become(self, _open)"]
    for field in fields(record):  # type: ignore[arg-type]  # it is a dataclass
        if not field.init or field.kw_only:
            raise TypeError(f"{record.__name__}.{field.name} is no plain field")
        name, otherwise = field.name, f"_for_{field.name}"
        if field.default_factory is not MISSING:
            known[otherwise] = field.default_factory
            arguments.append(f"{name}=_missing")
            lines.append(f"self.{name} = {otherwise}() if {name} is _missing else {name}")
            continue
        if field.default is not MISSING:
            known[otherwise] = field.default
        arguments.append(name if field.default is MISSING else f"{name}={otherwise}")
        lines.append(f"self.{name} = {name}")
    lines.append("self.__class__ = _record")
    body = "\n    ".join(lines)
    exec(f"def __init__({', '.join(arguments)}):\n    {body}", known)  # noqa: S102  # as `dataclass` does: names of fields alone
    made: Any = known["__init__"]
    made.__qualname__ = f"{record.__qualname__}.__init__"
    made.__annotations__ = record.__init__.__annotations__
    record.__init__ = made  # type: ignore[method-assign]
    return record
