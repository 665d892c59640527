/** The message that a Slack permalink (…/archives/C…/p…, with thread_ts for a reply) speaks of, or undefined. */
export function parsePermalink(href: string): { channel: string; ts: string; threadTs?: string } | undefined {
  const found = /\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:\?(.*))?$/.exec(href);
  if (found === null) return undefined;
  const [, channel = '', seconds, micros, query = ''] = found;
  const threadTs = new URLSearchParams(query).get('thread_ts');
  return { channel, ts: `${seconds}.${micros}`, ...(threadTs === null ? {} : { threadTs }) };
}
