import type { WaitingDraft } from '../../solutions/waiting-drafts.ts';
import { draftBlocks } from './draft-list.ts';
import { type Body, body, context, section } from './limits.ts';
import { pluralize } from './wording.ts';

const maxShown = 10;

/** The answer to `/precedent drafts`, in the order given; `all`: how many wait, with those that are not given. */
export function draftsBody(drafts: WaitingDraft[], all: number = drafts.length): Body {
  if (drafts.length === 0) {
    const line = 'No draft waits. When an incident is resolved, I offer one in its thread.';
    return body(line, [section(line)]);
  }
  const lead = `${pluralize(all, 'draft waits', 'drafts wait')} to be saved.`;
  const left = all - Math.min(drafts.length, maxShown);
  return body(lead, [
    section(lead),
    ...drafts.slice(0, maxShown).flatMap(draftBlocks),
    ...(left > 0 ? [context(`…and ${left} more, once these are decided`)] : []),
  ]);
}
