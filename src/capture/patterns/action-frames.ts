/** Words around a verb that decide who does it and whether it was done. */

/** Those who act in an incident: after one of these, a past verb is a step. */
export const agents: ReadonlySet<string> = new Set(
  'i we they he she team engineer engineers developer operator operators admin ops sre sres dba dbas oncall on-call support aws azure gcp google cloudflare vendor provider us admins developers devs platform infra me'.split(
    ' ',
  ),
);

/** May stand between the one who acts (or a sentence's start) and the verb. */
export const interveningWords: ReadonlySet<string> = new Set(
  "have has had 've also then just now already manually quickly finally temporarily successfully immediately simply first again subsequently eventually instead all both actually only automatically forcibly gracefully carefully power hard soft force".split(
    ' ',
  ),
);

/** May open a sentence before the verb. */
export const leadIns: ReadonlySet<string> = new Set(
  'ok okay k so and then also now just but well right yes yeah yep update fyi alright next finally meanwhile first second third done ah oh hmm btw anyway after later afterwards'.split(
    ' ',
  ),
);

/** Forms of "be" and "get" that make a passive ("where" is how people mistype "were"). */
export const passiveAuxiliaries: ReadonlySet<string> = new Set(
  "was were been is are being got get gets be where's getting where".split(' '),
);

/** "Did a restart", "performed a failover". */
export const lightVerbs: ReadonlySet<string> = new Set(
  'did do doing does performed performing perform triggered triggering executed executing ran running run initiated initiating forced forcing completed completing carried issued issuing started starting attempted attempting tried trying requested make made making kicked kicking'.split(
    ' ',
  ),
);

/** "Had to restart", "prioritised to restore": the base form after these was done. */
export const implicatives: ReadonlySet<string> = new Set(
  'had tried attempted attempts managed prioritised prioritized proceeded proceeds decided decides decide began started went'.split(
    ' ',
  ),
);

/** "Going to restart", "needs to be restarted": not yet. */
export const prospectives: ReadonlySet<string> = new Set(
  'going want wants need needs about plan planning intend ought able like way ways how ready wanted hoping supposed waiting wait'.split(
    ' ',
  ),
);

export const modals: ReadonlySet<string> = new Set(
  "will would should could can may might must i'll we'll they'll you'll i'd ill gonna lemme let's lets cannot".split(
    ' ',
  ),
);

/** Of these, the ones by which the speaker announces their own act. */
export const plannedModals: ReadonlySet<string> = new Set("will i'll we'll ill gonna lemme".split(' '));

/** Before a base form or an "-ing" these propose an act. */
export const suggestionCues: ReadonlySet<string> = new Set(
  'try please pls plz just maybe perhaps you someone anyone and or about suggest recommend consider worth not'.split(
    ' ',
  ),
);

/** People, not systems: "external-dns was trying to restore" is no step. */
export const persons: ReadonlySet<string> = new Set('i we they he she team us me'.split(' '));

/** "The restart …" and one of these is an outcome told of an act. */
export const outcomeVerbs: ReadonlySet<string> = new Set(
  "fixed didn't did worked works helped made solved resolved brought cleared restored failed fails seems seemed".split(
    ' ',
  ),
);

/** Words before a noun that keep it the sentence's subject: "a rolling restart of …". */
export const nounOpeners: ReadonlySet<string> = new Set(
  'a an the full quick rolling manual emergency hard soft complete controlled another second inline target targeted graceful force forced simple db database pod cluster node service version config immediate'.split(
    ' ',
  ),
);

/** "Found that the disk was reduced": what follows "that" was learned, not done. */
export const findingVerbs: ReadonlySet<string> = new Set(
  'observe observes observed notice notices see sees identify identifies identified find finds found finding realise realises realize realizes learn discover discovers know knew noticed discovered realised realized spotted suspected suspect showed shows saw seen learned learnt think thought believed determined confirmed advised reported said says seems appears spots suspects determines confirms believes'.split(
    ' ',
  ),
);

/** "Possibly was updated by the vendor" is a guess, and no act that anybody saw. */
export const hedges: ReadonlySet<string> = new Set(
  'possibly perhaps maybe presumably supposedly allegedly apparently probably likely'.split(' '),
);

/** "Is disabled" tells a state; of other verbs "the pod is restarted" tells in a report what was done then. */
export const stateVerbs: ReadonlySet<string> = new Set(
  'disable enable block configure attach mount pin set create add schedule deploy install provision start mute pause throttle lock unlock whitelist allowlist detach disconnect'.split(
    ' ',
  ),
);

/** After one of these a verb's word is a thing ("restarts every minute", "restart of"). */
export const nounFollowers: ReadonlySet<string> = new Set(
  'freeze window request of is was are were has have had done every each per from for in on at to with by and or after before during since as , : ; ) ( stuck late fail took take return returned work recover continue begin start stop keep now again not never still do did does can cannot time'.split(
    ' ',
  ),
);

/** "The engineers revert the change": several people, so that the plain form is the present. */
export const pluralAgents: ReadonlySet<string> = new Set(
  'engineers developers devs admins dbas sres operators we they'.split(' '),
);

/** "Set it to 50." is written alike as advice and as news: above a command, or by who goes on talking, it is news. */
export const invariantPastVerbs: ReadonlySet<string> = new Set([
  'set',
  'unset',
  'reset',
  'put',
  'cut',
  'shut',
  'split',
]);

/** "Clocks changed tonight" tells when something came about. */
export const dayWords: ReadonlySet<string> = new Set(
  'tonight today yesterday overnight again suddenly'.split(' '),
);

/** Words that begin what is acted on: "restarts the broker" is an act, "restarts of pods" a thing. */
export const objectOpeners: ReadonlySet<string> = new Set(
  '` the a an all both our its it them that this these those his her new old more some back traffic'.split(
    ' ',
  ),
);

/** "Service restored", "access was restored": news of how things stand, not of an act. */
export const stateSubjects: ReadonlySet<string> = new Set(
  'service services site sites access functionality connectivity everything operation operations availability performance normal website api'.split(
    ' ',
  ),
);

/** Systems, not people: "asg replaced three nodes" is no act of anybody. */
export const systems: ReadonlySet<string> = new Set(
  'asg autoscaler autoscaling kubernetes k8s kubelet argo argocd flux terraform helm github gitlab jenkins travis ci cron cronjob systemd keepalived patroni pacemaker operator controller scheduler oom kernel ansible puppet chef dependabot renovate pipeline job script bot mdm watchdog supervisor daemon balancer loadbalancer orchestrator hypervisor hpa'.split(
    ' ',
  ),
);

/** What goes up and down: "traffic increased" tells what came about. */
export const quantities: ReadonlySet<string> = new Set(
  'traffic load usage latency errors rate rates requests depth lag volume reports complaints throughput demand temperature pressure utilisation utilization consumption memory cpu'.split(
    ' ',
  ),
);

/** Things do these by themselves: "the repository has grown" is no act of anybody. */
export const unaccusativeVerbs: ReadonlySet<string> = new Set(
  'grow double triple drop increase decrease shrink change move reduce drain fail freeze start stop reset evict'.split(
    ' ',
  ),
);
