import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

const base = ['errors.ts', 'log.ts'];
/** What the verbs share, from the top down. */
const shared = ['solutions', 'outbox', 'library', 'text', 'privacy', 'embed', 'llm', 'store'];
const verbs = ['intake', 'match', 'capture', 'learn', 'trends'];
const surfaces = ['cli', 'slack', 'web', 'jobs', 'playground'];
const captureData = ['capture/lexicon', 'capture/patterns'];
const belowSurfaces = [...verbs, ...shared, ...base];

/** The table of docs/architecture.md: what of `src` a room may import besides itself. The longest name wins. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'log.ts': [],
  'config.ts': ['errors.ts'],
  text: [],
  library: ['text'],
  store: ['library', 'text', ...base],
  embed: ['library', 'text', 'store', ...base],
  llm: ['library', 'text', 'store', ...base],
  privacy: ['library', 'text', 'store', ...base],
  outbox: ['library', 'text', 'privacy', 'store', ...base],
  solutions: ['outbox', 'library', 'text', 'privacy', 'embed', 'store', ...base],
  // Verbs never import each other: what one starts in another goes through a job.
  intake: [...shared, ...base],
  match: [...shared, ...base],
  capture: ['capture', ...shared, ...base],
  // Words and patterns are data; each of these reads with what stands before it.
  'capture/actions': [...captureData, 'library', 'text'],
  'capture/sentences': ['capture/actions', ...captureData, 'library', 'text'],
  'capture/steps': ['capture/actions', 'capture/sentences', ...captureData, 'library', 'text'],
  'capture/cause': ['capture/actions', 'capture/sentences', ...captureData, 'library', 'text'],
  'capture/summary': ['capture/actions', 'capture/sentences', ...captureData, 'library', 'text'],
  'capture/topics': [
    'capture/actions',
    'capture/sentences',
    'capture/summary',
    ...captureData,
    'library',
    'text',
  ],
  learn: [...shared, ...base],
  trends: [...shared, ...base],
  jobs: belowSurfaces,
  web: belowSurfaces,
  slack: ['slack/listeners', ...belowSurfaces],
  // Listeners translate a payload, call a verb and render: what they need of the database, a verb reads.
  'slack/listeners': ['slack', ...belowSurfaces.filter((room) => room !== 'store')],
  playground: [...surfaces, 'app', 'config.ts', ...belowSurfaces],
  'playground/slack-sim': [],
  'playground/page': ['playground/slack-sim/slack-sim.ts'],
  cli: ['app', 'config.ts', 'slack', 'jobs', 'playground', ...belowSurfaces],
  app: ['config.ts', 'slack', 'jobs', 'web', ...belowSurfaces],
  // `eval` compares with the baseline, which the bot itself has no use for.
  'main.ts': [...surfaces, 'app', 'config.ts', ...belowSurfaces, '../bench/bm25.ts'],
};

/** Packages that only these rooms know. A name that ends with "/" stands for its whole scope. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'drizzle-orm': ['store'],
  pg: ['store'],
  pgvector: ['store'],
  '@electric-sql/': ['store'],
  'pg-boss': ['store', 'jobs'],
  'node-cron': ['jobs', 'config.ts'],
  '@slack/': ['slack'],
  '@anthropic-ai/': ['llm'],
  '@secretlint/': ['privacy'],
  pino: ['log.ts'],
  esbuild: ['playground'],
  react: ['playground/page'],
  'react-dom': ['playground/page'],
};

/** What a file may not say, and where it may. */
const words: readonly { what: RegExp; only: readonly string[] }[] = [
  { what: /(?<!['"`])\bprocess\.env\b/, only: ['main.ts'] },
  { what: /\bprocess\.(?:exit|exitCode|abort)\b/, only: ['main.ts'] },
  { what: /from 'node:process'/, only: [] },
  { what: /\bconsole\.\w+\(/, only: [] },
];

type Import = { to: string; typeOnly: boolean };
type Source = { path: string; room: string; text: string; imports: Import[] };

const sources: Source[] = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/').slice('src/'.length))
  .toSorted()
  .map((path) => {
    const text = readFileSync(`${root}src/${path}`, 'utf8');
    return { path, room: roomOf(path), text, imports: importsOf(path, text) };
  });

function roomOf(path: string): string {
  const named = Object.keys(rooms).filter((room) => path === room || path.startsWith(`${room}/`));
  return named.toSorted((a, b) => b.length - a.length)[0] ?? `no room: ${path}`;
}

/** Static, dynamic and type imports; ours as paths below `src`, packages by name, node's own left out. */
function importsOf(path: string, text: string): Import[] {
  const statements = [
    /^(?:import|export)\s[\w$*\s{},]+?\sfrom\s'(?<to>[^']+)'/gm,
    /^import\s'(?<to>[^']+)'/gm,
    /\bimport\(\s*'(?<to>[^']+)'/g,
  ].flatMap((form) => [...text.matchAll(form)]);
  return statements.flatMap(({ 0: statement, groups }) => {
    const to = groups?.to ?? '';
    if (to.startsWith('node:')) return [];
    const target = to.startsWith('.') ? `src/${posix.join(posix.dirname(path), to)}` : to;
    return [{ to: target, typeOnly: /^(?:import|export)\stype\s/.test(statement) }];
  });
}

