import { once } from 'node:events';
import { z } from 'zod';
import { type Library, openLibrary } from '../app/open-library.ts';
import { teamRedactor } from '../app/team-redactor.ts';
import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import { onRequestThreshold } from '../match/answer-thresholds.ts';
import { describePrecedents, type PrecedentView } from '../match/describe-precedents.ts';
import { findPrecedents } from '../match/find-precedents.ts';
import { readContext } from '../text/read-context.ts';
import { extractSignatures } from '../text/signatures.ts';
import { linesOf } from './lines-of.ts';
import type { Output } from './output.ts';

type Asked = { text: string; all: boolean };

/**
 * `precedent search "<text>" [--all] [--json|--jsonl]`: the nearest, with how sure; with --all also what is hardly near.
 * With --jsonl `{"text","all"?}` in and the JSON answer out, a line each, in order. `silent`: the bot would not speak by itself.
 */
export async function search(
  config: Config,
  input: Asked & { json: boolean; jsonl: boolean },
  io: { out: Output; log: Log; in: NodeJS.ReadableStream; lines: NodeJS.WritableStream },
): Promise<void> {
  if (!input.jsonl && input.text.trim() === '') throw emptyQuery();
  const redactor = teamRedactor(config, io.log);
  const { store, ctx } = await openLibrary(config, io.log);
  const answer = async (asked: Asked) => {
    const query = (await redactor.redact(asked.text)).text;
    return {
      query,
      ...(await searchAsOperator(ctx, { query, all: asked.all, threshold: config.threshold })),
    };
  };
  try {
    if (input.jsonl) {
      for await (const asked of askedLines(io.in, input.all)) {
        const line = `${JSON.stringify(asJson(await answer(asked)))}\n`;
        if (!io.lines.write(line)) await once(io.lines, 'drain');
      }
      return;
    }
    const found = await answer(input);
    if (input.json) return io.out.json(asJson(found));
    if (found.views.length === 0) io.out.line('Nothing in the library is near enough to speak of.');
    else if (found.silent) io.out.line('By itself the bot would say nothing; the nearest are:');
    for (const precedent of found.views) io.out.line(inWords(precedent));
  } finally {
    await store.close();
  }
}

async function* askedLines(stream: NodeJS.ReadableStream, all: boolean): AsyncGenerator<Asked> {
  let number = 0;
  for await (const line of linesOf(stream)) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = askedLine.safeParse(parsedJson(line));
    if (!parsed.success || parsed.data.text.trim() === '') {
      throw new PrecedentError(
        'usage',
        `Line ${number} is no JSON object with a "text". Write {"text":"…"} on each line.`,
      );
    }
    yield { text: parsed.data.text, all: parsed.data.all ?? all };
  }
}

const askedLine = z.object({ text: z.string(), all: z.boolean().optional() });

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The sentence to the person says it all; the line itself may hold a secret.
    return null;
  }
}

function emptyQuery(): PrecedentError {
  return new PrecedentError(
    'usage',
    'Say what to search for: precedent search "ingress certificate expired".',
  );
}

type Answer = {
  query: string;
  silent: boolean;
  views: PrecedentView[];
  sources: Map<string, { channelId: string; threadTs: string }>;
};

async function searchAsOperator(
  ctx: Library['ctx'],
  { query, all, threshold }: { query: string; all: boolean; threshold: number },
): Promise<Omit<Answer, 'query'>> {
  const [title = '', ...rest] = query.split('\n');
  const context = readContext(query);
  const findings = await findPrecedents(ctx, {
    viewer: 'operator',
    problem: { title, symptoms: rest.join('\n'), signatures: extractSignatures(query), context },
    now: new Date(),
    threshold: Math.min(onRequestThreshold, threshold),
  });
  const found = all ? [...findings.shown, ...findings.below] : findings.shown;
  return {
    silent: !findings.shown.some(({ confidence }) => confidence >= threshold),
    views: await describePrecedents(ctx, found, context),
    sources: new Map(found.map((precedent) => [precedent.solutionId, precedent.solution.source])),
  };
}

function asJson({ query, silent, views, sources }: Answer) {
  return {
    query,
    silent,
    precedents: views.map((precedent) => {
      const source = sources.get(precedent.solutionId);
      const { score, worked, partial, failed } = precedent.effectiveness;
      return {
        solution_id: precedent.solutionId,
        title: precedent.title,
        kind: precedent.isPastIncident ? 'past_incident' : 'solution',
        confidence: round(precedent.confidence),
        effectiveness: { score: round(score), worked, partial, failed },
        why: precedent.why,
        source: {
          channel: source?.channelId ?? null,
          thread_ts: source?.threadTs ?? null,
          permalink: precedent.permalink,
        },
      };
    }),
  };
}

function inWords(precedent: PrecedentView): string {
  const { worked, partial, failed } = precedent.effectiveness;
  return [
    `${precedent.solutionId}  ${Math.round(precedent.confidence * 100)} %  ${precedent.title}`,
    `    worked ${worked} of ${worked + partial + failed}; ${precedent.why.join('; ')}`,
    precedent.isPastIncident
      ? '    a past incident; no fix was written down'
      : `    fix: ${precedent.content.fix.immediate ?? precedent.content.fix.permanent ?? 'none recorded'}`,
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
