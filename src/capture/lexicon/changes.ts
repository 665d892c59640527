import { phrases, words } from './word-list.ts';

/** Changes to a system: releases, migrations, upgrades, what is done on schedule, and the verbs for them. */

export const changeNouns = words`
  prs? deploys? deployment release hotfix change migration upgrade clean-?up config
`;

export const rolloutNouns = words`upgrade deploy\w* release migration update change rollout`;

export const pastsAfterSince = words`\w+ed moved switched put set cut made ran was went`;

export const upgradeNouns = words`
  upgrade deploy\w* release change migration update maintenance incident rollout
`;

export const datedChangePasts = words`
  changed rotated moved upgraded renamed removed disabled migrated switched replaced revoked updated
  resized
`;

export const maintenanceNouns = words`
  upgrade update deploy\w* release rollout change migration maintenance move patch\w* clean-?up
`;

export const earlierChangePasts = words`
  changed bumped moved upgraded renamed removed migrated switched replaced updated
`;

export const changeAdjectives = words`the that this last latest recent faulty bad`;

export const deployNouns = words`
  change deploy deployment release commit pr merge upgrade update migration rollout
`;

export const faultyChangePasts = words`
  amended changed broke introduced removed dropped disabled enabled replaced set switched overwrote added
`;

export const introducingStems = words`
  add appl deploy merg releas push publish upload introduc install creat ship roll
`;

export const introducedPasts = phrases`
  applied | deployed | merged | released | pushed | published | uploaded | introduced | shipped
  | rolled out
`;

export const undoingForms = phrases`revert | roll(?:ed|ing|s)? back | rollback | restor | disabl`;

export const changesAndMistakes = words`
  change deploy deployment upgrade update release migration refactor\w* rename merge typo mistake
  oversight
`;

export const scheduledAdjectives = words`
  automat(?:ed|ic) auto-?\w+ed scheduled planned routine regular daily nightly weekly monthly
`;

export const stoppedForms = phrases`
  hop(?:e|es|ing) | to (?:fix|mitigate|repair) | disabled | paused | stopped | suspended | turned
  | switched | cancell?ed | blocked | skipped | reverted | restored | aborted
`;

export const scheduledWork = words`
  roll-?over rollout upgrade update maintenance restart deploy deployment patching refresh rotation
  renewal migration backup clean-?up vacuum sync
`;

export const recentChangePasts = words`
  changed modified updated deployed merged upgraded released pushed patched renamed
`;

export const earlierChanges = phrases`
  (?:was|were|got|been) \w+ed | deployed | merged | upgraded | patched | updated | migrated | installed
  | released | pushed | applied | moved | switched | swapped | changed | modified | renamed | rotated
`;

export const changeStems = words`merg deploy shipp? releas upgrad updat migrat chang`;
