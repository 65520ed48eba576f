/** Finds the sentence of a key and fills its holes. Every word lives in the questionnaire's `messages`; here only keys. */

export type Values = Readonly<Record<string, string | number>>;
export type Text = (key: string, values?: Values) => string;

/** The sentence of `key` with `{name}` replaced by `values.name`; the key itself when the sentence is missing. */
export function createText(messages: Readonly<Record<string, string>>): Text {
  return (key, values = {}) =>
    (messages[key] ?? key).replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
