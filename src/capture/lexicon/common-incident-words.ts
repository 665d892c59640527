/** Words of every incident: they tell no two problems apart. Besides the verbs of actions. */
export const commonIncidentWords: string = `
  api app apps application service services svc server servers backend frontend worker workers job jobs cron node nodes pod pods
  container containers cluster clusters host hosts machine instance instances replica replicas process processes namespace
  deployment deploy release version build config setting settings env environment prod production staging dev test live
  database db cache queue web gateway proxy consumer producer controller scheduler ingress
  error errors fail failing failed fails failure failures issue issues problem problems trouble incident outage alert alerts alerting
  alarm down slow slower stuck broken broke timeout timeouts latency lag crash crashing crashes crashloop exception exceptions log logs
  logging metric metrics graph dashboard dashboards trace stack status code request requests response responses traffic call calls
  connection connections customer customers client clients user users people team on-call oncall support page
  high low full empty max min limit limits rate count usage memory cpu disk percent
  fine good better bad worse works work working worked fixed fix fixes solved resolved recovered healthy green red ok normal gone done
  still again also now today yesterday tomorrow morning night noon minute minutes min mins hour hours second seconds ago since after
  before while later soon first last next new old other another same different separate unrelated related original main anyway btw
  back thing things stuff lot bit more less much many all every everything nothing something anything nobody anyone everybody somebody someone folks guys
  else here there one two three time times once twice way sure right wrong weird strange maybe probably possibly
  look looking looks check checking checked see seeing seen try trying tried think thought know guess ask asked tell said say says
  get getting got go going goes gone come coming came make makes made take taking took keep keeps kept need needs want wants
  let help happen happens happening happened show shows showing shown turn turned turns point points pointing
  up out off over down not no never only really actually even yet too very well hmm hm yeah yep yes nope thanks thank
  firing triggered critical warning severity lunch return returns returning throw throws throwing hit hits hitting behind`;
