import { describe, expect, it } from 'vitest';
import { composeText, typedText } from '../../src/playground/page/compose-text.ts';
import { type Inline, parseInline, parseMrkdwn } from '../../src/playground/page/parse-mrkdwn.ts';
import { parsePermalink } from '../../src/playground/page/parse-permalink.ts';
import { missingInputs, viewValues } from '../../src/playground/page/view-state.ts';
import type { SimChannel, SimUser } from '../../src/playground/slack-sim/slack-sim.ts';

const users: SimUser[] = [{ id: 'U1', name: 'maya', realName: 'Maya', isBot: false }];
const channels: SimChannel[] = [
  {
    id: 'C1',
    name: 'incidents',
    isPrivate: false,
    isIm: false,
    isExtShared: false,
    isArchived: false,
    members: [],
    topic: '',
  },
];
const kinds = (text: string) => parseInline(text).map((piece: Inline) => piece.kind);

describe('mrkdwn', () => {
  it('reads styles only at the borders of words', () => {
    expect(kinds('*bold* _italic_ ~gone~ `code`')).toEqual([
      'bold',
      'text',
      'italic',
      'text',
      'strike',
      'text',
      'code',
    ]);
    expect(kinds('snake_case_name 2*3*4 10:30:45 # 1. a ** b')).toEqual(['text']);
  });

  it('keeps what stands in code as it is', () => {
    expect(parseMrkdwn('```\nERROR *x*:\n\n\n  at &lt;anon&gt;\n```')).toEqual([
      { kind: 'code-block', text: 'ERROR *x*:\n\n\n  at <anon>' },
    ]);
  });

  it('does not take an escaped mention or an unsafe link for a live one', () => {
    expect(parseInline('&lt;!channel&gt;')).toEqual([{ kind: 'text', text: '<!channel>' }]);
    expect(kinds('<javascript:alert(1)|click>')).toEqual(['text']);
    expect(kinds('<data:text/html,x|click>')).toEqual(['text']);
    expect(parseInline('<https://a.example/?a=1&amp;b=2|here>')).toEqual([
      { kind: 'link', href: 'https://a.example/?a=1&b=2', label: 'here' },
    ]);
  });

  it('puts lines that are quoted into one quotation', () => {
    expect(parseMrkdwn('said:\n&gt; one\n&gt; two\nend').map((block) => block.kind)).toEqual([
      'paragraph',
      'quote',
      'paragraph',
    ]);
  });
});

describe('the composer', () => {
  it('writes what was typed in the wire format of Slack', () => {
    expect(
      composeText('@maya see #incidents & https://a.example/x. a@maya.example <b>', users, channels),
    ).toBe('<@U1> see <#C1> &amp; <https://a.example/x>. a@maya.example &lt;b&gt;');
  });

  it('leaves code alone but for the escapes', () => {
    expect(composeText('run `echo @maya` or ```curl https://a.example```', users, channels)).toBe(
      'run `echo @maya` or ```curl https://a.example```',
    );
  });

  it('gives an edit back what was typed', () => {
    const typed = '@maya see #incidents & <b> https://a.example/x @here';
    expect(typedText(composeText(typed, users, channels), users, channels)).toBe(typed);
  });
});

describe('a permalink', () => {
  it('names its message and, for a reply, its thread', () => {
    expect(
      parsePermalink('https://x.slack.com/archives/C1/p1712345678000100?thread_ts=1712345600.000001&cid=C1'),
    ).toEqual({ channel: 'C1', ts: '1712345678.000100', threadTs: '1712345600.000001' });
    expect(parsePermalink('https://x.example/p1712345678000100')).toBeUndefined();
  });
});

describe('the state of a view', () => {
  const blocks = [
    {
      type: 'input',
      block_id: 'fix',
      element: { type: 'plain_text_input', action_id: 'v', initial_value: 'raise it' },
    },
    { type: 'input', block_id: 'owner', element: { type: 'users_select', action_id: 'v' } },
    {
      type: 'input',
      block_id: 'tags',
      optional: true,
      element: { type: 'multi_static_select', action_id: 'v' },
    },
  ];

  it('has the shape of view.state.values, with what was touched over what it began with', () => {
    expect(viewValues(blocks, { owner: { v: { type: 'users_select', selected_user: 'U1' } } })).toEqual({
      fix: { v: { type: 'plain_text_input', value: 'raise it' } },
      owner: { v: { type: 'users_select', selected_user: 'U1' } },
      tags: { v: { type: 'multi_static_select', selected_options: [] } },
    });
  });

  it('misses the required inputs that are empty, and no optional one', () => {
    expect(missingInputs(blocks, viewValues(blocks, {}))).toEqual({
      owner: 'Please complete this required field.',
    });
  });
});
