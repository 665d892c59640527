/** Checks a value found at a JSON pointer and adds Slack-worded problems. Pure building blocks of the block rules. */
export type Check = (value: unknown, at: string, problems: string[]) => void;

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function problem(text: string, at: string): string {
  return `[ERROR] ${text} [json-pointer:${at}]`;
}

/** A string of `min` to `max` characters. */
export function text(max: number, min = 0): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string') problems.push(problem('must be a string', at));
    else if (value.length > max) problems.push(problem(`must be less than ${max + 1} characters`, at));
    else if (value.length < min) problems.push(problem(`must be more than ${min - 1} characters`, at));
  };
}

export const flag: Check = (value, at, problems) => {
  if (typeof value !== 'boolean') problems.push(problem('must be a boolean', at));
};

export function number(min = Number.NEGATIVE_INFINITY): Check {
  return (value, at, problems) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) problems.push(problem('must be a number', at));
    else if (value < min) problems.push(problem(`must be at least ${min}`, at));
  };
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at, problems) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      problems.push(problem(`must be one of ${allowed.join(', ')}`, at));
    }
  };
}

export const anything: Check = () => {};

/** An array of `min` to `max` items, each checked. */
export function list(item: Check, max: number, min = 0): Check {
  return (value, at, problems) => {
    if (!Array.isArray(value)) {
      problems.push(problem('must be an array', at));
      return;
    }
    if (value.length > max) problems.push(problem(`no more than ${max} items allowed`, at));
    if (value.length < min) problems.push(problem(`no fewer than ${min} items allowed`, at));
    for (const [index, entry] of value.entries()) item(entry, `${at}/${index}`, problems);
  };
}

/** An object with these required and optional fields and no others. */
export function shape(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, at, problems) => {
    if (!isJson(value)) {
      problems.push(problem('must be an object', at));
      return;
    }
    for (const [name, check] of Object.entries(required)) {
      if (value[name] === undefined || value[name] === null) {
        problems.push(problem(`missing required field: ${name}`, at));
      } else check(value[name], `${at}/${name}`, problems);
    }
    for (const [name, entry] of Object.entries(value)) {
      if (name in required || entry === undefined || entry === null) continue;
      const check = optional[name];
      if (check) check(entry, `${at}/${name}`, problems);
      else problems.push(problem(`invalid additional property: ${name}`, at));
    }
  };
}

/** Chooses the rules by the object's `type`; another type is unsupported here. */
export function byType(rules: Record<string, Check>): Check {
  return (value, at, problems) => {
    const type = isJson(value) ? value.type : undefined;
    const rule = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule) rule(value, at, problems);
    else problems.push(problem(`unsupported type: ${String(type)}`, `${at}/type`));
  };
}

/** Every one of the checks. */
export function allOf(...checks: readonly Check[]): Check {
  return (value, at, problems) => {
    for (const check of checks) check(value, at, problems);
  };
}
