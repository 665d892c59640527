import { sqlStatements, subcommands } from '../lexicon/commands.ts';
import { anyPattern, patternWith } from './pattern.ts';

/** A line of a code block with a program we do not know: a script by its path, or a name followed by flags. */
export const commandShape: RegExp = anyPattern(
  patternWith('')`
    ^(?:\.{1,2}/|/(?!dev/|var/|etc/|proc/|sys/|home/|mnt/)|/\S+\.(?:sh|py|rb|pl)\b)
    (?:[\w.-]+/)*[\w.-]*(?:\s+\S+)*$
  `,
  /^[a-z][\w.-]{1,30}(?: [\w@./:='"{},[\]*-]{1,120}){0,8} (?:--?|\/)[a-z][\w:-]*(?:[ =]\S.*)?$/,
);

/** In a code span: a program that we do not know, and its subcommand ("ceph osd set noout"). */
export const programWithSubcommand: RegExp = patternWith('')`
  ^[a-z][\w.-]{1,20}(?: [a-z][\w.-]{1,20}){0,2} ${subcommands}
  (?: (?!(?:is|was|are|to|the|a|an|failed|error|from|by|not|for)\b)\S+){1,8}$
`;

/** A statement of SQL as people shout it, and a request typed into a console of an API. */
export const uppercaseStatement: RegExp = patternWith('')`
  ^(?:${sqlStatements} \S+(?: \S+)*
  |(?:POST|PUT|DELETE|PATCH) [a-z_][\w.*-]*(?:/\S*)?(?:\?\S*)?)$
`;

/** Looking that ends in doing: "… | xargs kubectl delete". */
export const mutatingTail: RegExp = anyPattern(
  /\bxargs\b[^|]{0,80}\b(?:del|delete|rm|kill|drain|restart|patch|drop|unlink|cordon|annotate|label)\b/i,
  /\bsed -i\b|\bpg_(?:terminate|cancel)_backend|-delete\b|\b(?:kill|stop)_query\b/i,
);

/** What runs another command, which stands behind it. */
export const wrappers: readonly RegExp[] = [
  /^(?:sudo(?: -\S+)*|time|nice|command|env(?: \w+=\S+)*|watch(?: -\S+(?: \d+)?)*|timeout \S+) +(?=\S)/,
  /^(?:kubectl|k|oc)\b[^\n]{0,120}? exec\b[^\n]{0,160}? -- +/,
  /^(?:kubectl|k|oc)\b[^\n]{0,120}? exec(?: -[nc] \S+| -(?![nc] )\S+)* \S+ +(?=\/|(?:ba|z|a)?sh$)/,
  /^(?:docker|podman|nerdctl|docker-compose)(?: compose)? exec(?: -[uew] \S+| -(?![uew] )\S+)* \S+ +/,
  /^ssh(?: -[iplFoJ] \S+| -(?![iplFoJ] )\S+)* (?!-)[\w.@-]+ +(?=["']?[a-z])/,
  /^(?:ba|z)?sh -l?c +(?=["'])/,
];
