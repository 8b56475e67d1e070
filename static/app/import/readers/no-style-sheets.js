/** In place of linkedom's parser of style sheets, which is as large as all the rest of it; the build links it. */
export const parse = () => ({ cssRules: [] });
