import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { parseCommand } from '../src/slack/commands/parse-command.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('{docs,bench,src}/**/*.md', { cwd: root }).toSorted(),
];
const readme = read('README.md');

/** The rows of the README's section of this name: its cells, without the head. */
function tableOf(section: string): string[][] {
  const text = readme.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function bare(cell: string | undefined): string {
  return (cell ?? '').replaceAll('`', '');
}

describe('the pages', () => {
  it('link only to what exists, and to headings that are there', () => {
    expect(pages.length).toBeGreaterThanOrEqual(15);
    // The picture is taken from the playground once it runs.
    const later = existsSync(join(root, 'docs/playground.png')) ? [] : ['docs/playground.png'];
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !later.includes(link) && !resolves(page, link))
        .map((link) => `${page} → ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('cite only files and folders that exist', () => {
    const rooms = globSync('src/*/', { cwd: root }).map((path) => basename(path));
    const places = ['src', 'tests', 'docs', 'bench', 'migrations', String.raw`\.(?:slack|ci|github)`];
    const cited = new RegExp(`\`((?:${[...places, ...rooms].join('|')})/[\\w./-]*)\``, 'g');
    const paths = pages.flatMap((page) =>
      [...read(page).matchAll(cited)].map((match) => [page, match[1] ?? ''] as const),
    );
    expect(paths.length).toBeGreaterThan(60);
    // A room is often named without src.
    const missing = paths.filter(
      ([, path]) => !existsSync(join(root, path)) && !existsSync(join(root, 'src', path)),
    );
    expect(missing).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    const named = [...pages, '.ci/run', '.env.example'].flatMap((page) =>
      [...read(page).matchAll(/\bnpm (?:run (?:-s )?([a-z][\w:-]*)|(test|start)\b)/g)].map((match) => ({
        page,
        script: match[1] ?? match[2] ?? '',
      })),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ script }) => !scripts.includes(script))).toEqual([]);
  });

  it('say nothing in more than 60 words at once where a newcomer reads first', () => {
    const first = ['docs/architecture.md', 'docs/capture.md', 'docs/benchmarks.md'];
    const items = first.flatMap((page) => itemsOf(read(page)).map((item) => ({ page, item })));
    expect(items.length).toBeGreaterThan(300);
    expect(items.filter(({ item }) => item.split(/\s+/).length > 60)).toEqual([]);
  });

  it('name each room of src in docs/architecture.md', () => {
    const [, section = ''] = read('docs/architecture.md').split('\n## Rooms\n');
    const rows = [...section.matchAll(/^\| (`src\/[^|]+) \|/gm)].map((match) => match[1] ?? '');
    const named = rows.flatMap((row) => [...row.matchAll(/`src\/(\w+)/g)].map((match) => match[1] ?? ''));
    const inSrc = globSync('src/*/', { cwd: root }).map((path) => basename(path));
    expect([...new Set(named)].toSorted()).toEqual([...inSrc, 'main'].toSorted());
  });

  it('explain only log lines that the bot writes', () => {
    const [, table = ''] = read('docs/operations.md').split('| Line | What it means |');
    const cells = (table.split('\n\n')[0] ?? '').split('\n').map((row) => row.split('|')[1] ?? '');
    const lines = cells.flatMap((cell) => [...cell.matchAll(/`([^`…]+)…?`/g)].map((match) => match[1] ?? ''));
    expect(lines.length).toBeGreaterThan(8);
    const source = globSync('src/**/*.ts', { cwd: root }).map(read).join('\n');
    expect(lines.filter((line) => !source.includes(line))).toEqual([]);
  });

  it('list the tables of the schema in docs/architecture.md', () => {
    const [, section = ''] = read('docs/architecture.md').split('\n## Data\n');
    const rows = [...section.matchAll(/^\| (`[^|]+) \|/gm)].map((match) => match[1] ?? '');
    const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));
    const schema = globSync('src/store/schema/*.ts', { cwd: root }).map(read).join('\n');
    const tables = [...schema.matchAll(/pgTable\(\s*'(\w+)'/g)].map((match) => match[1] ?? '');
    expect(listed.toSorted()).toEqual(tables.toSorted());
  });

  it('name no place of one machine', () => {
    const shipped = [
      ...pages,
      '.ci/run',
      '.env.example',
      'Dockerfile',
      'docker-compose.yml',
      'slack-manifest.yml',
      'knip.json',
    ];
    const named = shipped.filter((page) =>
      /(?:^|[\s"'(`=])\/(?:root|work|home|Users|farm)\//m.test(read(page)),
    );
    expect(named).toEqual([]);
  });
});

