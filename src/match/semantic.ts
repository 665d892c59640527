/**
 * How far a cosine stands out from those of the other candidates, 0–1: models differ in what an unrelated pair scores.
 * Always 0 for a model whose vectors hold only the words.
 */
export function meaningOf(
  vector: { wordsOnly: boolean },
  candidates: { cosine: number }[],
): (cosine: number) => number {
  const cosines = candidates.map(({ cosine }) => cosine).filter((cosine) => cosine > 0);
  if (vector.wordsOnly || cosines.length === 0) return () => 0;
  const usual = cosines.toSorted((a, b) => a - b)[Math.floor((cosines.length - 1) / 2)] ?? 0;
  return (cosine) => (usual >= 1 ? 0 : Math.max(0, (cosine - usual) / (1 - usual)));
}
