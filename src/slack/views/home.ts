import type { Effectiveness } from '../../library/effectiveness.ts';
import type { WaitingDraft } from '../../solutions/waiting-drafts.ts';
import type { ChannelMode } from './channel-mode.ts';
import { draftBlocks } from './draft-list.ts';
import { type Block, context, fitting, header, limits, optional, type Part, section } from './limits.ts';
import { channelLink, effectivenessWords, link, person, pluralize } from './wording.ts';

/** `recent`: the newest saved fixes, the newest first. `botUserId` names the bot in "invite …". */
export type HomeView = {
  watched: { channelId: string; name: string; mode: ChannelMode }[];
  library: { active: number; drafts: number; incidents: number };
  drafts: WaitingDraft[];
  recent: { title: string; permalink: string | null; effectiveness: Effectiveness }[];
  botUserId: string | null;
};

const maxDrafts = 10;
const maxChannels = 25;
const maxRecent = 8;

/** The App Home. */
export function homeView(view: HomeView): Block {
  const parts: Part[] = [
    section(
      '*I remember how your team solved its incidents, and answer the next one like them in its thread.*',
    ),
    context(libraryWords(view.library)),
    ...(view.watched.length === 0 ? startParts(view.botUserId) : []),
    ...draftParts(view),
    ...watchedParts(view.watched),
    ...recentParts(view.recent),
  ];
  return { type: 'home', blocks: fitting(parts, limits.viewBlocks, limits.messageChars) };
}

function libraryWords(library: HomeView['library']): string {
  return [
    pluralize(library.incidents, 'incident'),
    pluralize(library.active, 'saved fix', 'saved fixes'),
    pluralize(library.drafts, 'draft'),
  ].join(' · ');
}

function startParts(botUserId: string | null): Part[] {
  const bot = botUserId === null ? 'me' : person(botUserId).replace('someone', 'me');
  const lines = [
    `1. Invite ${bot} to a channel where incidents are handled.`,
    '2. Type `/precedent watch` there.',
    '3. When an incident is resolved, I offer its fix as a draft; save it, and the next one gets it.',
  ];
  return [header('To start'), section(lines.join('\n'))];
}

function draftParts(view: HomeView): Part[] {
  if (view.drafts.length === 0) return [];
  const left = Math.max(view.library.drafts, view.drafts.length) - Math.min(view.drafts.length, maxDrafts);
  return [
    header('Drafts that wait for you'),
    ...view.drafts.slice(0, maxDrafts).flatMap(draftBlocks),
    ...(left > 0 ? [context(`…and ${left} more, once these are decided`)] : []),
  ];
}

function watchedParts(watched: HomeView['watched']): Part[] {
  if (watched.length === 0) return [];
  const lines = watched
    .slice(0, maxChannels)
    .map((channel) => `• ${channelLink(channel.channelId, channel.name)} – ${channel.mode}`);
  const left = watched.length - maxChannels;
  if (left > 0) lines.push(`…and ${left} more`);
  return [optional(header('Channels I follow')), optional(section(lines.join('\n')))];
}

function recentParts(recent: HomeView['recent']): Part[] {
  if (recent.length === 0) return [];
  const lines = recent
    .slice(0, maxRecent)
    .map((item) => `• ${link(item.permalink, item.title)} – ${effectivenessWords(item.effectiveness)}`);
  return [optional(header('Newest fixes')), optional(section(lines.join('\n')))];
}
