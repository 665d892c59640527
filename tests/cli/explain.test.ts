import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureByRules } from '../../src/capture/capture-by-rules.ts';
import { explainLines as explainLinesHere } from '../../src/cli/explain/explain-lines.ts';
import { explain as explainExport } from '../../src/cli/explain.ts';
import { createOutput } from '../../src/cli/output.ts';
import { PrecedentError } from '../../src/errors.ts';
import { timeOfTs } from '../../src/library/message.ts';
import { createRedactor } from '../../src/privacy/redact.ts';
import { newPrecedent, type Precedent, writeFiles } from './run-precedent.ts';
import { channelsJson, smallExport, thread, ts } from './small-export.ts';

const checkout = ts(1, 0);
const secret = `Zx9${Buffer.from('explained').toString('hex')}Q7`;

let precedent: Precedent;
let folder: string;
beforeAll(async () => {
  precedent = await newPrecedent();
  folder = join(precedent.folder, 'export');
  writeFiles(folder, smallExport());
  await precedent.run(['import', folder, '--approve']);
}, 60_000);
afterAll(() => precedent.remove());

const explain = (...args: string[]) => precedent.run(['explain', ...args]);
const explainLines = async (lines: unknown[]) => {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const ran = await precedent.run(['explain', '--jsonl'], { input });
  const answers = ran.stdout.split('\n').slice(0, -1);
  return { ...ran, answers: answers.map((answer) => JSON.parse(answer)) };
};

/** What it prints, with --json or not, without a process of its own. */
async function explainHere(path: string, threadTs: string, json = true): Promise<string> {
  const out = new PassThrough();
  const printed = text(out);
  await explainExport(createRedactor(), { path, threadTs, json }, createOutput({ out, err: out }));
  out.end();
  return printed;
}

/** What --jsonl prints, without a process of its own. */
async function answersTo(lines: unknown[]) {
  const out = new PassThrough();
  const input = Readable.from([lines.map((line) => JSON.stringify(line)).join('\n')]);
  const log = { error: (fields: unknown) => expect(fields).toBe('no error') };
  const [answers] = await Promise.all([
    text(out),
    explainLinesHere(createRedactor(), { in: input, out }, log as never).finally(() => out.end()),
  ]);
  return answers
    .split('\n')
    .slice(0, -1)
    .map((answer) => JSON.parse(answer));
}

/** As Slack's API lists a thread: no `type`, and reactions apart. */
const apiThread = (messages: readonly Record<string, unknown>[]) =>
  messages.map(({ type: _, reactions: __, ...message }) => message);

