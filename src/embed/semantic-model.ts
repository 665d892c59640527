/** The built-in encoder's name in the library; its vectors never mix with another's. */
export const semanticModel = 'semantic:use-lite-1:512';
