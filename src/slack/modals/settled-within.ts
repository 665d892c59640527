/** What the work gives within this time, and null when it takes longer; it goes on then. Rejects if the work does in time. */
export async function settledWithin<Value>(
  work: Promise<Value>,
  timeoutMs: number,
): Promise<{ value: Value } | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
