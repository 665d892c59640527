/** The built-in encoder without its dimensions, as a provider's model is named. */
export const semanticSource = 'semantic:use-lite-1';
export const semanticDimensions = 512;
/** Its name in the library; its vectors never mix with another's. */
export const semanticModel: string = `${semanticSource}:${semanticDimensions}`;
