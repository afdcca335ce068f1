import { z } from 'zod';

/** One piece of a rich text's line. */
const pieceSchema = z.looseObject({
  tag: z.string(),
  text: z.string().optional(),
  href: z.string().optional(),
  user_id: z.string().optional(),
  user_name: z.string().optional(),
  image_key: z.string().optional(),
});

type Piece = z.infer<typeof pieceSchema>;

const postSchema = z.object({
  title: z.string().default(''),
  content: z.array(z.array(pieceSchema)),
});

const LANGUAGES = ['zh_cn', 'zh_hk', 'zh_tw', 'en_us', 'ja_jp'] as const;

/** Some ways hand a rich text over with one version for each language. */
function inOneLanguage(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || 'content' in json) return json;
  const byLanguage = new Map<string, unknown>(Object.entries(json));
  return LANGUAGES.map((one) => byLanguage.get(one)).find((one) => one !== undefined);
}

const renderers: Readonly<Record<string, (piece: Piece) => string>> = {
  a: ({ text = '', href = '' }) => (href === '' || text === href ? text || href : `${text}（${href}）`),
  // A received mention has a key like `@_user_1` for its id.
  at: ({ user_id: id = '', user_name: name = '' }) =>
    id.startsWith('@_') ? id : id === 'all' ? '@_all' : `@${name}`,
  img: () => '',
  media: () => '',
  emotion: () => '',
  hr: () => '',
};

const render = (piece: Piece): string => (renderers[piece.tag] ?? (({ text = '' }) => text))(piece);

/** The words of a rich text, title first, a line a paragraph, and the keys of its images. Throws where it is none. */
export function readPost(json: unknown): { readonly text: string; readonly images: readonly string[] } {
  const { title, content } = postSchema.parse(inOneLanguage(json));
  const lines = [title, ...content.map((line) => line.map(render).join(''))];
  return {
    text: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    images: content.flat().flatMap(({ tag, image_key: key }) => (tag === 'img' && key ? [key] : [])),
  };
}
