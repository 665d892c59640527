import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';

export type SecretlintFinding = { kind: string; start: number; end: number };

// It is on by default, and keeps a performance mark for every rule of every message for ever.
secretLintProfiler.setEnabled(false);

/** Every rule used here needs one of these words; without them there is nothing for it to find. */
const triggerWords =
  /A3T|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA|secret|PRIVATE|x-oauth|authToken|npm_|xox|xapp|hooks\.slack|sk-|[sr]k_|gsk_|hf_|lin_api|ntn_|SG\.|shp|gh[pousr]_|github_pat|glpat|glc_|glsa_|ops_|hv[sbr]\.|vc[piark]_|dapi|dckr|figd_|cf[ku]|cfat|tskey/i;

/**
 * Left out: `filter-comments`, because `secretlint-disable` in a message would switch the search off; and
 * what hides a whole address where our rules hide its password, because the host is what a step is about.
 * A preset does not honour `disabled` for its rules, so they are listed one by one.
 */
const excludedRules = /filter-comments|database-connection-string|basicauth/;

const config = {
  rules: rules
    .filter((rule) => !excludedRules.test(rule.meta.id))
    .map((rule) => ({ id: rule.meta.id, rule })),
};

/** What secretlint's recommended rules find in a message, as offsets into it. */
export async function findWithSecretlint(text: string): Promise<SecretlintFinding[]> {
  if (!triggerWords.test(text)) return [];
  const result = await lintSource({
    source: { filePath: 'message.txt', content: text, contentType: 'text' },
    options: { config, noPhysicFilePath: true },
  });
  return result.messages
    .filter((message) => message.messageId !== 'AWSAccountID')
    .map(({ ruleId, range: [start, end] }) => ({
      kind: ruleId.replace('@secretlint/secretlint-rule-', ''),
      start,
      end,
    }));
}
