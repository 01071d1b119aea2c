// Lines of text for drawings, which break none by themselves.

/** The words in lines of at most so many characters (a longer word has a line of its own); `lines` at most, the last one cut. */
export function wrapWords(text: string, most: number, lines = Number.POSITIVE_INFINITY): readonly string[] {
  const wrapped: string[] = [];
  for (const word of text.split(/[ \n\t]+/)) {
    const last = wrapped.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) wrapped.push(word);
    else wrapped[wrapped.length - 1] = `${last} ${word}`;
  }
  if (wrapped.length <= lines) return wrapped;
  return wrapped.slice(0, lines).map((line, at) => (at === lines - 1 ? `${line.slice(0, most - 1)}…` : line));
}
