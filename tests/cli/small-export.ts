const firstSecond = 1_700_000_000;

export type ExportMessage = Record<string, unknown>;

/** A finished incident as an export holds it: a report, two steps, the end and a ✅. */
export function thread(number: number, title: string, service: string): ExportMessage[] {
  const root = ts(number, 0);
  const reply = (at: number, text: string, user = 'U1') => ({
    type: 'message',
    user,
    text,
    ts: ts(number, at),
    thread_ts: root,
  });
  return [
    {
      type: 'message',
      user: 'U2',
      text: title,
      ts: root,
      thread_ts: root,
      reply_count: 3,
      reactions: [{ name: 'white_check_mark', users: ['U1'], count: 1 }],
    },
    reply(60, `I restarted ${service}, that did not help`),
    reply(120, `I rolled back the deploy of ${service} to v41`),
    reply(180, 'that fixed it, errors are gone and all is back to normal', 'U2'),
  ];
}

export function ts(number: number, at: number): string {
  return `${firstSecond + number * 86_400 + at}.000${100 + number}`;
}

export const channelsJson = [{ id: 'C0OPS', name: 'ops', is_archived: false, members: ['U1', 'U2'] }];

export const threads = [
  thread(1, 'checkout returns HTTP 503 for every cart', 'checkout'),
  thread(2, 'search index is empty after the nightly job', 'search'),
];

/** Path → content of an export with one channel and two finished incidents. */
export function smallExport(): Record<string, unknown> {
  return {
    'channels.json': channelsJson,
    'users.json': [{ id: 'U1', name: 'ana' }],
    'ops/2023-11-15.json': threads[0],
    'ops/2023-11-16.json': threads[1],
  };
}