/** What is read in one go: each paragraph, item of a list and cell of a table. Code and headings are none. */
function itemsOf(page: string): string[] {
  const lines = page.replace(/^```[\s\S]*?^```/gm, '').split('\n');
  const items: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const isText = line.trim() !== '' && !/^(?:#|\|)/.test(line);
    if (line.startsWith('|')) items.push(...line.split('|').map((cell) => cell.trim()));
    else if (isText && isOpen && !/^\s*(?:[-*]|\d+\.) /.test(line))
      items.push(`${items.pop()} ${line.trim()}`);
    else if (isText) items.push(line.trim());
    isOpen = isText;
  }
  return items.filter((item) => /\w/.test(item));
}

function resolves(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  if (heading === undefined) return true;
  const slugs = [...read(file).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
  return slugs.includes(heading);
}

describe('the settings', () => {
  const inConfig = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    (match) => match[1] ?? '',
  );
  const rows = tableOf('Settings').map(([name, fallback]) => ({
    name: bare(name),
    fallback: bare(fallback),
  }));
  const examples = [...read('.env.example').matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm)].map((match) => ({
    name: match[1] ?? '',
    value: match[2] ?? '',
  }));

  it('are the same in src/config.ts, in the README and in .env.example', () => {
    expect(inConfig.length).toBeGreaterThan(10);
    expect(rows.map((row) => row.name).toSorted()).toEqual(inConfig.toSorted());
    // The one more belongs to docker-compose.yml.
    expect(examples.map((line) => line.name).toSorted()).toEqual(
      [...inConfig, 'POSTGRES_PASSWORD'].toSorted(),
    );
  });

  it('have the defaults that the README and .env.example give', () => {
    const given = rows.filter(({ fallback }) => !['none', "Anthropic's", 'slack.com'].includes(fallback));
    const fromReadme = Object.fromEntries(given.map(({ name, fallback }) => [name, fallback]));
    const unset = readConfig({});
    expect(readConfig(fromReadme)).toEqual(unset);
    expect(readConfig(Object.fromEntries(examples.map(({ name, value }) => [name, value])))).toEqual(unset);
    // Equal to the default because each was read, not because it was ignored.
    const [changed] = given.filter(({ name }) => name === 'PRECEDENT_THRESHOLD');
    expect(readConfig({ ...fromReadme, [changed?.name ?? '']: '0.6' })).not.toEqual(unset);
  });

  it('name the model that is asked when none is set', () => {
    const model = rows.find(({ name }) => name === 'PRECEDENT_MODEL')?.fallback ?? 'none';
    expect(read('src/llm/claude.ts')).toContain(`'${model}'`);
    expect(read('.env.example')).toContain(model);
  });
});

describe('the commands', () => {
  it('in Slack are those that the bot understands', () => {
    const rows = tableOf('In Slack').map(([command]) => bare(command).replace('/precedent ', ''));
    expect(rows.length).toBeGreaterThan(5);
    for (const words of rows) {
      expect(parseCommand(words).kind, words).toBe(words.startsWith('<') ? 'find' : words);
    }
  });

  it('on the command line are those of src/main.ts', () => {
    const inMain = [...read('src/main.ts').matchAll(/^ {4}case '([a-z]+)':/gm)].map(
      (match) => match[1] ?? '',
    );
    const inReadme = tableOf('On the command line').map(([command]) => bare(command).split(' ')[0] ?? '');
    expect(inReadme.toSorted()).toEqual(inMain.toSorted());
  });
});
