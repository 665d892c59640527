import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import { createRedactor, type Redactor } from '../privacy/redact.ts';
import { isSlow } from '../privacy/team-patterns.ts';

export type TeamRules = { patterns: { name: string; regex: RegExp }[]; allow: (string | RegExp)[] };

const maxSourceChars = 1_000;
const maxEntries = 200;

const file = z.strictObject({
  patterns: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'write it in small letters, digits and dashes')
          .max(30),
        pattern: z.string().min(1).max(maxSourceChars),
        flags: z
          .string()
          .regex(/^[imsu]*$/, 'only i, m, s and u have a meaning here')
          .default(''),
      }),
    )
    .max(maxEntries)
    .default([]),
  allow: z.array(z.string().trim().min(1).max(maxSourceChars)).max(maxEntries).default([]),
});

/** The redactor with the team's own rules, if `PRECEDENT_REDACT_FILE` names a file of them. Throws 'config'. */
export function teamRedactor(config: Pick<Config, 'redactFile'>, log?: Pick<Log, 'warn'>): Redactor {
  return createRedactor({
    ...readTeamRules(config.redactFile),
    onTimeout: (pattern) =>
      log?.warn({ pattern }, 'a redaction pattern ran out of time and a whole text was hidden'),
  });
}

/**
 * `{"patterns":[{"name","pattern","flags"?}],"allow":["text","/expression/flags"]}`; nothing when there is no file.
 * Throws PrecedentError('config') that names the entry and what is wrong with it.
 */
export function readTeamRules(path: string | null): TeamRules {
  if (path === null) return { patterns: [], allow: [] };
  const read = file.safeParse(parse(path));
  if (!read.success) {
    const [issue] = read.error.issues;
    refuse(placeOf(issue?.path ?? []), issue?.message ?? 'it is not valid');
  }
  const names = new Set<string>();
  const patterns = read.data.patterns.map(({ name, pattern, flags }, index) => {
    const place = `patterns[${index}] ("${name}")`;
    if (names.has(name)) refuse(place, 'this name is taken by an entry before it');
    names.add(name);
    const regex = compile(pattern, flags, place);
    if (regex.test('')) refuse(place, 'it matches where there is nothing; say what has to be there');
    checkSpeed(regex, place);
    return { name, regex };
  });
  return { patterns, allow: read.data.allow.map((entry, index) => readAllowed(entry, `allow[${index}]`)) };
}

/** As unlike as what redaction hides can be: an expression that matches all of them matches everything. */
const unrelatedSamples = [
  'bob@mail.test',
  '192.0.2.7',
  '+1 415 555 2671',
  '4111111111111111',
  'q7RtZx0pLm2N',
];

function readAllowed(entry: string, place: string): string | RegExp {
  const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(entry) ?? [];
  if (source === undefined) return entry;
  if (!/^[imsu]*$/.test(flags)) refuse(place, 'after the second / only i, m, s and u have a meaning here');
  const regex = compile(source, flags, place);
  checkSpeed(regex, place);
  const whole = compile(`^(?:${source})$`, flags, place);
  if (unrelatedSamples.every((value) => whole.test(value))) refuse(place, 'it would allow everything');
  return regex;
}

function checkSpeed(regex: RegExp, place: string): void {
  if (!isSlow(regex)) return;
  refuse(
    place,
    'it takes too long on a long text. Avoid a repeat inside a repeat, like (a+)+, and give repeats a limit, like {1,40}',
  );
}

function compile(source: string, flags: string, place: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split(': ').at(-1) : 'it cannot be read';
    return refuse(place, `it is no regular expression (${why})`);
  }
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new PrecedentError('config', `PRECEDENT_REDACT_FILE names ${path}, which cannot be read.`, {
      cause,
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    // V8's words quote the file, and the file may hold what nobody should see.
    throw new PrecedentError('config', `PRECEDENT_REDACT_FILE names ${path}, which is not valid JSON.`);
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return place === '' ? 'the whole' : place.replace(/^\./, '');
}

function refuse(place: string, why: string): never {
  throw new PrecedentError('config', `PRECEDENT_REDACT_FILE, ${place}: ${why.replace(/\.$/, '')}.`);
}
