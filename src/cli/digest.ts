import { openLibrary } from '../app/open-library.ts';
import type { Config } from '../config.ts';
import { PrecedentError } from '../errors.ts';
import { weekBefore, weekOf } from '../library/week.ts';
import type { Log } from '../log.ts';
import { digestBody } from '../slack/views/digest.ts';
import { findChannelByName } from '../store/channels/channels.ts';
import { weeklyDigest } from '../trends/weekly-digest.ts';
import type { Output } from './output.ts';

/** `precedent digest --channel NAME [--week DATE] [--json]`: shows a digest without posting it. The week of DATE, or the last whole one. */
export async function digest(
  config: Config,
  input: { channel: string; week: string | null; json: boolean },
  io: { out: Output; log: Log },
): Promise<void> {
  const { store, ctx } = await openLibrary(config, io.log);
  try {
    const channel = await findChannelByName(ctx, input.channel.replace(/^#/, ''));
    if (channel === null) {
      throw new PrecedentError(
        'not_found',
        `I know no channel named ${input.channel}. Watch it in Slack, or import its export.`,
      );
    }
    const week = input.week === null ? weekBefore(new Date()) : weekNamed(input.week);
    const written = await weeklyDigest(ctx, { channelId: channel.channelId, week });
    if (input.json) io.out.json(written);
    else io.out.line(digestBody(written).text);
  } finally {
    await store.close();
  }
}

function weekNamed(text: string): string {
  if (/^\d{4}-W\d{2}$/.test(text)) return text;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new PrecedentError('usage', `"${text}" is no date. Write --week 2026-11-16, or --week 2026-W47.`);
  }
  return weekOf(date);
}
