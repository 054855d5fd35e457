"""Rewrites the golden trees from what is recovered now; ``make golden`` then shows the diff."""

from __future__ import annotations

from golden.pairs import OPEN, expectation, inputs, recovered, stale


def main() -> None:
    for path in stale():
        path.unlink()
    for path in inputs():
        if path.stem in OPEN:
            continue
        target = expectation(path)
        target.parent.mkdir(exist_ok=True)
        target.write_text(recovered(path), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
