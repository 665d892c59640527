export const usage = `Precedent remembers every incident a team has solved and answers the next one.

  precedent start                          the bot (settings: README.md)
  precedent playground [--port N]          a Slack workspace on this machine
  precedent playground --headless --json   the whole loop, played by a script
  precedent doctor [--json]                checks tokens, scopes, database, model
  precedent migrate                        brings the database up to date
  precedent import <folder or zip> [--channel NAME] [--since DATE] [--approve] [--json]
                                           learns from a Slack export
  precedent search "<text>" [--all] [--json]
                                           what the bot would answer
  precedent search --jsonl                 the same for {"text"} lines on standard input, a line each
  precedent show <id> [--json]             one solution, whole
  precedent digest --channel NAME [--week DATE] [--json]
                                           a channel's week, without posting it
  precedent eval <dataset> [--json]        how well it finds known duplicates, beside plain BM25
  precedent replay <folder or zip> [--json] what the team would have seen, incident by incident
  precedent explain <folder or zip> <thread_ts> [--json]
                                           what capture reads in a thread, and why
  precedent explain --jsonl                the same for threads on standard input, a line each
  precedent redact [--jsonl]               standard input without its secrets

As npm scripts: npm run -s precedent -- <command>`;
