import { expect, it } from 'vitest';
import { PrecedentError } from '../../../src/errors.ts';
import type { Log } from '../../../src/log.ts';
import { answerForm } from '../../../src/slack/modals/answer-form.ts';
import type { SlackCtx } from '../../../src/slack/slack-ctx.ts';

const field = { type: 'input', block_id: 'title', label: { type: 'plain_text', text: 'Title' } };
const words = { type: 'section', block_id: 'words' };

/** Submits a form with these blocks, and returns what Slack is answered and what is logged. */
async function submit(blocks: object[], save: () => Promise<void>) {
  const acknowledged: unknown[] = [];
  const logged: string[] = [];
  const log = { info: () => logged.push('info'), error: () => logged.push('error') } as unknown as Log;
  const submission = {
    ack: async (response?: unknown) => void acknowledged.push(response),
    body: { user: { id: 'U1' } },
    view: { id: 'V1', blocks, state: { values: {} } },
  };
  await answerForm({ log } as SlackCtx, submission as never, save);
  return { acknowledged, logged };
}

it('closes a form that is saved', async () => {
  expect(await submit([words, field], async () => {})).toEqual({ acknowledged: [undefined], logged: [] });
});

it('says at the first field why a form is refused', async () => {
  const { acknowledged, logged } = await submit([words, field], async () => {
    throw new PrecedentError('conflict', `Somebody else changed this. ${'x'.repeat(300)}`);
  });
  expect(acknowledged).toEqual([
    { response_action: 'errors', errors: { title: expect.stringMatching(/^Somebody else .{136}$/) } },
  ]);
  expect(logged).toEqual(['info']);
});

it('shows it in the place of a form that has no field', async () => {
  const { acknowledged } = await submit([words], async () => {
    throw new PrecedentError('conflict', 'Nothing was merged, see <!channel>.');
  });
  expect(acknowledged).toMatchObject([{ response_action: 'update', view: { type: 'modal' } }]);
  expect(JSON.stringify(acknowledged)).toContain('Nothing was merged, see &lt;!channel&gt;.');
});

it('says of what nobody foresaw only that it went wrong, and logs it', async () => {
  const { acknowledged, logged } = await submit([field], async () => {
    throw new TypeError('secret words of a thread');
  });
  expect(JSON.stringify(acknowledged)).toMatch(/went wrong on my side/);
  expect(JSON.stringify(acknowledged)).not.toContain('secret words');
  expect(logged).toEqual(['error']);
});
