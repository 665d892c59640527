import { noObject } from '../lexicon/non-actions.ts';
import { agents, objectOpeners } from '../patterns/action-frames.ts';
import {
  doingThatWent,
  hadDone,
  idleOrders,
  orderOpener,
  planOpener,
  proposalOpener,
  repeatedActs,
} from '../patterns/action-frames-in-prose.ts';
import { verbForms } from '../sentences/verb-forms.ts';
import { isNotActNow } from './action-from-unlisted-verb.ts';
import type { ActionReading } from './action-reading.ts';

/**
 * An act by the frame that it stands in, whatever its verb: what is asked for ("can you unplug it?"), was asked of
 * others, is planned, or is told as one more of the same ("did the same on db2").
 */
export function framedAct(sentence: string): ActionReading | null {
  for (const [frame, stance] of [
    [orderOpener, 'proposal'],
    [proposalOpener, 'proposal'],
    [hadDone, 'intent'],
    [planOpener, 'intent'],
  ] as const) {
    const found = frame.exec(sentence);
    const verb = found?.groups?.verb?.toLowerCase();
    if (found === null || verb === undefined) continue;
    if (!isOrdered(verb) && !/^fail ?over\b/i.test(sentence.slice(found[0].length))) continue;
    return { stance, verb: knownVerb(verb, sentence), form: 'base', look: false, at: found[0].length };
  }
  const doing = doingThatWent.exec(sentence)?.groups?.verb?.toLowerCase();
  const done = verbForms.get(doing ?? '')?.find((hit) => hit.form === 'gerund' && !hit.look);
  if (done !== undefined) return { stance: 'done', verb: done.verb, form: 'past', look: false, at: 0 };
  const again = repeatedActs.find((rule) => rule.pattern.test(sentence));
  if (again === undefined) return null;
  const stance = again.form === 'base' ? 'proposal' : 'done';
  return {
    stance,
    verb: 'repeat',
    form: again.form,
    look: false,
    at: sentence.search(/\b(?:d[io]|tr[iy])/i),
  };
}

/** "Proposal: rolling restart of A": the act is the first that is known, so that its "restarted" is heard as the same. */
function knownVerb(verb: string, sentence: string): string {
  const words = sentence.toLowerCase().match(/[a-z-]{3,20}/g) ?? [];
  const hits = words.flatMap((word) => verbForms.get(word) ?? []);
  const known = hits.find((hit) => !hit.look && hit.with.length === 0);
  const isBase = verbForms.get(verb)?.some((hit) => hit.form === 'base') === true;
  return isBase ? verb : (known?.verb ?? verb);
}

function isOrdered(verb: string): boolean {
  const isNoVerb = noObject.has(verb) || objectOpeners.has(verb) || agents.has(verb);
  return !isNoVerb && !isNotActNow(verb) && !idleOrders.has(verb);
}
