export type RankScores = { hit1: number; hit5: number; hit10: number; mrr: number; ndcg10: number };

/** Means over queries, each its ranking, best first, and what is relevant: binary gains, nDCG with log2 discounts. */
export function rankScores(answers: { ranked: string[]; relevant: ReadonlySet<string> }[]): RankScores {
  const sums: RankScores = { hit1: 0, hit5: 0, hit10: 0, mrr: 0, ndcg10: 0 };
  for (const { ranked, relevant } of answers) {
    const first = ranked.findIndex((id) => relevant.has(id));
    if (first < 0) continue;
    sums.mrr += 1 / (first + 1);
    if (first < 1) sums.hit1 += 1;
    if (first < 5) sums.hit5 += 1;
    if (first < 10) sums.hit10 += 1;
    const ideal = gain(Array.from({ length: Math.min(10, relevant.size) }, () => true));
    sums.ndcg10 += gain(ranked.slice(0, 10).map((id) => relevant.has(id))) / ideal;
  }
  const mean = (sum: number) => (answers.length === 0 ? 0 : sum / answers.length);
  return {
    hit1: mean(sums.hit1),
    hit5: mean(sums.hit5),
    hit10: mean(sums.hit10),
    mrr: mean(sums.mrr),
    ndcg10: mean(sums.ndcg10),
  };
}

function gain(relevant: boolean[]): number {
  return relevant.reduce((sum, is, index) => sum + (is ? 1 / Math.log2(index + 2) : 0), 0);
}
