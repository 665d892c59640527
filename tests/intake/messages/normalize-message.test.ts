import { beforeEach, describe, expect, it } from 'vitest';
import { type Normalizer, normalizeMessage } from '../../../src/intake/messages/normalize-message.ts';
import { createThreadPlaceholders } from '../../../src/intake/messages/thread-placeholders.ts';
import { createRedactor } from '../../../src/privacy/redact.ts';

let searched: string[] = [];
let asked = 0;
let normalizer: Normalizer;
beforeEach(() => {
  searched = [];
  asked = 0;
  const redactor = createRedactor();
  normalizer = {
    redactor: {
      findSecrets: (text) => {
        searched.push(text);
        return redactor.findSecrets(text);
      },
      redact: (text, scope) => {
        searched.push(text);
        return redactor.redact(text, scope);
      },
    },
    botUserId: 'UBOT',
    botId: 'BBOT',
    hashKey: 'key',
    isWatched: async () => true,
    placeholders: createThreadPlaceholders(async () => {
      asked += 1;
      return {};
    }),
  };
});

const say = (ts: string, text: string) =>
  normalizeMessage(normalizer, 'C1', { ts, thread_ts: '1.0', user: 'U1', text });

describe('a message', () => {
  it('is searched for secrets once when it holds none, and asks nobody what its thread has hidden', async () => {
    expect((await say('1.1', 'restarting redis on the primary')).text).toBe(
      'restarting redis on the primary',
    );
    expect(searched).toEqual(['restarting redis on the primary']);
    expect(asked).toBe(0);
  });

  it('is searched once, too, when it holds some, and tells them by the names that its thread gave them', async () => {
    const first = await say(
      '1.1',
      'moved from 10.20.30.40 to 10.20.30.41, asked ana.reyes@larkfield.example',
    );
    const second = await say('1.2', '10.20.30.41 is up, 10.20.30.42 is next');
    expect(first.text).toBe('moved from [ip-1] to [ip-2], asked [email-1]');
    expect(second.text).toBe('[ip-2] is up, [ip-3] is next');
    expect(Object.values(first.placeholders)).toEqual(['[ip-1]', '[ip-2]', '[email-1]']);
    expect(Object.values(second.placeholders)).toEqual(['[ip-3]']);
    expect(searched).toHaveLength(2);
  });

  it('numbers what it hides in the order of its text, when many come at once in a thread, too', async () => {
    const texts = Array.from({ length: 8 }, (_, at) => `drained 10.9.8.${at} and 10.9.8.${at + 1}`);
    const messages = await Promise.all(texts.map((text, at) => say(`1.${at + 1}`, text)));
    expect(messages.map(({ text }) => text)).toEqual(
      texts.map((_, at) => `drained [ip-${at + 1}] and [ip-${at + 2}]`),
    );
    expect(searched).toHaveLength(texts.length);
  });

  it('that is an alert has each of its texts searched once', async () => {
    const alert = await normalizeMessage(normalizer, 'C1', {
      ts: '1.0',
      bot_id: 'B1',
      username: 'Alertmanager',
      attachments: [
        {
          color: 'danger',
          title: '[FIRING:1] HighLatency 10.20.30.40',
          text: '*service:* checkout',
        },
      ],
    });
    expect(alert.alert).toMatchObject({ state: 'firing', title: 'HighLatency [ip-1]', service: 'checkout' });
    expect(alert.text).toContain('HighLatency [ip-1]');
    expect(alert.alert?.key).not.toContain('10.20.30.40');
    expect(new Set(searched).size).toBe(searched.length);
  });
});
