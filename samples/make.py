"""Make the samples again: `python samples/make.py [name ...]`, all of them where no name is given.

A sample is a folder that holds `source.py` with a function `build(folder: Path) -> None`. It writes into its folder the
document an office program opens, the PDF that the program made of it, and `normalised/<view>.csv`: the rows that the
contract's views should hold.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

HERE = Path(__file__).resolve().parent


def build_of(folder: Path) -> Callable[[Path], None]:
    """The `build` function of a sample, loaded under a name of its own, so that folder names may hold hyphens."""
    spec = importlib.util.spec_from_file_location(f"sample_{folder.name.replace('-', '_')}", folder / "source.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder / 'source.py'} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return cast("Callable[[Path], None]", module.build)


def main(names: list[str]) -> int:
    """Build the named samples; 2 where a name is no sample."""
    sys.path.insert(0, str(HERE))  # sources import the helpers beside this file: `from office import ...`
    known = {source.parent.name: source.parent for source in sorted(HERE.glob("*/source.py"))}
    strange = [name for name in names if name not in known]
    if strange:
        print(f"no such sample: {', '.join(strange)}. There are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in names or known:
        start = time.monotonic()
        build_of(known[name])(known[name])
        size = (known[name] / f"{name}.pdf").stat().st_size
        print(f"{name}: {size / 1000:.0f} kB in {time.monotonic() - start:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
