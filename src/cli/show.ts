import { openLibrary } from '../app/open-library.ts';
import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import { permalinkOf } from '../library/permalink.ts';
import type { Log } from '../log.ts';
import { pluralize } from '../slack/views/wording.ts';
import { maxVersions } from '../solutions/edit-solution.ts';
import { effectivenessOfSolutions } from '../store/precedents/feedback.ts';
import { occurrenceStatsOf, occurrencesOf } from '../store/solutions/solution-occurrences.ts';
import { versionsOf } from '../store/solutions/solution-versions.ts';
import { findSolution } from '../store/solutions/solutions.ts';
import type { Output } from './output.ts';

/** `precedent show <id> [--json]`: the whole solution. Throws not_found for an id that is none. */
export async function show(
  config: Config,
  input: { id: string; json: boolean },
  io: { out: Output; log: Log },
): Promise<void> {
  const { store, ctx } = await openLibrary(config, io.log);
  try {
    const solution = await findSolution(ctx, input.id, 'operator');
    if (solution === null) {
      throw new PrecedentError(
        'not_found',
        `There is no solution ${input.id}. "precedent search <text> --all" lists ids.`,
      );
    }
    const { content, source } = solution;
    const scores = await effectivenessOfSolutions(ctx, [solution.id]);
    const seen = (await occurrenceStatsOf(ctx, [solution.id])).get(solution.id);
    const occurrences = await occurrencesOf(ctx, solution.id);
    const versions = await versionsOf(ctx, solution.id, 'operator', maxVersions);
    const shown = {
      id: solution.id,
      title: content.title,
      status: solution.status,
      symptoms: content.symptoms,
      signatures: content.signatures,
      context: content.context,
      root_cause: content.rootCause,
      fix: content.fix,
      steps: content.steps,
      left_out: content.leftOut ?? null,
      effectiveness: scores.get(solution.id) ?? null,
      time_to_resolution_minutes: seen?.medianMinutes ?? null,
      source: {
        channel: source.channelId,
        thread_ts: source.threadTs,
        permalink: permalinkOf(ctx.workspaceUrl, source.channelId, source.threadTs),
      },
      version: solution.version,
      seen: seen?.seen ?? 1,
      last_seen: (seen?.lastOccurredAt ?? solution.occurredAt).toISOString(),
      also_seen: occurrences.map((each) => ({
        permalink: permalinkOf(ctx.workspaceUrl, each.channelId, each.threadTs),
        occurred_at: each.occurredAt.toISOString(),
        outcome: each.outcome,
      })),
      versions: versions.map((each) => ({
        version: each.version,
        title: each.content.title,
        fix: each.content.fix,
        changed_by: each.changedBy,
        changed_at: each.changedAt.toISOString(),
        reason: each.reason,
      })),
    };
    if (input.json) {
      io.out.json(shown);
      return;
    }
    io.out.line(`${shown.id} · ${shown.status} · version ${shown.version}\n${shown.title}\n`);
    io.out.line(`${shown.symptoms}\n`);
    if (shown.root_cause !== null) io.out.line(`Cause: ${shown.root_cause}`);
    io.out.line(`Fix: ${shown.fix.immediate ?? 'none recorded'}`);
    if (shown.fix.permanent !== null) io.out.line(`For good: ${shown.fix.permanent}`);
    for (const [index, step] of shown.steps.entries()) {
      io.out.line(
        `${index + 1}. [${step.outcome}] ${step.text}${step.command === null ? '' : `  ${step.command}`}`,
      );
    }
    if (shown.left_out !== null) {
      const { messages, words } = shown.left_out;
      io.out.line(`Left out: ${pluralize(messages.length, 'message')} about another problem (${words})`);
    }
    io.out.line(`\nFrom ${shown.source.permalink}`);
    for (const each of shown.also_seen) io.out.line(`Seen again (${each.outcome}): ${each.permalink}`);
    for (const each of shown.versions) {
      io.out.line(
        `Version ${each.version}: ${each.reason} by ${each.changed_by ?? 'the bot'}, ${each.changed_at.slice(0, 10)}`,
      );
    }
  } finally {
    await store.close();
  }
}
