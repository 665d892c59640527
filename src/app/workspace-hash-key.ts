import { createHmac } from 'node:crypto';
import type { Scope } from '../store/ctx.ts';
import { hashKeyOf } from '../store/workspaces/hash-key.ts';

/** The workspace's key of placeholder and alert hashes. Before it was stored, it was made of the bot token. */
export function workspaceHashKey(scope: Scope, botToken: string | null): Promise<string> {
  const derivedFromToken =
    botToken === null ? null : createHmac('sha256', botToken).update('precedent placeholders').digest('hex');
  return hashKeyOf(scope, { derivedFromToken });
}
