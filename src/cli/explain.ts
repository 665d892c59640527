import type { Redactor } from '../privacy/redact.ts';
import { explainThread } from './explain/explain-thread.ts';
import { explanationText } from './explain/explanation-text.ts';
import { findThread } from './explain/find-thread.ts';
import type { Output } from './output.ts';
import { normalizerOfExport, readThread } from './slack-export/export-threads.ts';
import { readExport } from './slack-export/read-export.ts';

/**
 * `precedent explain <Slack export> <thread_ts> [--json]`: what capture reads in a thread, sentence by sentence, and
 * which rule decided. Nothing is stored.
 */
export async function explain(
  redactor: Redactor,
  input: { path: string; threadTs: string; json: boolean },
  out: Output,
): Promise<void> {
  const slackExport = readExport(input.path);
  const { channel, thread } = findThread(slackExport, input.threadTs);
  const normalizer = normalizerOfExport(redactor, { botUserId: '', botId: '' });
  const imported = await readThread(normalizer, channel, thread);
  const explanation = explainThread(imported);
  for (const problem of slackExport.problems) out.note(problem);
  if (input.json) out.json(explanation);
  else out.line(explanationText(explanation, { channel: channel.name, messages: imported.messages }));
}
