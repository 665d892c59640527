import { useMemo } from 'react';
import { Each } from './each.tsx';
import { emojiCharacter } from './emoji.ts';
import { usePage } from './page-context.ts';
import { type Inline, type MrkdwnBlock, parseInline, parseMrkdwn } from './parse-mrkdwn.ts';

/** Slack's mrkdwn, drawn. */
export function Mrkdwn({ text }: { text: string }) {
  const blocks = useMemo(() => parseMrkdwn(text), [text]);
  return <Each of={blocks} draw={(block) => <MrkdwnPart block={block} />} />;
}

function MrkdwnPart({ block }: { block: MrkdwnBlock }) {
  switch (block.kind) {
    case 'code-block':
      return <pre>{block.text}</pre>;
    case 'quote':
      return (
        <blockquote>
          <InlineList items={block.inner} />
        </blockquote>
      );
    case 'paragraph':
      return (
        <div className="paragraph">
          <InlineList items={block.inner} />
        </div>
      );
  }
}

/** Slack's plain_text: only emoji names are drawn. */
export function PlainText({ text }: { text: string }) {
  return text
    .split(/(:[a-z0-9_+'-]+:)/)
    .map((part, index) => (index % 2 === 1 ? (emojiCharacter(part.slice(1, -1)) ?? part) : part))
    .join('');
}

/** A text object of Block Kit, or a bare string as alerts write it. */
export function TextObject({ of }: { of: unknown }) {
  if (typeof of === 'string') return <PlainText text={of} />;
  const { type, text } = (of ?? {}) as { type?: unknown; text?: unknown };
  if (typeof text !== 'string') return null;
  return type === 'mrkdwn' ? <Mrkdwn text={text} /> : <PlainText text={text} />;
}

/** One line of mrkdwn, without paragraphs: titles and the like. */
export function MrkdwnLine({ text }: { text: string }) {
  return <InlineList items={parseInline(text)} />;
}

function InlineList({ items }: { items: Inline[] }) {
  return <Each of={items} draw={(item) => <InlinePiece item={item} />} />;
}

function InlinePiece({ item }: { item: Inline }) {
  const { state, go, me } = usePage();
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'bold':
      return (
        <strong>
          <InlineList items={item.inner} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <InlineList items={item.inner} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <InlineList items={item.inner} />
        </s>
      );
    case 'code':
      return <code>{item.text}</code>;
    case 'link':
      return (
        <a href={item.href} target="_blank" rel="noreferrer noopener">
          <PlainText text={item.label} />
        </a>
      );
    case 'user': {
      const user = state.users.find((one) => one.id === item.id);
      const name = user?.isBot ? user.realName : user?.name;
      return (
        <span className={`mention${item.id === me.id ? ' of-me' : ''}`}>
          @{name ?? item.label ?? item.id}
        </span>
      );
    }
    case 'channel': {
      const channel = state.channels.find((one) => one.id === item.id);
      if (channel === undefined) return <span className="mention">#{item.label ?? item.id}</span>;
      return (
        <button type="button" className="mention" onClick={() => go({ kind: 'channel', id: channel.id })}>
          #{channel.name}
        </button>
      );
    }
    case 'broadcast':
      return <span className="mention of-me">@{item.name}</span>;
    case 'emoji': {
      const character = emojiCharacter(item.name);
      return (
        <span className="emoji" title={`:${item.name}:`}>
          {character ?? `:${item.name}:`}
        </span>
      );
    }
  }
}
