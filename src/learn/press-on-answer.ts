import type { Verdict } from '../library/effectiveness.ts';
import type { Ctx, Scope } from '../store/ctx.ts';
import { findIncident } from '../store/incidents/incidents.ts';
import { choosePrecedent } from './choose-precedent.ts';
import { recordVerdict } from './record-verdict.ts';

/** What a button of an answer names, and where it was pressed as Slack says. */
type Press = { incidentId: string; solutionId: string; channelId: string | null };

/** **Use this**, pressed on an answer. False in another channel than the incident's: no answer of ours stands there. */
export async function choosePrecedentByPress(ctx: Ctx, press: Press): Promise<boolean> {
  if (!(await standsThere(ctx, press))) return false;
  return choosePrecedent(ctx, press);
}

/** A feedback button, pressed on an answer. Does nothing in another channel than the incident's. */
export async function recordVerdictByPress(
  ctx: Ctx,
  press: Press & { verdict: Verdict; userId: string },
): Promise<void> {
  if (!(await standsThere(ctx, press))) return;
  const { incidentId, solutionId, verdict, userId } = press;
  await recordVerdict(ctx, { incidentId, solutionId, verdict, userId, mark: 'button', at: ctx.now() });
}

/** A button's value can be made up; its channel is Slack's word. */
async function standsThere(ctx: Scope, { incidentId, channelId }: Press): Promise<boolean> {
  const incident = await findIncident(ctx, incidentId);
  return incident !== null && incident.channelId === channelId;
}
