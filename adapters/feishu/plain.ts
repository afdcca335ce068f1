/**
 * A text in which nothing is markup. The platform reads tags (`<at user_id="all">`, `<b>`) and links (`[…](…)`) in
 * text messages and knows no escape for them, so the characters that would begin one are written otherwise.
 */
export const withoutMarkup = (text: string): string =>
  text.replace(/<(?=[\s/]*[a-z])/gi, '＜').replace(/\](?=\()/g, '］');

/** The content of a text message that begins by calling a person (open id), where one is to be called. */
export function renderText(text: string, mention: string | null): string {
  const called = mention === null ? '' : `<at user_id="${mention}"></at> `;
  return JSON.stringify({ text: `${called}${withoutMarkup(text)}` });
}
