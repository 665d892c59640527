/**
 * A list without an end that is silent: asks for page after page, each behind the last row of the one before, until one
 * is not full. `read` orders by the key that it goes on from.
 */
export async function allPages<Row>(
  read: (after: Row | null, size: number) => Promise<Row[]>,
  size = 500,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read(rows.at(-1) ?? null, size);
    rows.push(...page);
    if (page.length < size) return rows;
  }
}
