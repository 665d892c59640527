import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PrecedentError } from '../../errors.ts';

export type ExportedChannel = { id: string; name: string; isPrivate: boolean };
export type RawMessage = Record<string, unknown>;

export type SlackExport = {
  channels: ExportedChannel[];
  /** Every message of a channel, in no particular order. */
  messagesOf(channel: ExportedChannel): RawMessage[];
  /** What could not be read, a line each; the rest was. Grows while `messagesOf` reads. */
  problems: string[];
};

/** Path inside the export → its text, or null when there is no such file. */
type Files = { names: string[]; read(name: string): string };

/** Slack refuses to make larger ones; a zip that claims more is not an export. */
const largestUnpackedBytes = 4 * 1024 ** 3;

/** Opens a Slack export, folder or zip. Throws PrecedentError('import') when it is neither, or broken. */
export function readExport(path: string): SlackExport {
  const files = openFiles(path);
  const problems: string[] = [];
  const listed = [
    ...readChannels(files, 'channels.json', false, problems),
    ...readChannels(files, 'groups.json', true, problems),
  ];
  const folders = [...new Set(files.names.filter((name) => name.includes('/')).map(folderOf))];
  if (!files.names.includes('channels.json')) {
    problems.push(
      'channels.json is missing: channels go by the names of their folders, and count as private.',
    );
  }
  const known = new Set([...listed.map((channel) => channel.name), ...directMessages(files)]);
  const unlisted = folders
    .filter((folder) => !known.has(folder))
    .map((folder) => ({ id: `import:${folder}`, name: folder, isPrivate: true }));
  if (listed.length + unlisted.length === 0) {
    throw new PrecedentError(
      'import',
      `${path} holds no channel: a Slack export has channels.json and a folder for each channel.`,
    );
  }
  return {
    channels: [...listed, ...unlisted],
    messagesOf: (channel) =>
      files.names
        .filter((name) => folderOf(name) === channel.name)
        .toSorted()
        .flatMap((name) => readDay(files, name, problems)),
    problems,
  };
}

function folderOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.indexOf('/')) : '';
}

function openFiles(path: string): Files {
  if (!existsSync(path)) throw new PrecedentError('import', `There is no file or folder ${path}.`);
  return statSync(path).isDirectory() ? openFolder(path) : openZip(path);
}

/** macOS adds files of its own beside each ("__MACOSX/…/._2020-10-06.json"). */
function isListing(name: string): boolean {
  return name.endsWith('.json') && !basename(name).startsWith('.') && !name.startsWith('__MACOSX/');
}

function openFolder(path: string): Files {
  const names: string[] = [];
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isFile() && isListing(entry.name)) names.push(entry.name);
    if (!entry.isDirectory()) continue;
    for (const day of readdirSync(join(path, entry.name))) {
      if (isListing(day)) names.push(`${entry.name}/${day}`);
    }
  }
  return { names, read: (name) => readFileSync(join(path, name), 'utf8') };
}

function openZip(path: string): Files {
  let unpackedBytes = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(readFileSync(path), {
      filter: ({ name, originalSize }) => {
        if (!isListing(name)) return false;
        unpackedBytes += originalSize;
        if (unpackedBytes > largestUnpackedBytes) throw new RangeError('too large');
        return true;
      },
    });
  } catch (cause) {
    throw new PrecedentError(
      'import',
      `${basename(path)} is not a zip that can be read whole. Download the export again, or unpack it and name the folder.`,
      { cause },
    );
  }
  const root = commonFolder(Object.keys(entries));
  const byName = new Map(Object.entries(entries).map(([name, bytes]) => [name.slice(root.length), bytes]));
  return { names: [...byName.keys()], read: (name) => strFromU8(byName.get(name) ?? new Uint8Array()) };
}

/** Some tools pack the export's folder and not what is in it. */
function commonFolder(names: string[]): string {
  const index = names.find((name) => /^[^/]+\/channels\.json$/.test(name));
  if (index === undefined || names.includes('channels.json')) return '';
  return index.slice(0, -'channels.json'.length);
}

function readChannels(files: Files, name: string, isPrivate: boolean, problems: string[]): ExportedChannel[] {
  if (!files.names.includes(name)) return [];
  const list = parse(files, name, problems);
  return list.flatMap((entry) => {
    const id = entry.id;
    const channelName = entry.name;
    return typeof id === 'string' && typeof channelName === 'string'
      ? [{ id, name: channelName, isPrivate }]
      : [];
  });
}

/** Folders of direct messages and of talks in small groups, which are nobody's incidents and stay unread. */
function directMessages(files: Files): string[] {
  return ['dms.json', 'mpims.json']
    .filter((name) => files.names.includes(name))
    .flatMap((name) => parse(files, name, []))
    .flatMap((talk) => [talk.id, talk.name].filter((folder) => typeof folder === 'string'));
}

/** Slack's: seconds since 1970 and a running number. More digits would be no date that a database keeps. */
export const slackTs = /^\d{1,11}\.\d{1,9}$/;

function readDay(files: Files, name: string, problems: string[]): RawMessage[] {
  const messages = parse(files, name, problems);
  const dated = messages.filter(({ ts }) => typeof ts === 'string' && slackTs.test(ts));
  const undated = messages.length - dated.length;
  if (undated > 0) {
    problems.push(
      `${name}: ${undated} without a timestamp of Slack's ${undated === 1 ? 'was' : 'were'} left out.`,
    );
  }
  return dated;
}

function parse(files: Files, name: string, problems: string[]): RawMessage[] {
  try {
    const value: unknown = JSON.parse(files.read(name));
    if (Array.isArray(value)) return value.filter((entry) => typeof entry === 'object' && entry !== null);
    problems.push(`${name} holds no list and was left out.`);
  } catch {
    problems.push(`${name} is not valid JSON and was left out.`);
  }
  return [];
}
