import { words } from './word-list.ts';

/** Verbs that stand before another verb: passives, "did a …", "had to …". */

/** Forms of "be" and "get" that make a passive ("where" is how people mistype "were"). */
export const passiveAuxiliaries: ReadonlySet<string> = new Set(words`
  was were been is are being got get gets be where's getting where
`);

/** "Did a restart", "performed a failover". */
export const lightVerbs: ReadonlySet<string> = new Set(words`
  did do doing does performed performing perform triggered triggering executed executing ran running run
  initiated initiating forced forcing completed completing carried issued issuing started starting
  attempted attempting tried trying requested make made making kicked kicking
`);

/** "Had to restart", "prioritised to restore": the base form after these was done. */
export const implicatives: ReadonlySet<string> = new Set(words`
  had tried attempted attempts managed prioritised prioritized proceeded proceeds decided decides decide
  began started went
`);
