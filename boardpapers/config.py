"""The file of publishers: a TOML file that says whose papers are to be read, and where they are."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from boardpapers.errors import BadArguments
from boardpapers.sources.addresses import checked
from boardpapers.sources.errors import FetchError
from boardpapers.sources.publishers import Index, ModernGov, Publisher, month_number


def _address(text: str) -> str:
    try:
        return checked(text).url
    except FetchError as error:
        raise ValueError(str(error)) from error


def _expression(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"{text} is no regular expression: {error}") from error
    return text


Address = Annotated[str, AfterValidator(_address)]
Expression = Annotated[str, AfterValidator(_expression)]


def _month(given: object) -> int:
    if isinstance(given, (str, int)) and not isinstance(given, bool) and (month := month_number(str(given))):
        return month
    raise ValueError(f'{given} is no month; give the one in which its fiscal years begin, as in fiscal_year = "July"')


Month = Annotated[int, BeforeValidator(_month)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class _Publisher(_Strict):
    name: str = Field(min_length=1)
    files: list[str] = []
    urls: list[Address] = []
    index: list[Address] = []
    links: Expression | None = None
    follow: Expression | None = None
    moderngov: Address | None = None
    committees: list[str | int] = []
    days: int = Field(default=120, ge=1)
    fiscal_year: Month | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> _Publisher:
        if not (self.files or self.urls or self.index or self.moderngov):
            raise ValueError("it says of no place where papers are; give files, urls, index or moderngov")
        if (self.links or self.follow) and not self.index:
            raise ValueError("links and follow belong to an index, and there is none")
        if (self.committees or "days" in self.model_fields_set) and not self.moderngov:
            raise ValueError("committees and days belong to moderngov, and there is none")
        return self


class _File(_Strict):
    papers: str | None = None
    contact: str | None = None
    delay: float | None = Field(default=None, ge=0)
    recheck_days: float | None = Field(default=None, ge=0)
    allow_private: bool | None = None
    publisher: list[_Publisher] = Field(min_length=1)


class Config:
    """What a file of publishers says. `manners` holds only what it sets; paths in it are relative to its folder."""

    def __init__(self, file: Path) -> None:
        """Raises BadArguments that names the file, the line and the key of everything that is wrong."""
        read = _read(file)
        folder = file.absolute().parent
        self.papers = folder / Path(read.papers).expanduser() if read.papers else None
        names = ("contact", "delay", "recheck_days", "allow_private")
        self.manners: dict[str, Any] = {name: getattr(read, name) for name in names if getattr(read, name) is not None}
        self.publishers = [_publisher(given, folder) for given in read.publisher]


def _publisher(given: _Publisher, folder: Path) -> Publisher:
    site = ModernGov(given.moderngov, tuple(map(str, given.committees)), given.days) if given.moderngov else None
    return Publisher(
        given.name,
        tuple(str(folder / Path(path).expanduser()) for path in given.files),
        tuple(given.urls),
        tuple(Index(url, given.links, given.follow) for url in given.index),
        (site,) if site else (),
        given.fiscal_year,
    )


def _read(file: Path) -> _File:
    try:
        text = file.read_text(encoding="utf-8")
        return _File.model_validate(tomllib.loads(text))
    except OSError as error:
        raise BadArguments(f"{file} cannot be read: {error.strerror}; check the path given with --config.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadArguments(f"{file} is no TOML file: {error}.") from error
    except ValidationError as error:
        wrong = [_told(dict(problem), text) for problem in error.errors()]
        raise BadArguments("\n".join(f"{file}, {line}" for line in wrong)) from error


def _told(problem: dict[str, Any], text: str) -> str:
    """`line 7, publisher 2, "Name": days: …` for one thing that is wrong."""
    at = list(problem["loc"])
    number = at[1] if len(at) > 1 and at[0] == "publisher" else None
    key = next((str(part) for part in reversed(at) if isinstance(part, str) and part != "publisher"), None)
    where = f"line {_line(text, number, key)}"
    if number is not None:
        name = tomllib.loads(text)["publisher"][number].get("name")
        where += f", publisher {number + 1}" + (f' "{name}"' if name else "")
    return f"{where}: {_what(problem, key, _Publisher if number is not None else _File)}"


def _what(problem: dict[str, Any], key: str | None, model: type[BaseModel]) -> str:
    kind, message = problem["type"], problem["msg"].removeprefix("Value error, ")
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(key), model.model_fields, 1)
        return f"{key} is no key that is known here; " + (
            f"did you mean {near[0]}?" if near else f"known are {', '.join(model.model_fields)}."
        )
    if key is None and kind in ("missing", "too_short"):
        return "it names no publisher; begin one with [[publisher]]."
    if kind == "missing":
        return f"{key} is missing."
    return f"{key}: {message}." if key else f"{message}."


def _line(text: str, number: int | None, key: str | None) -> int:
    """The line, from 1, on which a key of a publisher stands, or of the file's head; where it has none, its heading's."""
    lines = text.splitlines()
    heads = [i for i, line in enumerate(lines) if re.match(r"\s*\[\[\s*publisher\s*\]\]", line)]
    begin = heads[number] if number is not None and number < len(heads) else 0
    following = [head for head in heads if head > begin] if number is not None else heads
    end = following[0] if following else len(lines)
    for i in range(begin, end):
        if key is not None and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", lines[i]):
            return i + 1
    return begin + 1
