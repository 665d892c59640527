import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { threadsOf } from '../../src/intake/import-thread.ts';

const shared = join(import.meta.dirname, '../../../shared/data');

/** A message as an export has it. */
export type RawMessage = { ts: string; text: string; [key: string]: unknown };
/** A finished thread, its root first; `id` is what the queries name it by. */
export type IncidentThread = { id: string; messages: RawMessage[] };
export type IncidentQuery = {
  query: string;
  thread: string;
  /** `other_service`: the same error elsewhere, for which the thread is no answer. */
  type: 'paraphrase' | 'typo' | 'vague' | 'other_service';
  /** What a vague first message is followed by. */
  next?: string | undefined;
};
/** Threads of one world, and what is asked of them. */
export type IncidentSet = { name: string; threads: IncidentThread[]; queries: IncidentQuery[] };

const labelled = z.object({
  name: z.string(),
  thread: z.array(z.object({ ts: z.string(), user: z.string(), text: z.string() })),
  bots: z.array(z.string()).default([]),
  queries: z.array(z.string()).default([]),
  other_service: z.string().optional(),
});
const query = z.object({
  query: z.string(),
  thread: z.string(),
  type: z.enum(['paraphrase', 'typo', 'vague', 'other_service']),
  next: z.string().optional(),
});

/** Every set that is here: the worlds of the shared threads, the written ones and the real incidents. */
export function readIncidentSets(): IncidentSet[] {
  return [...worlds(), written(), ...real()];
}

/** Questions of which no set holds the answer, and lines that are no problem at all. */
export function readNovelQueries(): string[] {
  const lines = linesOf(join(import.meta.dirname, 'queries-novel.jsonl'));
  return lines.map((line) => z.object({ query: z.string() }).parse(JSON.parse(line)).query);
}

function worlds(): IncidentSet[] {
  const folder = join(shared, 'threads');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return files.sort().map((file) => {
    const entries = linesOf(join(folder, file)).map((line) => labelled.parse(JSON.parse(line)));
    const queries = entries.flatMap(({ name, queries, other_service }): IncidentQuery[] => [
      ...queries.map((text) => ({ query: text, thread: name, type: 'paraphrase' as const })),
      ...(other_service === undefined
        ? []
        : [{ query: other_service, thread: name, type: 'other_service' as const }]),
    ]);
    return { name: file.replace('.jsonl', ''), threads: entries.map(asThread), queries };
  });
}

function written(): IncidentSet {
  const threads = linesOf(join(import.meta.dirname, '../threads/written.jsonl'));
  return {
    name: 'written',
    threads: threads.map((line) => asThread(labelled.parse(JSON.parse(line)))),
    queries: queriesOf('queries-written.jsonl'),
  };
}

/** Real incidents: one team's reports, and field cases of many. */
function real(): IncidentSet[] {
  const exports = [join(shared, 'incidents/slack-export')];
  const cases = join(shared, 'cases');
  if (!existsSync(cases)) return [];
  for (const name of readdirSync(cases).sort())
    if (name.startsWith('thread-')) exports.push(join(cases, name, 'export'));
  const threads = exports.flatMap(exportedThreads);
  const given = linesOf(join(cases, 'queries/queries.jsonl')).map((line): IncidentQuery => {
    const { query, root_ts } = z.object({ query: z.string(), root_ts: z.string() }).parse(JSON.parse(line));
    return { query, thread: root_ts, type: 'paraphrase' };
  });
  return [{ name: 'real', threads, queries: [...given, ...queriesOf('queries-real.jsonl')] }];
}

function exportedThreads(folder: string): IncidentThread[] {
  const channels = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return channels.flatMap(({ name }) => {
    const days = readdirSync(join(folder, name)).sort();
    const messages = days.flatMap(
      (day) => JSON.parse(readFileSync(join(folder, name, day), 'utf8')) as RawMessage[],
    );
    const placed = messages.map((raw) => {
      const root = typeof raw.thread_ts === 'string' && raw.thread_ts !== raw.ts ? raw.thread_ts : null;
      return { ts: raw.ts, threadTs: root, raw };
    });
    return threadsOf(placed)
      .filter((thread) => thread.length > 1)
      .map((thread) => ({ id: thread[0]?.ts ?? '', messages: thread.map(({ raw }) => raw) }));
  });
}

function asThread({ name, thread, bots }: z.infer<typeof labelled>): IncidentThread {
  const root = thread[0]?.ts;
  return {
    id: name,
    messages: thread.map(({ ts, user, text }) => ({
      type: 'message',
      ts,
      text,
      ...(bots.includes(user) ? { bot_id: user, subtype: 'bot_message' } : { user }),
      ...(ts === root ? { reactions: [{ name: 'white_check_mark' }] } : { thread_ts: root }),
    })),
  };
}

function queriesOf(file: string): IncidentQuery[] {
  const path = join(import.meta.dirname, file);
  return existsSync(path) ? linesOf(path).map((line) => query.parse(JSON.parse(line))) : [];
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