function isWithin(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

describe('the house', () => {
  it('is read whole: the table is held against every file, and each import is seen', () => {
    expect(sources.length).toBeGreaterThan(200);
    const imports = sources.flatMap((source) => source.imports);
    expect(imports.length).toBeGreaterThan(700);
    const fromLines = sources.flatMap(
      ({ text }) => text.match(/^(?:import|export|\}).* from '(?!node:)/gm) ?? [],
    );
    expect(imports.length).toBeGreaterThanOrEqual(fromLines.length);
  });

  it('has a room for every file, and a file in every room', () => {
    expect(sources.filter(({ room }) => !(room in rooms)).map(({ path }) => path)).toEqual([]);
    expect(Object.keys(rooms).filter((room) => !sources.some((source) => source.room === room))).toEqual([]);
  });

  it('lets a room import only what the table allows', () => {
    const wrong = sources.flatMap(({ path, room, imports }) =>
      imports
        .filter(({ to }) => to.startsWith('src/'))
        .map(({ to }) => to.slice('src/'.length))
        .filter((to) => roomOf(to) !== room && !isWithin(to, rooms[room] ?? []))
        .map((to) => `${path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets slack know the store by its types alone: what it needs of the database, a verb reads', () => {
    const wrong = sources
      .filter(({ path }) => isWithin(path, ['slack']))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to, typeOnly }) => to.startsWith('src/store/') && !typeOnly)
          .map(({ to }) => `${path} imports ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps the simulator out of the browser page, but for its types', () => {
    const wrong = sources
      .filter(
        ({ path }) => isWithin(path, ['playground/page']) && !isWithin(path, ['playground/page/server']),
      )
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to, typeOnly }) => to.startsWith('src/playground/slack-sim') && !typeOnly)
          .map(({ to }) => `${path} imports ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps each outside package in its room', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ to }) =>
        Object.entries(packages)
          .filter(([name]) => to === name || to.startsWith(name.endsWith('/') ? name : `${name}/`))
          .filter(([, places]) => !isWithin(path, places))
          .map(() => `${path} imports ${to}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('reads the environment and ends the process in main.ts alone, and prints with nothing but its own outputs', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      words
        .filter(({ what, only }) => what.test(text) && !isWithin(path, only))
        .map(({ what }) => `${path} says ${what.source}`),
    );
    expect(wrong).toEqual([]);
  });

  it('writes SQL in the store alone', () => {
    const wrong = sources
      .filter(({ path, text }) => !isWithin(path, ['store']) && /\bsql`|\.execute\(\s*['"`]/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});
