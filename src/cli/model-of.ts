import type { Config } from '../config.ts';
import { createClaude } from '../llm/claude.ts';
import type { Model } from '../llm/model.ts';

/** The configured model, or null: then everything works by rules. */
export function modelOf(config: Config): Model | null {
  if (config.claude === null) return null;
  const { apiKey, baseUrl, model } = config.claude;
  return createClaude({
    apiKey,
    ...(baseUrl === null ? {} : { baseUrl }),
    ...(model === null ? {} : { model }),
  });
}
