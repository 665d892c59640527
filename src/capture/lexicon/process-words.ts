import { phrases, words } from './word-list.ts';

/** The paperwork and the meetings of an incident: tickets, channels, calls, documents, evidence. */

export const pullRequests = phrases`pr | pull request | mr | merge request`;

export const pullRequestStates = words`up open opened raised ready submitted coming incoming`;

export const openingVerbs = phrases`
  opened | raised | created | filed | submitted | put up | opening | raising | filing | creating | merged
`;

export const trackedItems = phrases`
  pr | pull request | mr | merge request | ticket | issue | jira | story | card | bug
`;

export const supportTickets = phrases`ticket | case | issue | support request | incident`;

export const incidentLabels = phrases`
  timeline | slack (?:thread|channel)s? | threads? | zoom | meet | bridge | war ?room | runbook
  | dashboard | doc | docs | google doc | post ?mortem | incident (?:doc|channel|declared|review) | retro
  | initial investigation thread
`;

export const headerLabels = phrases`
  impact | customer impact | user impact | affected | severity | priority | status | started | detected
  | reported by | incident commander | ic | lead | slack | zoom | runbook | dashboard | timeline | cc
`;

export const alertingThings = phrases`
  monitoring | alerting | runbook | failure notification | alarms? | alerts?
`;

export const incidentDocuments = phrases`
  incident | tickets? | case | banner | status ?page | status update | post-?mortem | channel | bridge
  | call | doc
`;

export const documentPasts = words`created opened raised removed closed updated posted filed started ended`;

export const documentVerbs = phrases`
  created | (?:re-?)?opened | raised | removed | closed | closing | updated | posted | filed | started
  | starting | joining | put up | putting up | open | opens | opening | raise | raises | raising | ended
`;

export const documentsAndCalls = phrases`
  incident | ticket | case | banner | status ?page | status update | bridge | call | channel | doc
  | huddle | zoom | war ?room
`;

export const meetingThings = phrases`
  ticket | (?:slack |incident )?channel for the (?:incident|outage)
  | (?:slack|incident|teams) (?:channel|chat) | the channel | (?:bridge|conference|video|phone) call
  | huddle | zoom | war ?room
`;

export const gradedThings = words`it this that the incident ticket severity priority back down up`;

export const investigations = words`investigations? discussions? analysis debugging troubleshooting work`;

export const begunOrEnded = words`started begun began resumed continued ended`;

export const filingPlaces = phrases`
  tickets? | (?:vendor|support) case | support portal | post-?mortem | retro(?:spective)?
  | incident (?:channel|doc|ticket) | wiki | #[a-z][\w-]*
`;

export const meetingPlaces = words`channel call thread bridge huddle zoom meeting`;

export const evidence = phrases`
  logs? | logging | dumps? | traces? | stack ?traces? | diagnostics | pcaps? | packets | flame ?graphs?
  | explain | screenshots? | tcpdump | strace | traceroute | mtr
`;

export const safeguards = phrases`
  error handling | monitoring | alert\w* | metrics | logging | tests? | checks?
`;