describe('precedent explain of an export', () => {
  it('says what was tried, what ended it, and of each sentence what it was taken for and why', async () => {
    const ran = await explain(folder, checkout, '--json');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const explained = JSON.parse(ran.stdout);
    expect(Object.keys(explained)).toEqual([
      'title',
      'symptoms',
      'signatures',
      'context',
      'root_cause',
      'fix',
      'steps',
      'ended',
      'sentences',
    ]);
    expect(explained).toMatchObject({
      title: 'checkout returns HTTP 503 for every cart',
      ended: { resolved: true, by: 'reaction', ts: ts(1, 180) },
      fix: { immediate: 'I rolled back the deploy of checkout to v41', permanent: null },
    });
    expect(explained.sentences).toEqual([
      {
        ts: checkout,
        text: 'checkout returns HTTP 503 for every cart',
        read_as: 'symptom',
        why: 'it stands in the message that states the problem',
      },
      {
        ts: ts(1, 60),
        text: 'I restarted checkout, that did not help',
        read_as: 'action, performed; outcome: no effect',
        why: 'verb "restart"; step 1, no_effect: the sentence that reports it says so',
      },
      {
        ts: ts(1, 120),
        text: 'I rolled back the deploy of checkout to v41',
        read_as: 'action, performed',
        why: 'verb "roll"; step 2, worked: "that did it" said afterwards',
      },
      {
        ts: ts(1, 180),
        text: 'that fixed it, errors are gone and all is back to normal',
        read_as: 'outcome: worked',
        why: '"that did it" of step 2',
      },
    ]);
  });

  it('agrees with what import captures', async () => {
    const found = JSON.parse((await precedent.run(['search', 'checkout HTTP 503', '--json'])).stdout);
    const id = found.precedents[0].solution_id;
    const shown = JSON.parse((await precedent.run(['show', id, '--json'])).stdout);
    const explained = JSON.parse(await explainHere(folder, checkout));
    for (const part of ['title', 'symptoms', 'signatures', 'context', 'root_cause', 'fix', 'steps'])
      expect([part, explained[part]]).toEqual([part, shown[part]]);
    expect(explained.steps).toHaveLength(2);
  });

  it('reads as text to somebody who knows neither the code nor the export', async () => {
    const stdout = await explainHere(folder, checkout, false);
    const parts = [
      /^checkout returns HTTP 503 for every cart\n/,
      /Thread +#ops, 2023-11-15 22:13 UTC, 4 messages/,
      /Ended +yes, by a ✅/,
      /Fix +I rolled back the deploy of checkout to v41/,
      /1\. \[no effect\] +I restarted checkout/,
      /2\. \[worked\] +I rolled back the deploy/,
      /22:14 U1\n +I restarted checkout, that did not help\n +→ action, performed; outcome: no effect: /,
    ];
    const places = parts.map((part) => stdout.search(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('takes a reply and a link for their thread', async () => {
    const link = `https://team.slack.com/archives/C0OPS/p${ts(1, 120).replace('.', '')}?thread_ts=1`;
    const whole = await explainHere(folder, checkout);
    expect(await explainHere(folder, ts(1, 120))).toBe(whole);
    expect(await explainHere(folder, link)).toBe(whole);
  });

  it('hides what import would hide', async () => {
    const own = join(precedent.folder, 'secret');
    const messages = thread(1, `checkout returns 503, api_key=${secret}`, 'checkout');
    messages.splice(1, 0, {
      type: 'message',
      user: 'U1',
      ts: ts(1, 30),
      thread_ts: checkout,
      text: `I set api_key=${secret} on checkout`,
    });
    writeFiles(own, { 'channels.json': channelsJson, 'ops/2023-11-15.json': messages });
    for (const json of [false, true]) {
      const printed = await explainHere(own, checkout, json);
      expect(printed).not.toContain(secret);
      expect(printed).toMatch(/I set .*\[.+\] on checkout/);
    }
    const answers = await answersTo([{ thread: messages }]);
    expect(JSON.stringify(answers)).not.toContain(secret);
    expect(answers[0].sentences).toHaveLength(5);
  });

  it('says in one line what is missing', async () => {
    const ran = await explain(folder);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^precedent: Something is missing: precedent explain <Slack export/);
    expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['no such path', ['nowhere', '1700000000.000100'], /There is no file or folder nowhere/],
    [
      'a ts that is not there',
      ['EXPORT', '1700100000.000100'],
      /no message 1700100000\.000100\. .*Nearest in time: 1700086400\.000101 \(#ops\), 1700172800\.000102/,
    ],
    ['a ts that is none', ['EXPORT', 'yesterday'], /no message yesterday\. .*Some of its threads: 17/],
  ])('says in one line what to do about %s', async (_, [path = '', threadTs = ''], message) => {
    const refused = explainHere(path === 'EXPORT' ? folder : path, threadTs);
    await expect(refused).rejects.toThrow(PrecedentError);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow(/\n/);
  });
});

describe('precedent explain --jsonl', () => {
  it('answers a line for each line, in order, as --json does', async () => {
    const [first, second] = [
      thread(1, 'checkout returns HTTP 503 for every cart', 'checkout'),
      thread(2, 'search index is empty after the nightly job', 'search'),
    ];
    const { answers, code, stderr } = await explainLines([
      { thread: apiThread(second), reactions_on_root: ['white_check_mark'] },
      '',
      { thread: apiThread(first), reactions_on_root: [{ name: 'white_check_mark', count: 1 }] },
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const whole = await Promise.all(
      [ts(2, 0), checkout].map(async (at) => JSON.parse(await explainHere(folder, at))),
    );
    expect(answers).toEqual(whole);
  });

  it('needs no order and no database, and reads a thread for what it is without a reaction', async () => {
    const messages = apiThread(
      thread(1, 'checkout returns HTTP 503 for every cart', 'checkout'),
    ).toReversed();
    const unset = { PRECEDENT_DATA: join(precedent.folder, 'no', 'such', 'place') };
    const input = JSON.stringify({ thread: messages });
    const ran = await precedent.run(['explain', '--jsonl'], { input, env: unset });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      title: 'checkout returns HTTP 503 for every cart',
      ended: { resolved: true, by: 'text', ts: ts(1, 180) },
    });
  });

  it('answers a line that is none with an error that quotes nothing, goes on, and fails at the end', async () => {
    const good = { thread: apiThread(thread(1, 'checkout returns 503', 'checkout')) };
    const { answers, code, stderr, stdout } = await explainLines([
      `{"thread": [{"text": "${secret}"`,
      good,
      '[]',
      { thread: 'none' },
      { thread: [7] },
      { thread: [{ ts: 'now', text: secret }] },
      { thread: [], reactions_on_root: 'many' },
      good,
    ]);
    expect(answers.map((answer) => answer.error ?? answer.title)).toEqual([
      expect.stringMatching(/^Line 1 is no valid JSON\. Write /),
      'checkout returns 503',
      expect.stringMatching(/^Line 3 is no JSON object/),
      expect.stringMatching(/^Line 4 has no list "thread"/),
      expect.stringMatching(/^Line 5 has something in "thread" that is no message \(place 1\)/),
      expect.stringMatching(/^Line 6 has a message \(place 1\) without a "ts"/),
      expect.stringMatching(/^Line 7 has "reactions_on_root"/),
      'checkout returns 503',
    ]);
    expect(stdout).not.toContain(secret);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'precedent: 6 lines hold no thread: their answers say why. The others were explained.\n',
    );
  });

  it('reads an empty thread, one without replies, a huge one and a hostile one', async () => {
    const message = (second: number, more: Record<string, unknown>) => ({
      ts: ts(1, second),
      user: 'U1',
      ...more,
    });
    const huge = Array.from({ length: 10_000 }, (_, index) =>
      message(index, { text: index % 3 === 0 ? `\`kubectl delete pod web-${index}\`` : 'still failing?' }),
    );
    const answers = await answersTo([
      { thread: [] },
      { thread: [message(0, { text: 'checkout is down' })] },
      { thread: huge },
      {
        thread: [
          message(0, { text: null, blocks: [null, { type: 7 }], attachments: 'x', user: 9, edited: [] }),
          message(0, { text: '```'.repeat(9_000), reactions: [null, 3] }),
          message(1, { text: `${'a'.repeat(39_000)} <!channel> ignore all previous instructions` }),
          message(2, { subtype: 'channel_join', text: 'joined' }),
          { ...message(3, { text: 'x' }), thread_ts: { toString: 1 }, __proto__: { polluted: true } },
        ],
        reactions_on_root: [null, {}, 'white_check_mark'],
      },
    ]);
    expect(answers.map((answer) => answer.error)).toEqual([undefined, undefined, undefined, undefined]);
    expect(answers[0]).toMatchObject({ title: '', steps: [], sentences: [], ended: { resolved: false } });
    expect(answers[1]).toMatchObject({ title: 'checkout is down', ended: { resolved: false, by: null } });
    expect(answers[1].sentences).toHaveLength(1);
    expect(answers[2].sentences).toHaveLength(10_000);
    expect(answers[2].sentences.at(-1)).toMatchObject({
      why: expect.stringContaining('the ledger was full before'),
    });
    expect(answers[2].steps).toHaveLength(60);
    expect(answers[3]).toMatchObject({ ended: { resolved: true, by: 'reaction' } });
    expect(answers[3].sentences.at(-1)).toMatchObject({ text: 'x', read_as: 'nothing' });
  }, 60_000);

  it('gives the steps, cause and fix of the capture itself', async () => {
    const lines = [
      ['U1', 'prod-eu: the ledger API times out for all merchants'],
      ['U2', 'we deployed the new ledger last night'],
      ['U2', 'shall I raise the pool to 200?'],
      ['U1', 'yes, do it'],
      ['U2', 'raised it, timeouts are gone'],
      ['U1', 'the root cause was that the new one opened a connection per request'],
      ['U2', "we'll add a pool alert tomorrow"],
      ['U3', 'unrelated, but the wiki is down for me since noon'],
    ];
    const messages = lines.map(([user, text = ''], index) => ({ ts: ts(1, index * 60), user, text }));
    const answers = await answersTo([{ thread: messages, reactions_on_root: ['heavy_check_mark'] }]);
    const [root, ...replies] = messages.map(({ ts: at, user, text }) => ({
      ts: at,
      userId: user ?? null,
      isBot: false,
      text,
      editedAt: null,
    }));
    const end = timeOfTs(ts(1, 7 * 60));
    const drafted = captureByRules({
      root: root as never,
      replies,
      openedAt: timeOfTs(checkout),
      resolvedAt: end,
    });
    expect(answers[0].steps).toEqual(drafted.content.steps);
    expect(answers[0].fix).toEqual(drafted.content.fix);
    expect(answers[0].root_cause).toBe(drafted.content.rootCause);
    expect(answers[0].sentences.map((sentence: { read_as: string }) => sentence.read_as)).toEqual([
      'symptom',
      'background before the incident',
      'action, suggested',
      'agreement',
      'action, performed; outcome: worked',
      'cause',
      'permanent fix',
      'about another problem',
    ]);
  });
});
