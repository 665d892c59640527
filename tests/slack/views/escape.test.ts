import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  clipMrkdwn,
  escapeMrkdwn,
  quoteCode,
  quoteCodeInline,
} from '../../../src/slack/views/escape.ts';
import { hostileText } from './hostile.ts';

const cap = fc.integer({ min: 8, max: 400 });

describe('escapeMrkdwn', () => {
  it('shows mentions and links as they are written, without making them', () => {
    expect(escapeMrkdwn('<!channel> look at <http://evil.example|bank.com>')).toBe(
      '&lt;!channel&gt; look at &lt;http://evil.example|bank.com&gt;',
    );
  });

  it('names a mentioned person without a ping', () => {
    expect(escapeMrkdwn('ask <@U012AB3CD>')).toBe('ask @U012AB3CD');
  });

  it('keeps code as code and cannot close our bold', () => {
    expect(escapeMrkdwn('run `kubectl get pods -l a=*` *now*')).toBe('run `kubectl get pods -l a=*` ∗now∗');
  });

  it('makes a lone backtick harmless', () => {
    expect(escapeMrkdwn('a ` b')).toBe('a ˋ b');
    expect(escapeMrkdwn('```rm```')).not.toContain('```');
  });

  it('leaves names and paths that people copy', () => {
    expect(escapeMrkdwn('MAX_CONN in ~/.env, ~5 min')).toBe('MAX_CONN in ~/.env, ~5 min');
  });

  it('removes control characters and bidirectional overrides, not the text around them', () => {
    expect(escapeMrkdwn('a\u0000b\u202Ec\u2066d\ne שלום')).toBe('abcd\ne שלום');
  });

  it('gives no unescaped angle bracket and keeps its cap, whatever comes', () => {
    fc.assert(
      fc.property(hostileText, cap, (text, max) => {
        const escaped = escapeMrkdwn(text, max);
        expect(escaped).not.toMatch(/[<>]/);
        expect(escaped.replace(/&(?:amp|lt|gt);/g, '')).not.toContain('&');
        expect(escaped.length).toBeLessThanOrEqual(max);
        expect(escaped.replace(/`[^`\n]*`/g, '')).not.toMatch(/[*`]/);
        expect(escaped.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('clip', () => {
  it('leaves what fits', () => {
    expect(clip('short', 5)).toBe('short');
  });

  it('never cuts an emoji family in two', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(clip(`ab${family}cd`, 2 + family.length)).toBe('ab…');
    expect(clip(`ab${family}cd`, 3 + family.length)).toBe(`ab${family}…`);
  });

  it('never exceeds the cap', () => {
    fc.assert(
      fc.property(hostileText, fc.nat({ max: 100 }), (text, max) => {
        expect(clip(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe('quoteCode', () => {
  it('quotes a command as it is', () => {
    expect(quoteCode(' kubectl get *_pods* ')).toBe('`kubectl get *_pods*`');
  });

  it('takes a block for a command with backticks, which stay', () => {
    expect(quoteCode('kill `pidof app`')).toBe('```\nkill `pidof app`\n```');
  });

  it('cannot be closed from inside', () => {
    expect(quoteCode('a\n```\n<!channel>')).toBe('```\na\n``ˋ\n&lt;!channel&gt;\n```');
  });

  it('is one closed piece of code within its cap, whatever comes', () => {
    fc.assert(
      fc.property(hostileText, cap, (text, max) => {
        const code = quoteCode(text, max);
        expect(code.length).toBeLessThanOrEqual(max);
        expect(code).toMatch(/^(?:|`[^`\n]*`|```\n(?:(?!```)[\s\S])*\n```)$/);
        expect(code).not.toMatch(/[<>]/);
        expect(quoteCodeInline(text, max)).toMatch(/^(?:|`[^`\n]*`)$/);
      }),
    );
  });
});

describe('clipMrkdwn', () => {
  it('leaves no half entity, half link or open block', () => {
    expect(clipMrkdwn(`${'a'.repeat(10)}&amp;bcdefghijk`, 18)).toBe(`${'a'.repeat(10)}…`);
    expect(clipMrkdwn(`see <https://a.example|the thread> now`, 30)).toBe('see …');
    expect(clipMrkdwn(`\`\`\`\n${'x '.repeat(40)}\n\`\`\``, 30)).toMatch(/^```[^`]*\n```$/);
  });

  it('cuts after a whole line where it can', () => {
    expect(clipMrkdwn('first line here\nsecond line there', 26)).toBe('first line here\n…');
  });
});
