"""Fits the weights of the headings' evidence: ``make fit``.

Two logistic regressions: one over what is seen of a line, one over that and what the likely
headings of the document say (agreement). Checked by leaving out one source at a time. Writes
converter/recovery/headings/weights.py; docs/decisions/headings.md has the figures.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import corpus
import fused
import numpy as np
import variants
from scipy.optimize import minimize

from converter.model import Document
from converter.recovery import PASSES
from converter.recovery.headings import recover_headings
from converter.recovery.headings.agreement import AGREEMENT, agreement_of
from converter.recovery.headings.lines import Line, find_lines
from converter.recovery.headings.signs import SIGNS, signs_of

TARGET = Path(recover_headings.__globals__["__file__"]).with_name("weights.py")
FIRST, SECOND = tuple(SIGNS), (*SIGNS, *AGREEMENT)
_PLACE = {name: place for place, name in enumerate(SECOND)}
_STRENGTH = 0.3
"""Inverse of the penalty on large weights: strong, since the documents are few."""
_FUSED, _FUSED_WEIGHT = 90, 1.0
"""Groups of articles put together, and how much a line of theirs counts."""
_VARIED_WEIGHT = 0.12
"""How much a line of an article set otherwise counts."""
_PRIORS = {
    "counts a figure": -2.0,
    "ends as a sentence": -3.0,
    "an address": -2.0,
    "before keys and values": -2.0,
    "keys beside it": -1.0,
    "signs what stands above": -2.0,
    "opens as other lines do": 1.0,
    "stands where others sign": -2.0,
}
"""Weights that rare signs are drawn to, where the corpus says little; the others to nothing."""
_FOLDS = 4
_SAYS_YES = 0.5
_NOTHING = 0.005
"""A weight that rounds to nothing is left out."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One document's candidate lines, whether each is a heading (None: either will do), the
    signs of each, and how many headings its marks state."""

    kind: str
    sources: tuple[str, ...]
    lines: tuple[Line, ...]
    truth: tuple[bool | None, ...]
    signs: tuple[tuple[str, ...], ...]
    stated: int

    @property
    def weight(self) -> float:
        """How much each line counts."""
        if self.kind in variants.VARIANTS:
            return _VARIED_WEIGHT
        return _FUSED_WEIGHT if self.kind == "fused" else 1.0


def main() -> None:
    """Check by sources, then fit on all and write."""
    corpus.require()
    samples = list(_samples())
    if "--no-check" not in sys.argv:
        _check(samples)
    first, second = _fit(samples)
    TARGET.write_text(_module(first, second), encoding="utf-8")
    print(f"written: {TARGET.relative_to(corpus.ROOT)}; now `make golden` and read the changes")


def _samples() -> Iterable[Sample]:
    for entry in corpus.entries():
        truth = corpus.truth(entry.name)
        yield _sample(entry.kind, (entry.source,), corpus.document(entry.name), [truth])
        if entry.kind == "traf":
            for name, text, varied in variants.variants(corpus.text(entry.name), truth):
                yield _sample(name, (entry.source,), corpus.document(entry.name, text), [varied])
    for group in fused.groups(_FUSED):
        sources = tuple(sorted({entry.source for entry in group}))
        truths = [corpus.truth(entry.name) for entry in group]
        yield _sample("fused", sources, corpus.document("fused", fused.joined(group)), truths)


def _sample(
    kind: str, sources: tuple[str, ...], document: Document, truths: list[dict[str, Any]]
) -> Sample:
    schema = corpus.schema()
    for recover_thing in PASSES[: PASSES.index(recover_headings)]:
        document = recover_thing(document, schema)
    lines, around = find_lines(document.blocks, document.source.text, schema)
    return Sample(
        kind,
        sources,
        tuple(lines),
        tuple(_labels(lines, truths)),
        tuple(tuple(signs_of(line, around)) for line in lines),
        around.stated,
    )


def _labels(lines: Sequence[Line], truths: list[dict[str, Any]]) -> Iterable[bool | None]:
    """For each line whether it is a heading; None where the truth leaves it open."""
    scorer = corpus.scorer()
    toks, sim, least = scorer.toks, scorer.sim, scorer.SIM
    blocks = [block for truth in truths for block in truth["blocks"]]
    left = [toks(block["text"]) for block in blocks if block["type"] == "heading"]
    open_ = [toks(block["question"]["text"]) for block in blocks if block["type"] == "qa"]
    open_ += [toks(block["caption"]) for block in blocks if block.get("caption_as_heading")]
    for line in lines:
        words = toks(line.text)
        found = next((place for place, true in enumerate(left) if sim(true, words) >= least), None)
        if found is not None:
            del left[found]
            yield True
        else:
            yield None if any(true and sim(true, words) >= least for true in open_) else False


def _vector(signs: Iterable[str], size: int) -> Any:
    vector = np.zeros(size)
    vector[[_PLACE[name] for name in signs]] = 1
    return vector


class Model(NamedTuple):
    """A logistic regression: a weight for each sign, and the bias."""

    weights: Any
    bias: float

    def likely(self, rows: Any) -> Any:
        """The probability of each row."""
        return 1 / (1 + np.exp(-(rows @ self.weights + self.bias)))


def _regress(rows: list[Any], truth: list[bool], counts: list[float]) -> Model:
    """Fit by maximum likelihood, the weights drawn to their priors by a penalty."""
    matrix = np.array(rows)
    signed = np.where(truth, 1.0, -1.0)
    prior = np.array([_PRIORS.get(name, 0.0) for name in SECOND[: matrix.shape[1]]])

    def loss(values: Any) -> tuple[float, Any]:
        margin = signed * (matrix @ values[:-1] + values[-1])
        off = values[:-1] - prior
        pull = -signed * counts / (1 + np.exp(np.clip(margin, -60, 60)))
        slope = np.append(matrix.T @ pull + off / _STRENGTH, pull.sum())
        return float(np.dot(counts, np.logaddexp(0, -margin)) + off @ off / 2 / _STRENGTH), slope

    best = minimize(loss, np.append(prior, 0.0), jac=True, method="L-BFGS-B")
    return Model(best.x[:-1], float(best.x[-1]))


def _fit_first(samples: Sequence[Sample]) -> Model:
    rows, truth, weights = [], [], []
    for sample in samples:
        for label, signs in zip(sample.truth, sample.signs, strict=True):
            if label is not None:
                rows.append(_vector(signs, len(FIRST)))
                truth.append(label)
                weights.append(sample.weight)
    return _regress(rows, truth, weights)


def _second_rows(model: Model, sample: Sample) -> list[Any]:
    rows = np.array([_vector(signs, len(FIRST)) for signs in sample.signs])
    likely = model.likely(rows)
    together = agreement_of(sample.lines, sample.signs, list(likely), sample.stated)
    pairs = zip(sample.signs, together, strict=True)
    return [_vector((*own, *others), len(SECOND)) for own, others in pairs]


def _fit(samples: Sequence[Sample]) -> tuple[Model, Model]:
    """Both models. The second learns from what the first says of sources it has not seen."""
    sources = sorted({source for sample in samples for source in sample.sources})
    fold = {source: place % _FOLDS for place, source in enumerate(sources)}
    rows, truth, weights = [], [], []
    for number in range(_FOLDS):
        seen = [s for s in samples if all(fold[source] != number for source in s.sources)]
        model = _fit_first(seen)
        for sample in samples:
            if fold[sample.sources[0]] != number or not sample.lines:
                continue
            for label, row in zip(sample.truth, _second_rows(model, sample), strict=True):
                if label is not None:
                    rows.append(row)
                    truth.append(label)
                    weights.append(sample.weight)
    return _fit_first(samples), _regress(rows, truth, weights)


def _check(samples: Sequence[Sample]) -> None:
    """Precision and recall on each source with weights that never saw it."""
    judged: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    for source in sorted({source for sample in samples for source in sample.sources}):
        first, second = _fit([sample for sample in samples if source not in sample.sources])
        for sample in samples:
            if sample.sources != (source,) or not sample.lines:
                continue
            likely = second.likely(np.array(_second_rows(first, sample)))
            for label, value in zip(sample.truth, likely, strict=True):
                if label is not None:
                    judged[sample.kind].append((label, float(value)))
    for kind, pairs in sorted(judged.items()):
        right = sum(label and value >= _SAYS_YES for label, value in pairs)
        found, true = (
            sum(value >= _SAYS_YES for _, value in pairs),
            sum(label for label, _ in pairs),
        )
        precision, recall = right / max(1, found), right / max(1, true)
        print(f"{kind:11} bare lines, unseen source: P {precision:.3f}  R {recall:.3f}  of {true}")


_HEAD = "\n".join(
    (
        '"""Weights of the headings\' evidence, fitted: docs/decisions/headings.md says how.',
        "Positive speaks for a heading. Written by benchmarks/recovery/fit_headings.py.",
        '"""',
        "",
    )
)


def _module(first: Model, second: Model) -> str:
    parts = [_HEAD]
    for name, signs, model in (("FIRST", FIRST, first), ("SECOND", SECOND, second)):
        weights = zip(signs, model.weights, strict=True)
        kept = [(sign, weight) for sign, weight in weights if abs(weight) >= _NOTHING]
        lines = [f'    "{sign}": {weight:.2f},' for sign, weight in kept]
        bias = f"{name}_BIAS = {model.bias:.2f}\n"
        parts.append("\n".join([f"{name} = {{", *lines, "}", bias]))
    parts.append(f"THRESHOLD = {_SAYS_YES}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
