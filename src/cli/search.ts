import { openLibrary } from '../app/open-library.ts';
import { teamRedactor } from '../app/team-redactor.ts';
import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import type { Log } from '../log.ts';
import { onRequestThreshold } from '../match/answer-thresholds.ts';
import { describePrecedents, type PrecedentView } from '../match/describe-precedents.ts';
import { findPrecedents } from '../match/find-precedents.ts';
import { readContext } from '../text/read-context.ts';
import { extractSignatures } from '../text/signatures.ts';
import type { Output } from './output.ts';

/** `precedent search "<text>" [--all] [--json]`: the nearest, with how sure; with --all also what is hardly near. `silent`: the bot would not speak by itself. */
export async function search(
  config: Config,
  input: { text: string; all: boolean; json: boolean },
  io: { out: Output; log: Log },
): Promise<void> {
  if (input.text.trim() === '') {
    throw new PrecedentError(
      'usage',
      'Say what to search for: precedent search "ingress certificate expired".',
    );
  }
  const redactor = teamRedactor(config, io.log);
  const { store, ctx } = await openLibrary(config, io.log);
  try {
    const query = (await redactor.redact(input.text)).text;
    const [title = '', ...rest] = query.split('\n');
    const now = new Date();
    const findings = await findPrecedents(ctx, {
      viewer: 'operator',
      problem: {
        title,
        symptoms: rest.join('\n'),
        signatures: extractSignatures(query),
        context: readContext(query),
      },
      now,
      threshold: Math.min(onRequestThreshold, config.threshold),
    });
    const isConfident = findings.shown.some(({ confidence }) => confidence >= config.threshold);
    const found = input.all ? [...findings.shown, ...findings.below] : findings.shown;
    const views = await describePrecedents(ctx, found);
    const sources = new Map(found.map((precedent) => [precedent.solutionId, precedent.solution.source]));
    if (input.json) {
      io.out.json({
        query,
        silent: !isConfident,
        precedents: views.map((precedent) => {
          const source = sources.get(precedent.solutionId);
          const { score, worked, partial, failed } = precedent.effectiveness;
          return {
            solution_id: precedent.solutionId,
            title: precedent.title,
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
      });
      return;
    }
    if (views.length === 0) io.out.line('Nothing in the library is near enough to speak of.');
    else if (!isConfident) io.out.line('By itself the bot would say nothing; the nearest are:');
    for (const precedent of views) io.out.line(inWords(precedent));
  } finally {
    await store.close();
  }
}

function inWords(precedent: PrecedentView): string {
  const { worked, partial, failed } = precedent.effectiveness;
  return [
    `${precedent.solutionId}  ${Math.round(precedent.confidence * 100)} %  ${precedent.title}`,
    `    worked ${worked} of ${worked + partial + failed}; ${precedent.why.join('; ')}`,
    `    fix: ${precedent.content.fix.immediate ?? precedent.content.fix.permanent ?? 'none recorded'}`,
  ].join('\n');
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
