import { Blocks } from './blocks.tsx';
import { Each } from './each.tsx';
import { Mrkdwn, MrkdwnLine } from './mrkdwn.tsx';
import { safeHref } from './parse-mrkdwn.ts';
import type { Surface } from './surface.ts';

type AttachmentFields = {
  color?: string;
  pretext?: string;
  author_name?: string;
  title?: string;
  title_link?: string;
  text?: string;
  fallback?: string;
  fields?: { title?: string; value?: string; short?: boolean }[];
  blocks?: unknown[];
  footer?: string;
};

const namedColours: Record<string, string> = { good: '#2eb67d', warning: '#ecb22e', danger: '#e01e5a' };

/** An attachment of the old kind, as alert bots still send: a coloured bar, title, text, fields. */
export function Attachment({ attachment, surface }: { attachment: unknown; surface: Surface }) {
  const from = attachment as AttachmentFields;
  const href = from.title_link === undefined ? undefined : safeHref(from.title_link);
  const isEmpty = [from.title, from.text, from.fields, from.blocks].every((part) => part === undefined);
  return (
    <>
      {from.pretext !== undefined && <Mrkdwn text={from.pretext} />}
      <div className="attachment">
        <svg className="bar" width="4" height="100%" aria-hidden="true">
          <rect width="4" height="100%" rx="2" fill={barColour(from.color)} />
        </svg>
        <div className="attachment-content">
          {from.author_name !== undefined && <div className="attachment-author">{from.author_name}</div>}
          {from.title !== undefined && (
            <div className="attachment-title">
              {href === undefined ? (
                <MrkdwnLine text={from.title} />
              ) : (
                <a href={href} target="_blank" rel="noreferrer noopener">
                  <MrkdwnLine text={from.title} />
                </a>
              )}
            </div>
          )}
          {from.text !== undefined && <Mrkdwn text={from.text} />}
          {from.fields !== undefined && (
            <dl className="attachment-fields">
              <Each
                of={from.fields}
                draw={(field) => (
                  <div className={field.short === true ? 'short' : 'long'}>
                    <dt>{field.title}</dt>
                    <dd>
                      <Mrkdwn text={field.value ?? ''} />
                    </dd>
                  </div>
                )}
              />
            </dl>
          )}
          {from.blocks !== undefined && <Blocks blocks={from.blocks} surface={surface} />}
          {isEmpty && from.fallback !== undefined && <Mrkdwn text={from.fallback} />}
          {from.footer !== undefined && <div className="attachment-footer">{from.footer}</div>}
        </div>
      </div>
    </>
  );
}

function barColour(color: string | undefined): string {
  if (color === undefined) return '#ddd';
  const named = namedColours[color];
  if (named !== undefined) return named;
  return /^#?[0-9a-f]{6}$/i.test(color) ? `#${color.replace('#', '')}` : '#ddd';
}
