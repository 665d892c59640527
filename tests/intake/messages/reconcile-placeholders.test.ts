import { expect, it } from 'vitest';
import { reconcilePlaceholders } from '../../../src/intake/messages/reconcile-placeholders.ts';

const message = {
  channelId: 'C1',
  ts: '2.0',
  threadTs: '1.0',
  userId: 'U1',
  isBot: false,
  text: 'moved from [ip-1] to [ip-2], told [email-1]',
  mentionsBot: false,
  alert: null,
  placeholders: { hashB: '[ip-1]', hashC: '[ip-2]', hashD: '[email-1]' },
};

it('tells a message in the terms of its thread, also when the names change places', () => {
  expect(reconcilePlaceholders(message, { hashC: '[ip-1]', hashB: '[ip-2]' })).toMatchObject({
    text: 'moved from [ip-2] to [ip-1], told [email-1]',
    placeholders: { hashB: '[ip-2]', hashC: '[ip-1]', hashD: '[email-1]' },
  });
});

it('gives what the message brings a name that nothing else in the thread has', () => {
  expect(reconcilePlaceholders(message, { hashA: '[ip-1]' })).toMatchObject({
    text: 'moved from [ip-2] to [ip-3], told [email-1]',
    placeholders: { hashB: '[ip-2]', hashC: '[ip-3]', hashD: '[email-1]' },
  });
});
