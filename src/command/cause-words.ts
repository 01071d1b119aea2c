// The causes of a revision as a refusal lists them: in words, with the code that `--cause` takes.

import { saidTogether } from '../design/saying.ts';
import { REVISION_CAUSES } from '../design/tables.ts';
import { LANGUAGES, type Text } from '../design/text.ts';
import { codeText } from '../office/workbench/words.ts';

/** Every cause that may be stated. */
export const CAUSES_SAID: Text = saidTogether(
  REVISION_CAUSES.map(
    (cause) =>
      Object.fromEntries(
        LANGUAGES.map((language) => [language, `${codeText(language, cause)} (${cause})`]),
      ) as Text,
  ),
);
