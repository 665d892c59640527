/**
 * How far a cosine stands out from those of the other candidates, 0–1: models differ in what an unrelated pair scores.
 * Always 0 for a model whose vectors hold only the words.
 */
export function semanticSignalOf(
  vector: { lexicalOnly: boolean },
  candidates: { cosine: number }[],
): (cosine: number) => number {
  const cosines = candidates.map(({ cosine }) => cosine).filter((cosine) => cosine > 0);
  if (vector.lexicalOnly || cosines.length === 0) return () => 0;
  const median = cosines.toSorted((a, b) => a - b)[Math.floor((cosines.length - 1) / 2)] ?? 0;
  return (cosine) => (median >= 1 ? 0 : Math.max(0, (cosine - median) / (1 - median)));
}
