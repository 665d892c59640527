import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage, type SlackMessage } from '../../../src/intake/messages/read-message.ts';

const read = (message: SlackMessage): string => readMessage(message).text;
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: unknown) => ({ type: 'text', text: words, style });
const richText = (...elements: unknown[]) => [{ type: 'rich_text', elements }];

describe('the text of a message', () => {
  it.each([
    ['a &lt;b&gt; &amp;&amp; c', 'a <b> && c'],
    ['&amp;lt; stays escaped once', '&lt; stays escaped once'],
    ['<@U012AB3CD> and <@U012AB3CD|ann>', '<@U012AB3CD> and <@U012AB3CD>'],
    ['<#C024BE91L|incidents> <#C024BE91L>', '#incidents #C024BE91L'],
    ['<!here> <!channel> <!subteam^S1|@sre>', '@here @channel @sre'],
    ['<!date^1392734382^{date_short}|18 Feb 2014>', '18 Feb 2014'],
    ['<https://a.example/x?a=1&amp;b=2|the board>', 'the board (https://a.example/x?a=1&b=2)'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['<http://a.example|a.example>', 'a.example'],
    ['<mailto:a@b.co|a@b.co>', 'a@b.co'],
    ['`kubectl get po` and ```line\nline```', '`kubectl get po` and ```line\nline```'],
    ['ends at <unknown> and a < b', 'ends at <unknown> and a < b'],
  ])('reads %j as a person would', (raw, expected) => {
    expect(read({ text: raw })).toBe(expected);
  });

  it('comes from rich text when there is no text: lists, code, quotes, emoji', () => {
    const blocks = richText(
      section(
        text('Tried '),
        text('kubectl', { code: true }),
        text(' with '),
        { type: 'user', user_id: 'U1' },
        { type: 'emoji', name: 'fire' },
      ),
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [section(text('drain')), section(text('restart'))],
      },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('twice'))] },
      { type: 'rich_text_preformatted', elements: [text('OOMKilled\nexit 137')] },
      { type: 'rich_text_quote', elements: [text('is it up?')] },
      section({ type: 'link', url: 'https://a.example', text: 'board' }),
    );
    expect(read({ blocks })).toBe(
      'Tried `kubectl` with <@U1>:fire:\n1. drain\n2. restart\n  • twice\n```\nOOMKilled\nexit 137\n```\n> is it up?\nboard (https://a.example)',
    );
  });

  it('comes once when text and blocks say the same', () => {
    const blocks = richText(section(text('Redis is '), text('down', { bold: true })));
    expect(read({ text: 'Redis is *down*', blocks })).toBe('Redis is *down*');
  });

  it('takes the blocks when the text is only their summary', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'Redis is down' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: 'on &lt;cache-1&gt;' },
        fields: [{ type: 'mrkdwn', text: '*Env:* prod' }],
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'since noon' }] },
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Ack' } }] },
    ];
    expect(read({ text: 'Redis is down', blocks })).toBe(
      'Redis is down\non <cache-1>\n*Env:* prod\nsince noon',
    );
  });

  it('keeps both when text and blocks say different things', () => {
    expect(read({ text: 'Heads up', blocks: [{ type: 'markdown', text: '**Redis** is down' }] })).toBe(
      'Heads up\n**Redis** is down',
    );
  });

  it('reads tables row by row', () => {
    const rows = [
      [
        { type: 'raw_text', text: 'pod' },
        { type: 'raw_text', text: 'state' },
      ],
      [
        { type: 'rich_text', elements: [section(text('a-1'))] },
        { type: 'raw_text', text: 'OOM' },
      ],
    ];
    expect(read({ blocks: [{ type: 'table', rows }] })).toBe('pod | state\na-1 | OOM');
  });

  it('reads attachments: pretext, author, title with link, text, fields; no footer, no fallback', () => {
    const attachments = [
      {
        pretext: 'New alert',
        author_name: 'Prometheus',
        title: 'HighCPU',
        title_link: 'https://am.example/1',
        text: 'cpu &gt; 90',
        fields: [{ title: 'Host', value: 'web-1' }],
        footer: 'am',
        fallback: 'HighCPU fired',
      },
    ];
    expect(read({ text: '', attachments })).toBe(
      'New alert\nPrometheus\nHighCPU (https://am.example/1)\ncpu > 90\nHost: web-1',
    );
  });

  it('reads the fallback only of an attachment that says nothing else', () => {
    expect(read({ attachments: [{ fallback: 'Build is red' }] })).toBe('Build is red');
  });

  it('leaves out previews of links and keeps what someone shared', () => {
    const preview = { from_url: 'https://a.example', title: 'A page', text: 'about' };
    expect(read({ text: 'see <https://a.example>', attachments: [preview] })).toBe('see https://a.example');
    expect(read({ text: 'again:', attachments: [{ ...preview, is_share: true }] })).toBe(
      'again:\nA page\nabout',
    );
  });

  it('names files and shows what a snippet shows', () => {
    const files = [
      { name: 'heap.png' },
      { name: 'err.txt', mode: 'snippet', preview: 'NullPointerException' },
    ];
    expect(read({ text: 'look', files })).toBe(
      'look\n[file: heap.png]\n[file: err.txt]\n```\nNullPointerException\n```',
    );
  });

  it('is cut at 40,000 characters, never through a character', () => {
    expect(read({ text: 'a'.repeat(39_999) + '💥'.repeat(9) })).toBe('a'.repeat(39_999));
  });
});

describe('the author of a message', () => {
  it.each<[string, SlackMessage, ReturnType<typeof readMessage>]>([
    ['a person', { user: 'U1', text: 'hi' }, { text: 'hi', isBot: false, author: 'U1', botName: null }],
    [
      'a webhook',
      { subtype: 'bot_message', username: 'alerts', text: 'hi' },
      { text: 'hi', isBot: true, author: null, botName: 'alerts' },
    ],
    [
      'a modern app',
      { user: 'U2', bot_id: 'B2', bot_profile: { name: 'Datadog' }, text: 'hi' },
      { text: 'hi', isBot: true, author: 'U2', botName: 'Datadog' },
    ],
    [
      'a webhook before Slack knows it',
      { username: 'notify', attachments: [{ text: 'hi' }] },
      { text: 'hi', isBot: true, author: null, botName: 'notify' },
    ],
  ])('is read for %s', (_, message, expected) => {
    expect(readMessage(message)).toEqual(expected);
  });
});

describe('junk', () => {
  it('never makes readMessage throw', () => {
    const keys = fc.constantFrom(
      'type',
      'text',
      'elements',
      'blocks',
      'attachments',
      'fields',
      'rows',
      'style',
      'title',
      'value',
      'files',
      'indent',
      'user',
      'bot_profile',
      'caption',
      'offset',
    );
    const types = fc.constantFrom(
      'rich_text',
      'rich_text_list',
      'rich_text_section',
      'section',
      'table',
      'header',
      'context',
      'link',
      'card',
      'mrkdwn',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.anything(),
        types,
        fc.integer(),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (junk) => {
        const reading = readMessage(junk as SlackMessage);
        expect(typeof reading.text).toBe('string');
        expect(reading.text.length).toBeLessThanOrEqual(40_000);
      }),
      { numRuns: 2000 },
    );
  });
});
